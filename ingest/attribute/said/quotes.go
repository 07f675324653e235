package said

import (
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// minQuote is the least length, in tokens, of a quotation that counts without a
// cue: shorter ones are titles and words held at a distance.
const minQuote = 4

// quotesWithoutCue gives the quotations that end in this sentence and that no
// cue has claimed to whoever spoke last in the paragraph: "“We lost,” said Ann.
// “It is over.”"
func (r *reader) quotesWithoutCue() {
	if r.speaker < 0 {
		return
	}
	for i := r.at.From; i < r.at.To; i++ {
		q := r.QuoteOf(i)
		if q < 0 {
			continue
		}
		w := r.wholeQuote(q)
		i = max(i, w.To-1)
		if w.To > r.at.To || r.taken[q] || !r.stands(q) {
			continue
		}
		r.goOn(w)
	}
}

// stands reports whether a quotation is a sentence of its own and no part of
// one: it begins where a sentence does.
func (f *finder) stands(q int) bool {
	w := f.wholeQuote(q)
	s := f.SentenceOf(w.From)
	return s >= 0 && f.Sentences[s].Tokens.From == w.From && w.To-w.From >= minQuote
}

// goOn adds a passage to what the last speaker said.
func (f *finder) goOn(c segment.Range) {
	a := &f.list[f.speaker]
	a.Content = append(a.Content, c)
	f.take(c)
}
