package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// wholeQuote is a quotation with its marks.
func (f *finder) wholeQuote(q int) segment.Range { return f.QuoteRange(q) }

// stopInside reports whether the quotation around token i ends with a mark of
// its own, a comma or a full stop.
func (f *finder) stopInside(i int) bool {
	last := f.Quotes[f.QuoteOf(i)].Tokens.To - 1
	return last > 0 && f.Tokens[last].Kind == lexis.Mark
}

// take marks the quotations that begin in a content as accounted for. One that
// began before it holds the whole report and stays to be accounted for.
func (f *finder) take(c segment.Range) {
	for i := c.From; i < c.To; i++ {
		q := f.QuoteOf(i)
		if q < 0 {
			continue
		}
		if f.wholeQuote(q).From >= c.From {
			f.taken[q] = true
		}
		i = max(i, f.Quotes[q].Tokens.To)
	}
}

func (r *reader) holdsQuote(c segment.Range) bool {
	for i := c.From; i < c.To; i++ {
		if r.QuoteOf(i) >= 0 {
			return true
		}
	}
	return false
}

// quotedHere reports whether the last speaker has been quoted in this sentence:
// "…," she said, stressing that …: the next quotation is hers and no stress.
func (r *reader) quotedHere() bool {
	if r.speaker < 0 {
		return false
	}
	a := r.list[r.speaker]
	return len(a.Cue) > 0 && a.Cue[0].From >= r.at.From && len(a.Content) > 0 && r.holdsQuote(a.Content[0])
}
