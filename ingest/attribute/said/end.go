package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// mode says what a content is, for where it ends.
type mode uint8

const (
	clause     mode = iota // "that the ban failed, which surprised her"
	infinitive             // "to lift the ban"
	phrase                 // "the ban", "lifting the ban"
)

// end is the token after the content that begins at from. Content ends with
// the sentence or with the quotation around it; before what only the verb of
// reporting can govern; and before another attribution.
func (r *reader) end(from int, m mode) int {
	inside := r.QuoteOf(from)
	if r.opensQuote(from) {
		inside = -1
	}
	verb := false // whether the content has a verb with tense: then "and" may join another
	for i := from; i < r.limit; i++ {
		q := r.QuoteOf(i)
		if inside >= 0 && q != inside || inside >= 0 && r.closesQuote(i) {
			return r.trim(i)
		}
		if q >= 0 && inside < 0 {
			i = max(i, r.wholeQuote(q).To-1)
			if i >= r.at.To {
				return i + 1
			}
			if r.closesSpeech(i, from) || r.commaInside(q) && r.commaStops(i+1, m) {
				return i + 1
			}
			continue
		}
		if i > from && r.stops(i, m, verb) {
			return r.trim(i)
		}
		verb = verb || r.finite(i)
	}
	return r.trim(r.limit)
}

// trim takes marks other than closing ones from the end.
func (r *reader) trim(i int) int {
	for i > r.at.From && r.Tokens[i-1].Kind == lexis.Mark && !r.closesQuote(i-1) && r.Tokens[i-1].Fold != ")" && r.Tokens[i-1].Fold != "%" {
		i--
	}
	return i
}

// commaInside: a comma that parts clauses stands inside the mark in American
// type-setting.
func (r *reader) commaInside(q int) bool {
	return r.Tokens[max(r.Quotes[q].Tokens.To-1, 0)].Fold == ","
}

// closesSpeech reports whether the quotation that ends at i ends the content
// too: a comma or full stop stands inside it, as American type-setting has it,
// and no lower-case word goes on.
func (r *reader) closesSpeech(i, from int) bool {
	last := r.Quotes[r.QuoteOf(i)].Tokens.To - 1
	return i+1 < r.at.To && r.Tokens[max(last, 0)].Fold == "." && i > from
}
