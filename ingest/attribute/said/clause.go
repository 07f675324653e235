package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

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

// longQuote reports whether the quotation that opens at j is more than a name or
// a term inside the clause.
func (r *reader) longQuote(j int) bool {
	q := r.Quotes[r.QuoteOf(j)].Tokens
	return q.To-q.From > 6
}
