package said

import (
	"strings"
)

// clauseEnd is where the clause of group k ends at the latest: a clause that
// opens the sentence, at the comma before the main clause; a relative clause
// between commas, at the second one.
func (r *reader) clauseEnd(k int) int {
	g := r.groups[k]
	p := g.From - 1
	if end := r.openingEnd(g.To); end > 0 {
		return end
	}
	if p <= r.at.From || !relatives.Has(r.Tokens[p]) || r.Tokens[p-1].Fold != "," {
		return r.at.To
	}
	for i := g.To; i+1 < r.at.To; i++ {
		if r.Tokens[i].Fold == "," && r.QuoteOf(i) < 0 && (r.finite(i+1) || r.adverb(i+1) && i+2 < r.at.To && r.finite(i+2)) {
			return i
		}
	}
	return r.at.To
}

// openingEnd is the comma that parts an opening adjunct or subordinate clause
// from the main clause, where token at stands in it, or 0: "While Ann said the
// quota worked, Bob laughed".
func (r *reader) openingEnd(at int) int {
	if !r.opensWithAdjunct() {
		return 0
	}
	for i := at; i+1 < r.at.To; i++ {
		comma := r.Tokens[i].Fold == "," && r.QuoteOf(i) < 0
		if !comma && !(r.closesQuote(i) && r.commaInside(r.QuoteOf(i))) {
			continue
		}
		if r.subjectAndVerb(i+1) && r.commaFree(at) {
			return i
		}
		if comma {
			return 0
		}
	}
	return 0
}

// commaFree reports whether no comma before token at opens the main clause
// already.
func (r *reader) commaFree(at int) bool {
	for j := r.at.From; j < at; j++ {
		if r.Tokens[j].Fold == "," && r.QuoteOf(j) < 0 && r.subjectAndVerb(j+1) {
			return false
		}
	}
	return true
}

// opensWithAdjunct reports whether the sentence opens with a preposition, a
// subordinator or a participle, conjunctions aside.
func (r *reader) opensWithAdjunct() bool {
	i := r.at.From
	if i+1 < r.at.To && r.tag(i) == "CC" {
		i++
	}
	t := r.tag(i)
	return t == "IN" || t == "WRB" || t == "VBG" || t == "VBN" || strings.HasPrefix(t, "RB") && subordinators.Has(r.Tokens[i])
}
