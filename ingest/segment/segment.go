package segment

import (
	"sort"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// Segment cuts a text. It never fails: what is no prose becomes blocks that
// hold no sentence of any use.
func Segment(raw string) *Text {
	t := &Text{Raw: raw, Tokens: lexis.Tokenize(raw), points: checkpoints(raw)}
	t.Blocks = blocks(raw)
	for i := range t.Blocks {
		t.Blocks[i].Tokens = t.tokensIn(t.Blocks[i].Span)
	}
	t.findQuotes()
	for i := range t.Blocks {
		first := len(t.Sentences)
		t.addSentences(i)
		t.Blocks[i].Sentences = Range{first, len(t.Sentences)}
	}
	return t
}

// tokensIn is the run of tokens that begin in a span.
func (t *Text) tokensIn(s Span) Range {
	from := sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].Start >= s.Start })
	to := sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].Start >= s.End })
	return Range{from, to}
}
