package server

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/server/search"
)

// nameEntry is something that has a page and a name.
type nameEntry struct {
	kind       string // actor, issue, proposition, source
	id, label  string
	others     []string // aliases, the short name, the file name
	statements int
}

// nameHit is a name that was found.
type nameHit struct {
	Kind       string         `json:"kind"` // actor, issue, proposition, source
	ID         string         `json:"id"`
	Label      string         `json:"label"`
	Alias      string         `json:"alias"` // the other name that was found; "" when it is the label
	Statements int            `json:"statements"`
	URL        string         `json:"url"`
	Pieces     []search.Piece `json:"-"` // the label, with what was typed marked
}

// namesOf lists all names: issues and propositions in the order of the
// codebook, then actors, then sources.
func namesOf(snap *ledger.Snapshot) []nameEntry {
	var list []nameEntry
	seen := map[string]bool{}
	for _, i := range catalog(snap) {
		list = append(list, nameEntry{"issue", i.ID, i.Label, []string{i.Short, i.ID}, i.Statements()})
		for _, p := range i.Props {
			if !seen[p.ID] {
				seen[p.ID] = true
				list = append(list, nameEntry{"proposition", p.ID, p.Label, []string{p.Short, p.ID}, p.Statements})
			}
		}
	}
	r := request{snap: snap}
	for _, a := range r.actorItems(links{}) {
		others := []string{a.ID}
		if known, ok := snap.Codebook.Actor(a.ID); ok {
			others = append(slices.Clone(known.Aliases), a.ID)
		}
		list = append(list, nameEntry{"actor", a.ID, a.Label, others, a.Statements + a.Signed})
	}
	for _, src := range snap.SourceList() {
		list = append(list, nameEntry{"source", src.ID, src.Heading(), []string{src.Outlet, src.Doc}, snap.CountOfSource(src.ID)})
	}
	return list
}

// named returns the names in which every word that was typed begins a word,
// the best first: those that begin with it, then labels before other names,
// then those with more statements.
func (s *searchable) named(l links, q search.Query) []nameHit {
	prefixes, never := q.OfNames()
	if len(prefixes) == 0 {
		return nil
	}
	type ranked struct {
		nameHit
		rank int
	}
	var list []ranked
	for _, e := range s.names {
		alias, rank, ok := e.match(prefixes)
		if !ok || slices.ContainsFunc(search.Words(e.label), func(w string) bool { return slices.Contains(never, w) }) {
			continue
		}
		list = append(list, ranked{nameHit{e.kind, e.id, e.label, alias, e.statements, l.named(e.kind, e.id), search.MarkPrefixes(e.label, prefixes)}, rank})
	}
	slices.SortStableFunc(list, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.Statements, a.Statements), cmp.Compare(a.Label, b.Label))
	})
	hits := make([]nameHit, 0, len(list))
	for _, one := range list {
		hits = append(hits, one.nameHit)
	}
	return hits
}

func (e nameEntry) match(prefixes []string) (alias string, rank int, ok bool) {
	words := search.Words(e.label)
	switch {
	case allBegin(words, prefixes) && strings.HasPrefix(words[0], prefixes[0]) && e.kind != "source":
		return "", 0, true // headlines are many, and begin with everything
	case allBegin(words, prefixes):
		return "", 1, true
	}
	for _, other := range e.others {
		if allBegin(search.Words(other), prefixes) {
			return other, 2, true
		}
	}
	return "", 0, false
}

// allBegin reports whether each prefix begins one of the words.
func allBegin(words, prefixes []string) bool {
	for _, p := range prefixes {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, p) }) {
			return false
		}
	}
	return true
}

// named is the page of something that has a name.
func (l links) named(kind, id string) string {
	switch kind {
	case "issue":
		return l.Issue(id)
	case "proposition":
		return l.Proposition(id)
	case "actor":
		return l.Actor(id)
	}
	return l.Source(id)
}
