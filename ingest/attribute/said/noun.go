package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// nounCues makes the attributions of nouns of reporting: "her claim that the
// ban failed", "the council's criticism of the ban", "the belief that".
func (r *reader) nounCues() {
	for i := r.at.From; i < r.at.To; i++ {
		if t := r.tag(i); t != "NN" && t != "NNS" {
			continue
		}
		f, _ := nouns().match(r.Tokens, i, r.at.To)
		if f == "" {
			continue
		}
		owner := r.owner(i)
		if c := r.nounComplement(i, f, !owner.Empty()); !c.Empty() {
			a := Attribution{Cue: []segment.Range{{From: i, To: i + 1}}, Content: []segment.Range{c}}
			if !owner.Empty() {
				a.Source = []segment.Range{owner}
			}
			r.add(a)
			r.take(c)
		}
	}
}

var about = lexis.NewWords("of about for on over against toward towards with at to")

// nounComplement is what a noun of reporting is about. A clause with "that" or
// an infinitive tells enough; "of" and the like need an owner, for any noun
// may have them.
func (r *reader) nounComplement(i int, f frames, owned bool) segment.Range {
	j := i + 1
	if j >= r.at.To {
		return segment.Range{}
	}
	switch w := r.Tokens[j]; {
	case w.Fold == "that" && f.has("t") && r.clauseAt(j+1):
		return segment.Range{From: j, To: r.end(j, clause)}
	case w.Fold == "to" && f.has("i") && owned && j+1 < r.at.To && r.tag(j+1) == "VB":
		return segment.Range{From: j, To: r.end(j, infinitive)}
	case about.Has(w) && f.has("g") && owned && j+1 < r.at.To && !r.timeAt(j+1) && (r.nominal(j+1) || r.tag(j+1) == "VBG"):
		return segment.Range{From: j + 1, To: r.end(j+1, phrase)}
	}
	return segment.Range{}
}

// owner is the possessive before a noun, adjectives aside.
func (r *reader) owner(i int) segment.Range {
	for j := i - 1; j >= r.at.From && j >= i-4; j-- {
		switch t := r.tag(j); {
		case t == "PRP$":
			return segment.Range{From: j, To: j + 1}
		case t == "POS" || r.Tokens[j].Fold == "'s":
			from := j
			for from > r.at.From && r.nominal(from-1) {
				from--
			}
			if from == j {
				return segment.Range{}
			}
			return segment.Range{From: from, To: j}
		case t != "JJ" && !strings.HasPrefix(t, "NN") && t != "VBN" && t != "VBG" && !r.adverb(j) && t != "CD" && t != "JJS":
			return segment.Range{}
		}
	}
	return segment.Range{}
}
