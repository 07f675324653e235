package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// mode says what a content is, for where it ends.
type mode uint8

const (
	clause     mode = iota // "that the ban failed, which surprised her"
	infinitive             // "to lift the ban"
	phrase                 // "the ban", "lifting the ban"
)

var contrasts = lexis.NewWords("while whereas though although")

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
		if i > from && r.stops(from, i, m, verb) {
			return r.trim(i)
		}
		verb = verb || r.finite(i)
	}
	return r.trim(r.limit)
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

// trim takes marks other than closing ones from the end.
func (r *reader) trim(i int) int {
	for i > r.at.From && r.Tokens[i-1].Kind == lexis.Mark && !r.closesQuote(i-1) && r.Tokens[i-1].Fold != ")" && r.Tokens[i-1].Fold != "%" {
		i--
	}
	return i
}

// stops reports whether a content from "from" cannot go on at token i.
func (r *reader) stops(from, i int, m mode, verb bool) bool {
	t := r.Tokens[i]
	if r.zoneAt(i) >= 0 {
		return true
	}
	switch {
	case t.Fold == ";":
		return m != clause || r.startsReport(i+1)
	case isDash(t):
		return m != clause && !r.paired(i)
	case t.Fold == ",":
		return r.commaStops(i+1, m)
	case contrasts.Has(t):
		return m != clause
	case t.Fold == "according":
		return true
	case t.Fold == "and" || t.Fold == "but" || t.Fold == "or" || t.Fold == "then":
		return r.conjunctionStops(from, i+1, m, verb)
	case m == phrase && (t.Fold == "during" || t.Fold == "when" || t.Fold == "because" || t.Fold == "if"):
		return true
	case m == phrase && (t.Fold == "as" || t.Fold == "after" || t.Fold == "since" || t.Fold == "until" || t.Fold == "before" || t.Fold == "so"):
		return r.clauseAt(i + 1)
	}
	return false
}

// paired reports whether a second dash closes what this one opens.
func (r *reader) paired(i int) bool {
	for j := i + 2; j < r.limit; j++ {
		if isDash(r.Tokens[j]) && r.QuoteOf(j) < 0 {
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

// startsCue reports whether another report begins at token i with a verb: its
// subject or the verb itself, adverbs aside.
func (r *reader) startsCue(i int) bool {
	for i < r.at.To && r.adverb(i) {
		i++
	}
	for k, g := range r.groups {
		if g.From == i && (g.participle && r.tag(g.head) == "VBG" && r.reportsSpeech(g) || g.finite && r.shares(g)) {
			return true
		}
		if s := r.sub[k]; s.From == i && !s.Empty() && g.From >= s.To && g.finite && g.frames.has("q") && g.From-s.To < 4 && r.pastSpeech(g) {
			return true
		}
	}
	return false
}

// reportsSpeech: "…, saying" goes on with the speaker, "…, believing" too.
func (r *reader) reportsSpeech(g group) bool {
	return g.frames.has("q") || g.frames.has("t") || g.frames.has("c") || g.frames.has("n")
}

// shares reports whether a verb joined to a content belongs to the reporting
// verb and not to the content: it reports speech itself.
func (r *reader) shares(g group) bool {
	return g.frames.has("q") || g.frames.has("o") || g.frames.has("c")
}

func (r *reader) pastSpeech(g group) bool {
	return strings.HasPrefix(r.tag(g.head), "VB")
}

// conjunctionStops reports whether what "and" joins at token i belongs to the
// reporting verb: another verb of reporting, or, after a content without a
// verb, any verb with tense or a clause of its own.
func (r *reader) conjunctionStops(from, i int, m mode, verb bool) bool {
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

// startsReport reports whether the clause that "but" or "and" opens at token i
// is a report of its own: a verb of speech with tense whose subject is in it.
func (r *reader) startsReport(i int) bool {
	for k, g := range r.groups {
		if s := r.sub[k]; !s.Empty() && s.From >= i && g.From >= s.To && g.finite && g.frames.has("q") {
			return true
		}
		if g.From > i && g.finite {
			return false
		}
	}
	return false
}

// attaches are the prepositions that join nouns to one phrase.
var attaches = lexis.NewWords("of for in at from on")

// subjectAndVerb reports whether a noun phrase and a verb with tense follow.
func (r *reader) subjectAndVerb(i int) bool {
	end := r.chunkAfter(i)
	for end > i && end+1 < r.at.To && attaches.Has(r.Tokens[end]) && r.chunkAfter(end+1) > end+1 {
		end = r.chunkAfter(end + 1)
	}
	for end < r.at.To && r.adverb(end) {
		end++
	}
	return end > i && end < r.at.To && r.finite(end)
}

// correlatives open a clause before its subject: "neither side won".
var correlatives = lexis.NewWords("neither either both not")

// pastTense repairs the tag of a past tense taken for a participle: a noun
// stands before it and its object behind it.
func (r *reader) pastTense(j int) bool {
	if r.tag(j) != "VBN" || j == r.at.From || j+1 >= r.at.To || !strings.HasPrefix(r.tag(j-1), "NN") && r.tag(j-1) != "PRP" {
		return false
	}
	switch t := r.tag(j + 1); t {
	case "DT", "PRP$", "PRP", "NNP", "JJ", "CD":
		return true
	}
	return false
}

// clauseAt reports whether a clause with its own verb begins at token i, seen
// before the next comma and relative pronoun.
func (r *reader) clauseAt(i int) bool {
	if i < r.at.To && correlatives.Has(r.Tokens[i]) {
		i++
	}
	if i >= r.at.To || !r.nominal(i) && r.tag(i) != "VBG" && !r.opensQuote(i) {
		return false
	}
	for j := i; j < min(r.at.To, i+25); j++ {
		switch t := r.tag(j); {
		case (r.finite(j) || r.pastTense(j)) && j > i:
			return true
		case r.Tokens[j].Fold == "," || r.Tokens[j].Fold == ":":
			return false
		case t == "WDT" || t == "WP" && j > i || t == "WRB" || t == "TO":
			return false
		}
	}
	return false
}

func (r *reader) long4(j int) bool {
	q := r.Quotes[r.QuoteOf(j)].Tokens
	return q.To-q.From > 6
}
