package said

import (
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// announces reports whether a verb of speech leads to a colon at the end of
// the sentence: what is said is the next block or sentence.
func (r *reader) announces(g group) bool {
	last := r.at.To - 1
	if r.Tokens[last].Fold != ":" || !g.frames.has("q") || g.quoted >= 0 {
		return false
	}
	for i := g.To; i < last; i++ {
		if r.finite(i) {
			return false
		}
	}
	return true
}

// announce adds an attribution whose content is still to come.
func (r *reader) announce(k int) int {
	a := Attribution{Cue: []segment.Range{r.groups[k].Range}}
	if s := r.sub[k]; !s.Empty() {
		a.Source = []segment.Range{s}
	}
	return r.add(a)
}

// announcement reads a colon before a quotation where no verb of speech stands:
// "She made the following comment: “…”". Subject and verb announce it.
func (r *reader) announcement() {
	colon := r.freeColon()
	if r.waiting >= 0 || colon < 0 {
		return
	}
	for i := r.at.From + 1; i < colon; i++ {
		if !r.finite(i) {
			continue
		}
		s := r.nounPhraseBefore(i)
		if s.Empty() {
			continue
		}
		n := r.add(Attribution{Source: []segment.Range{s}, Cue: []segment.Range{{From: i, To: colon + 1}}})
		if colon == r.at.To-1 {
			r.waiting = n
		} else {
			r.speaker = n
			r.goOn(r.wholeQuote(r.QuoteOf(colon + 1)))
		}
		return
	}
}

// freeColon is a colon before a quotation that no attribution has claimed, or -1.
func (r *reader) freeColon() int {
	for i := r.at.From + 1; i < r.at.To; i++ {
		if r.Tokens[i].Fold == ":" && r.QuoteOf(i) < 0 && r.opensQuote(i+1) && !r.taken[r.QuoteOf(i+1)] {
			return i
		}
	}
	return -1
}
