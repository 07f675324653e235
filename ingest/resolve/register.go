package resolve

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// Register is a codebook's actors, compiled for looking up words. It is safe
// for use by many at once.
type Register struct {
	codebook *schema.Codebook
	names    []name
	matcher  lexis.Matcher
}

// name is one wording of one actor.
type name struct {
	actor     *schema.Actor
	words     []lexis.Token
	from      schema.Day // both ends inclusive; MinDay and MaxDay where always
	until     schema.Day
	adjective bool // "Norwegian": names the actor only before a noun
	surname   bool // derived: gives way to what the codebook says
}

// NewRegister compiles the actors of a codebook.
func NewRegister(cb *schema.Codebook) *Register {
	r := &Register{codebook: cb}
	for i := range cb.Actors {
		r.addActor(&cb.Actors[i])
	}
	for i, n := range r.names {
		var words []string
		for _, w := range n.words {
			words = append(words, w.Text)
		}
		r.matcher.AddForm(strings.Join(words, " "), i)
	}
	return r
}

func (r *Register) addActor(a *schema.Actor) {
	label := bare(a.Label)
	wordings := append([]string{label}, a.Aliases...)
	for _, w := range wordings {
		r.add(a, w, name{from: schema.MinDay, until: schema.MaxDay})
		if a.Kind.IsGroup() {
			for _, adjective := range adjectives(w) {
				r.add(a, adjective, name{from: schema.MinDay, until: schema.MaxDay, adjective: true})
			}
		}
	}
	if a.Kind == schema.KindPerson || a.Kind == schema.KindAnalyst {
		r.add(a, surname(label), name{from: schema.MinDay, until: schema.MaxDay, surname: true})
	}
	for _, f := range a.Affiliations {
		for _, title := range r.titles(f) {
			r.add(a, title, name{from: f.From, until: f.Until})
		}
	}
}

// titles are the wordings of an office: the role, and the role with the
// adjective or the name of the group it is held in ("Norvian trade minister",
// "Norvia's trade minister").
func (r *Register) titles(f schema.Affiliation) []string {
	if f.Role == "" {
		return nil
	}
	list := []string{f.Role}
	if g, ok := r.codebook.Actor(f.Group); ok {
		for _, wording := range append([]string{bare(g.Label)}, g.Aliases...) {
			list = append(list, wording+" "+f.Role, wording+"'s "+f.Role)
			for _, adjective := range adjectives(wording) {
				list = append(list, adjective+" "+f.Role)
			}
		}
	}
	return list
}

// add drops a leading article: a noun phrase is looked up without it.
func (r *Register) add(a *schema.Actor, wording string, n name) {
	n.words = lexis.Tokenize(wording)
	if len(n.words) > 1 && n.words[0].Fold == "the" {
		n.words = n.words[1:]
	}
	if len(n.words) == 0 {
		return
	}
	n.actor = a
	r.names = append(r.names, n)
}

// bare is a label without what stands in brackets.
func bare(label string) string {
	if i := strings.IndexByte(label, '('); i > 0 {
		return strings.TrimSpace(label[:i])
	}
	return label
}

// surname is the last word of a personal name, with particles before it ("van
// der Berg").
func surname(label string) string {
	words := strings.Fields(label)
	if len(words) < 2 {
		return ""
	}
	first := len(words) - 1
	for first > 1 && strings.ToLower(words[first-1]) == words[first-1] {
		first--
	}
	return strings.Join(words[first:], " ")
}

// adjectives derives the adjective of a place from its name, as English does
// (Norvia -> Norvian, Estia -> Estiaan, Ruritany -> Ruritan), and takes it
// from wordings such as "Norvian government".
func adjectives(wording string) []string {
	words := strings.Fields(wording)
	switch {
	case len(words) == 2 && isCapital(words[0]) && !isCapital(words[1]) && !strings.ContainsAny(words[0], "'’"):
		return []string{words[0]}
	case len(words) != 1 || len(words[0]) < 4 || !isCapital(words[0]) || words[0] == strings.ToUpper(words[0]):
		return nil
	}
	w := words[0]
	switch {
	case strings.HasSuffix(w, "a"):
		return []string{w + "n"}
	case strings.HasSuffix(w, "e"):
		return []string{w + "an", w[:len(w)-1] + "ian"}
	case strings.HasSuffix(w, "any"):
		return []string{w[:len(w)-1]}
	case strings.HasSuffix(w, "y"):
		return []string{w[:len(w)-1] + "ian"}
	}
	return []string{w + "i", w + "ian", w + "ese"}
}

func isCapital(s string) bool { return s != "" && strings.ToLower(s[:1]) != s[:1] }

// hit is a name found at tokens First to Last, inclusive.
type hit struct {
	first, last int
	*name
}

// find returns the names in tokens[from:to] that hold on a day, longest first
// at each place; what another name covers is left out.
func (r *Register) find(tokens []lexis.Token, from, to int, on schema.Date) []hit {
	var all []hit
	r.matcher.Find(tokens, from, to, func(m lexis.Match) {
		n := &r.names[m.Value]
		if n.until >= on.Earliest() && n.from <= on.Latest() && n.writtenAs(tokens[m.First:m.Last+1]) {
			all = append(all, hit{m.First, m.Last, n})
		}
	})
	var kept []hit
	for i, h := range all {
		if !covered(all, i) {
			kept = append(kept, h)
		}
	}
	return kept
}

func covered(all []hit, i int) bool {
	h := all[i]
	for j, o := range all {
		wider := o.first <= h.first && o.last >= h.last && o.last-o.first > h.last-h.first
		same := o.first == h.first && o.last == h.last && (o.actor == h.actor && j < i || h.surname && !o.surname || h.adjective && !o.adjective)
		if wider || same {
			return true
		}
	}
	return false
}

// writtenAs compares capitals: an acronym must be written as one ("US" is not
// "us"), and a name begins with a capital.
func (n *name) writtenAs(tokens []lexis.Token) bool {
	if len(tokens) != len(n.words) {
		return true // joined by a hyphen
	}
	for i, t := range tokens {
		w := n.words[i]
		switch {
		case len(w.Text) > 1 && w.Text == strings.ToUpper(w.Text) && w.Kind == lexis.Word && !strings.HasPrefix(w.Text, "'"):
			if t.Text != w.Text {
				return false
			}
		case w.Capital() && !t.Capital():
			return false
		}
	}
	return true
}

// Named returns the actors that a run of words names, adjectives included, in
// order: the sides of a table's column.
func (r *Register) Named(tokens []lexis.Token, from, to int, on schema.Date) []string {
	var ids []string
	for _, h := range r.find(tokens, from, to, on) {
		if !slices.Contains(ids, h.actor.ID) {
			ids = append(ids, h.actor.ID)
		}
	}
	return ids
}
