package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
)

var contrasts = lexis.NewWords("while whereas though although")

// stops reports whether a content cannot go on at token i.
func (r *reader) stops(i int, m mode, verb bool) bool {
	t := r.Tokens[i]
	if r.zoneAt(i) >= 0 {
		return true
	}
	switch {
	case t.Fold == ";":
		return m != clause || r.startsReport(i+1)
	case t.Dash():
		return m != clause && !r.paired(i)
	case t.Fold == ",":
		return r.commaStops(i+1, m)
	case contrasts.Has(t):
		return m != clause
	case t.Fold == "according":
		return true
	case t.Fold == "and" || t.Fold == "but" || t.Fold == "or" || t.Fold == "then":
		return r.conjunctionStops(i+1, m, verb)
	case m == phrase && (t.Fold == "during" || t.Fold == "when" || t.Fold == "because" || t.Fold == "if"):
		return true
	case m == phrase && (t.Fold == "as" || t.Fold == "after" || t.Fold == "since" || t.Fold == "until" || t.Fold == "before" || t.Fold == "so"):
		return r.clauseAt(i + 1)
	}
	return false
}

// commaStops reports whether what follows a comma, from token i, is outside
// the content.
func (r *reader) commaStops(i int, m mode) bool {
	if i >= r.at.To {
		return true
	}
	t := r.tag(i)
	switch w := r.Tokens[i].Fold; {
	case contrasts.Has(r.Tokens[i]), w == "according", r.zoneAt(i) >= 0:
		return true
	case r.startsCue(i):
		return true
	case w == "and" || w == "but" || w == "or" || w == "so" || w == "yet":
		return r.startsCue(i+1) || r.startsReport(i+1) || m != clause && (r.subjectAndVerb(i+1) || i+1 < r.at.To && r.finite(i+1))
	case t == "RB" && i+1 < r.at.To && r.tag(i+1) == "VBG":
		return true // "…, quietly hoping": manner and participle go with the verb of reporting
	case m == clause || w == "including":
		return false
	case t == "WDT" || t == "WP" || t == "WP$" || t == "WRB" || t == "VBG" || t == "VBN":
		return true
	case w == "as" || w == "because" || w == "since" || w == "after" || w == "when" || w == "if" || w == "with" || w == "despite":
		return true
	}
	return m == phrase && r.subjectAndVerb(i) || r.describes(i)
}

// describes reports whether an apposition with an article runs from token i to
// the end of the sentence: it describes what was named before it, in the
// voice of whoever writes.
func (r *reader) describes(i int) bool {
	if r.tag(i) != "DT" || r.subjectAndVerb(i) {
		return false
	}
	for j := i; j < r.limit; j++ {
		if r.Tokens[j].Fold == "and" || r.Tokens[j].Fold == "or" || r.Tokens[j].Fold == "," && j+1 < r.limit && r.tag(j+1) == "DT" {
			return false
		}
	}
	return true
}

// conjunctionStops reports whether what "and" joins at token i belongs to the
// reporting verb: another verb of reporting, or, after a content without a
// verb, any verb with tense or a clause of its own.
func (r *reader) conjunctionStops(i int, m mode, verb bool) bool {
	if i >= r.at.To {
		return true
	}
	j := i
	for j < r.at.To && r.adverb(j) {
		j++
	}
	if j >= r.at.To {
		return false
	}
	for _, g := range r.groups {
		if g.From <= j && j < g.To && g.From >= i && (g.finite && (m == phrase || r.shares(g)) || m != clause && g.participle && r.tag(g.head) == "VBG" && r.shares(g)) {
			return true
		}
	}
	return m != clause && (!verb && r.finite(j) || m == phrase && r.subjectAndVerb(i))
}

// paired reports whether a second dash closes what this one opens.
func (r *reader) paired(i int) bool {
	for j := i + 2; j < r.limit; j++ {
		if r.Tokens[j].Dash() && r.QuoteOf(j) < 0 {
			return r.clauseGoesOn(j + 1)
		}
	}
	return false
}

// clauseGoesOn: after the closing dash a verb follows whose subject stood
// before the opening one.
func (r *reader) clauseGoesOn(j int) bool {
	return j < r.at.To && (r.finite(j) || r.adverb(j) || r.tag(j) == "IN" || r.tag(j) == "TO")
}
