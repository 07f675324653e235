package segment

import (
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// Span is a passage in bytes, end exclusive.
type Span struct{ Start, End int }

// Range is a run of tokens, To exclusive.
type Range struct{ From, To int }

// Empty reports whether the range holds no token.
func (r Range) Empty() bool { return r.To <= r.From }

// Has reports whether token i lies in the range.
func (r Range) Has(i int) bool { return r.From <= i && i < r.To }

// Contains reports whether b lies inside r.
func (r Range) Contains(b Range) bool { return r.From <= b.From && b.To <= r.To }

// Kind says what a block is.
type Kind uint8

// The kinds of blocks.
const (
	Paragraph   Kind = iota
	Heading          // short, no full stop; or marked by #
	Bullet           // an item of a list
	Row              // a row of a table, cells between |
	Credit           // "— Name, office" under a quotation
	Boilerplate      // what a page has beside its article
)

// Block is a paragraph or what stands in place of one.
type Block struct {
	Span
	Kind      Kind
	Tokens    Range
	Sentences Range // indices into Text.Sentences
}

// Sentence is a sentence of a block; in rows, the block itself.
type Sentence struct {
	Span
	Block  int
	Tokens Range
}

// Quote is a quotation, marks included. Open says that it ends with the block
// and not with a mark.
type Quote struct {
	Span
	Block  int
	Tokens Range // without the marks
	Open   bool
}

// Text is a text with its parts.
type Text struct {
	Raw       string
	Tokens    []lexis.Token
	Blocks    []Block
	Sentences []Sentence
	Quotes    []Quote

	quoteOf []int32 // by token: quote index, or -1
	points  []int32 // code points before every stride bytes
}

// stride is the distance of the checkpoints of Point, in bytes.
const stride = 256

// QuoteRange is a quotation with its marks.
func (t *Text) QuoteRange(q int) Range {
	s, r := t.Quotes[q].Span, t.Quotes[q].Tokens
	for r.From > 0 && t.Tokens[r.From-1].Start >= s.Start {
		r.From--
	}
	for r.To < len(t.Tokens) && t.Tokens[r.To].End <= s.End {
		r.To++
	}
	return r
}

// QuoteOf is the index of the quotation that token i stands in, or -1.
func (t *Text) QuoteOf(i int) int { return int(t.quoteOf[i]) }

// SpanOf is the passage of a run of tokens.
func (t *Text) SpanOf(r Range) Span {
	if r.Empty() {
		return Span{}
	}
	return Span{t.Tokens[r.From].Start, t.Tokens[r.To-1].End}
}

// Words is the text of a run of tokens.
func (t *Text) Words(r Range) string {
	s := t.SpanOf(r)
	return t.Raw[s.Start:s.End]
}

// SentenceOf is the index of the sentence that token i stands in, or -1.
func (t *Text) SentenceOf(i int) int {
	lo, hi := 0, len(t.Sentences)
	for lo < hi {
		if mid := (lo + hi) / 2; t.Sentences[mid].Tokens.To <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(t.Sentences) && t.Sentences[lo].Tokens.Has(i) {
		return lo
	}
	return -1
}

// Point is the number of code points before a byte offset.
func (t *Text) Point(offset int) int {
	k := offset / stride
	if k >= len(t.points) {
		k = len(t.points) - 1
	}
	// The checkpoint may fall inside a code point: count starts, not runes.
	n := int(t.points[k])
	for i := k * stride; i < offset; i++ {
		if utf8.RuneStart(t.Raw[i]) {
			n++
		}
	}
	return n
}

// checkpoints counts the code points before every stride bytes.
func checkpoints(raw string) []int32 {
	list := make([]int32, 1, len(raw)/stride+1)
	n := int32(0)
	for i := range len(raw) {
		if i > 0 && i%stride == 0 {
			list = append(list, n)
		}
		if utf8.RuneStart(raw[i]) {
			n++
		}
	}
	return list
}
