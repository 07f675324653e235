package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// maxAdjunct bounds what may stand between a verb and its clause, in tokens: a
// day, a place, an occasion, whoever is told.
const maxAdjunct = 16

// adjunct reports whether what follows a verb is no object whose relative clause
// "that" could open.
func (r *reader) adjunct(g group) bool {
	first := r.tag(g.To)
	return g.frames.has("a") || first == "IN" || first == "TO" || first == "RB" || r.timeAt(g.To) || r.Tokens[g.To].Fold == ","
}

// adjunctEnd is the next comma, dash or end of the sentence after token i, if
// what stands between is an adjunct: it begins with a preposition, an adverb,
// a participle or a time.
func (r *reader) adjunctEnd(i int) int {
	if i >= r.at.To {
		return i
	}
	t := r.tag(i)
	starts := t == "IN" || t == "TO" || t == "RB" || t == "VBG" || t == "VBN" || t == "WRB" || t == "JJR" || t == "CC" || r.timeAt(i) || r.Tokens[i].Fold == "this" || r.Tokens[i].Fold == "last" || r.Tokens[i].Fold == "via"
	if !starts {
		return i
	}
	for i < r.at.To && r.Tokens[i].Fold != "," && r.Tokens[i].Fold != ":" && r.Tokens[i].Fold != ";" && !r.Tokens[i].Dash() && !r.opensQuote(i) {
		if r.Tokens[i].Kind == lexis.Mark && i+1 >= r.at.To || r.participleOfSpeech(i) {
			break
		}
		i++
	}
	return i
}

// addresseeEnd is the token after whoever is told, for verbs that take one.
func (r *reader) addresseeEnd(g group) int {
	if !g.frames.has("a") {
		return g.To
	}
	end := g.To
	for end < r.at.To && r.nominal(end) && r.QuoteOf(end) == g.quoted {
		end++
	}
	for end+1 < r.at.To && (r.Tokens[end].Fold == "of" || r.Tokens[end].Fold == "at") && r.nominal(end+1) {
		end = r.chunkAfter(end + 1)
	}
	return end
}

func (r *reader) timeAt(i int) bool {
	return i < r.at.To && (timeWords.Has(r.Tokens[i]) || r.tag(i) == "CD" || i+1 < r.at.To && timeWords.Has(r.Tokens[i+1]))
}

var timeWords = lexis.NewWords("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march april june july august september october november december")

var (
	timePointers = lexis.NewWords("this last next earlier late later early on in over")
	timeUnits    = lexis.NewWords("week weekend month year morning evening night afternoon day days weeks months years today ago summer winter spring fall autumn")
)

// skipTime is the token after a time without its own clause: "this weekend",
// "on Monday night", "last year".
func (r *reader) skipTime(i int) int {
	j := i
	for j < r.at.To && j < i+3 && (timePointers.Has(r.Tokens[j]) || r.tag(j) == "CD") {
		j++
	}
	start := j
	for j < r.at.To && (timeWords.Has(r.Tokens[j]) || timeUnits.Has(r.Tokens[j])) {
		j++
	}
	if j == start {
		return i
	}
	return j
}
