package resolve

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// past are the words by which news says that an office is no longer held.
var past = lexis.NewWords("former ex then-president late ousted outgoing")

// misprinted is the title that a text prints before a registered person when it
// is not the register's on the day: an office called former that is held, or
// an office of another kind. It is empty where they agree, or where the
// register has no office to compare.
func (r *resolver) misprinted(n attribute.Nominal, h *hit) string {
	if !isPerson(*h) || h.first <= n.From {
		return ""
	}
	title := r.text.Tokens[n.From:h.first]
	if !slices.ContainsFunc(title, attribute.IsHead) {
		return "" // no office is printed
	}
	roles := r.roles(h.actor)
	if roles == "" {
		return ""
	}
	held, gone := false, false
	for _, t := range title {
		gone = gone || past.Has(t) || t.Fold == "then"
		held = held || attribute.IsHead(t) && strings.Contains(roles, " "+t.Lemma+" ")
	}
	if held != gone {
		return ""
	}
	first, last := title[0], title[len(title)-1]
	return r.text.Raw[first.Start:last.End]
}

// roles are the lemmas of the offices and aliases of an actor on the article's
// day, between spaces; none where no office is registered for the day.
func (r *resolver) roles(a *schema.Actor) string {
	var words []string
	for _, f := range a.Affiliations {
		if f.Role != "" && f.HoldsOn(r.day()) {
			words = append(words, f.Role)
		}
	}
	if len(words) == 0 {
		return ""
	}
	list := " "
	for _, t := range lexis.Tokenize(strings.Join(append(words, a.Aliases...), " ")) {
		list += t.Lemma + " "
	}
	return list
}
