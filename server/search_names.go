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

	words      []string   // of the label, without case and accents
	otherWords [][]string // likewise of the others
}

// nameMatch is a name that a search may show: alias is the other name that was
// found, the lower the rank the better.
type nameMatch struct {
	*nameEntry
	alias string
	rank  int
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
	enter := func(kind, id, label string, others []string, statements int) {
		e := nameEntry{kind, id, label, others, statements, search.Words(label), nil}
		for _, other := range others {
			e.otherWords = append(e.otherWords, search.Words(other))
		}
		list = append(list, e)
	}
	seen := map[string]bool{}
	for _, i := range catalog(snap) {
		enter("issue", i.ID, i.Label, []string{i.Short, i.ID}, i.Statements())
		for _, p := range i.Props {
			if !seen[p.ID] {
				seen[p.ID] = true
				enter("proposition", p.ID, p.Label, []string{p.Short, p.ID}, p.Statements)
			}
		}
	}
	r := request{snap: snap}
	for _, a := range r.actorItems(links{}) {
		others := []string{a.ID}
		if known, ok := snap.Codebook.Actor(a.ID); ok {
			others = append(slices.Clone(known.Aliases), a.ID)
		}
		enter("actor", a.ID, a.Label, others, a.Statements+a.Signed)
	}
	for _, src := range snap.SourceList() {
		enter("source", src.ID, src.Heading(), []string{src.Outlet, src.Doc}, snap.CountOfSource(src.ID))
	}
	return list
}

// named returns the names in which every word that was typed begins a word,
// the best first: those that begin with it, then labels before other names,
// then those with more statements.
func (s *searchable) named(q search.Query) []nameMatch {
	prefixes, never := q.OfNames()
	if len(prefixes) == 0 {
		return nil
	}
	var list []nameMatch
	for i := range s.names {
		e := &s.names[i]
		alias, rank, ok := e.match(prefixes)
		if ok && !slices.ContainsFunc(e.words, func(w string) bool { return slices.Contains(never, w) }) {
			list = append(list, nameMatch{e, alias, rank})
		}
	}
	slices.SortStableFunc(list, func(a, b nameMatch) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.statements, a.statements), cmp.Compare(a.label, b.label))
	})
	return list
}

// hit shows a match, with what was typed marked.
func (m nameMatch) hit(l links, q search.Query) nameHit {
	prefixes, _ := q.OfNames()
	return nameHit{m.kind, m.id, m.label, m.alias, m.statements, l.named(m.kind, m.id), search.MarkPrefixes(m.label, prefixes)}
}

func (e *nameEntry) match(prefixes []string) (alias string, rank int, ok bool) {
	switch {
	case allBegin(e.words, prefixes) && strings.HasPrefix(e.words[0], prefixes[0]) && e.kind != "source":
		return "", 0, true // headlines are many, and begin with everything
	case allBegin(e.words, prefixes):
		return "", 1, true
	}
	for i, words := range e.otherWords {
		if allBegin(words, prefixes) {
			return e.others[i], 2, true
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
