package said

import (
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// mainSubject is the noun phrase before the first finite verb of the sentence,
// which need not be a verb of reporting: "Ann spoke to voters, promising".
func (r *reader) mainSubject(until int) segment.Range {
	for i := r.at.From + 1; i < until; i++ {
		if !r.finite(i) || r.QuoteOf(i) >= 0 {
			continue
		}
		if relatives.Has(r.Tokens[i-1]) {
			continue
		}
		j := i
		for j > r.at.From && r.adverb(j-1) {
			j--
		}
		if s := r.nounPhraseBefore(j); !s.Empty() {
			return s
		}
	}
	return segment.Range{}
}

// controller is the subject of an infinitive: the object of the verb it hangs
// on where that verb takes one ("urged Bob to accept"), else its subject.
func (r *reader) controller(k int) segment.Range {
	g := r.groups[k]
	if k > 0 {
		h := r.groups[k-1]
		if gap := g.From - h.To; gap > 0 && gap <= 8 && h.frames.has("o") && !h.passive {
			if s := r.nounPhraseBefore(g.From); !s.Empty() && s.From >= h.To {
				return s
			}
		}
	}
	if s := r.shared(k); !s.Empty() {
		return s
	}
	return r.nounPhraseBefore(g.From)
}

// antecedent is the noun phrase before a relative pronoun, with the pronoun.
func (r *reader) antecedent(pronoun int) segment.Range {
	end := pronoun
	if end > r.at.From && r.Tokens[end-1].Fold == "," {
		end--
	}
	s := r.nounPhraseBefore(end)
	if s.Empty() {
		return segment.Range{From: pronoun, To: pronoun + 1}
	}
	return segment.Range{From: s.From, To: pronoun + 1}
}
