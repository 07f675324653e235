package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/segment"
)

// person: "urged them to resign", "called it a mess".
func (r *reader) person(g group) segment.Range {
	if g.frames.has("c") && g.To < r.at.To && (r.nominal(g.To) || r.opensQuote(g.To) || r.tag(g.To) == "VBG" || r.Tokens[g.To].Fold == "as") {
		return segment.Range{From: g.To, To: r.end(g.To, r.phraseMode(g.To))}
	}
	if !g.frames.has("o") || g.To >= r.at.To || !r.nominal(g.To) {
		return segment.Range{}
	}
	for i := g.To; i < min(r.at.To, g.To+12); i++ {
		if r.tag(i) == "TO" && i+1 < r.at.To && (r.tag(i+1) == "VB" || r.adverb(i+1) || r.opensQuote(i+1)) {
			return segment.Range{From: g.To, To: r.end(g.To, infinitive)}
		}
		if r.finite(i) || r.Tokens[i].Fold == "," {
			break
		}
	}
	return segment.Range{}
}

// toVerb: "vowed to resign", "refused on Monday to resign".
func (r *reader) toVerb(g group) segment.Range {
	if !g.frames.has("i") {
		return segment.Range{}
	}
	for i := g.To; i < min(r.at.To, g.To+8); i++ {
		if r.tag(i) == "TO" && i+1 < r.at.To && (r.tag(i+1) == "VB" || r.tag(i+1) == "NN" || r.adverb(i+1) || r.opensQuote(i+1)) {
			return segment.Range{From: i, To: r.end(i, infinitive)}
		}
		if t := r.tag(i); i == g.To && t != "IN" && t != "RB" && !r.timeAt(i) && t != "TO" || r.Tokens[i].Fold == "," {
			break
		}
	}
	return segment.Range{}
}

// object: "rejected the plan", "considered resigning", "talked about it".
func (r *reader) object(g group) segment.Range {
	if !g.frames.has("n") || g.To >= r.at.To {
		return segment.Range{}
	}
	i := g.To
	t := r.tag(i)
	if r.timeAt(i) && t != "CD" {
		return segment.Range{}
	}
	adverb := strings.HasPrefix(t, "RB")
	if !r.nominal(i) && t != "VBG" && !r.opensQuote(i) && !adverb && !strings.HasPrefix(t, "W") {
		return segment.Range{}
	}
	if adverb && (i+1 >= r.at.To || !r.nominal(i+1)) {
		return segment.Range{}
	}
	return segment.Range{From: i, To: r.end(i, r.phraseMode(i))}
}

// gerund: the tagger takes many for nouns after a preposition.
func (r *reader) gerund(j int) bool {
	if r.tag(j) == "VBG" {
		return !r.attributive(j)
	}
	return r.tag(j) == "NN" && j > r.at.From && r.Tokens[j-1].Fold == "of" && strings.HasSuffix(r.Tokens[j].Fold, "ing")
}

// phraseMode tells a noun phrase from one that holds a gerund: "accused her of
// sleeping when it mattered" has a verb, which adverbial clauses can modify.
func (r *reader) phraseMode(i int) mode {
	for j := i; j < min(r.at.To, i+6); j++ {
		if r.gerund(j) && (j == i || r.tag(j-1) == "IN") {
			return infinitive
		}
		if r.finite(j) || r.Tokens[j].Fold == "," {
			break
		}
	}
	return phrase
}
