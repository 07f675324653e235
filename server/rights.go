package server

import (
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/schema"
)

// closedText is what a reader is told of a source that is quote-only.
type closedText struct {
	Excerpts bool // only the passages that are coded are shown
	Withheld bool // nobody has the text here
}

// closed is nil where everything may be shown and passed on.
func (r *request) closed(src *schema.Source) *closedText {
	if src == nil || !src.QuoteOnly() {
		return nil
	}
	stored, ok := r.store.Sources[src.ID]
	if !ok { // found in an index of earlier data
		stored = src
	}
	return &closedText{Excerpts: r.public && !stored.Withheld(), Withheld: stored.Withheld()}
}

// textOf is the stored text of a source. What of it the reader may see, closed
// tells.
func (r *request) textOf(src *schema.Source) string {
	if stored, ok := r.store.Sources[src.ID]; ok {
		return stored.Text
	}
	return src.Text
}

// reading is the text of a source with its passages marked, or what may be
// shown of it.
func (r *request) reading(src *schema.Source, passages []passage, current passage) []textSegment {
	segments := highlight(r.textOf(src), passages, current)
	if c := r.closed(src); c != nil && c.Excerpts {
		quoteOnly(segments, passages)
	}
	return segments
}

// aFewWords is how much stands on each side of a passage of a text that may
// only be quoted, in code points.
const aFewWords = 60

// quoteOnly leaves of a text its passages, each no longer than a quotation may
// be, and a few words around them. Anchors and numbers of statements stay.
func quoteOnly(segments []textSegment, passages []passage) {
	at := 0
	for i := range segments {
		s := &segments[i]
		runes := []rune(s.Text)
		if s.Marked {
			s.Text = cutOff(runes, quotedOf(passages, at))
		} else {
			s.Text = ends(runes, i > 0, i < len(segments)-1)
		}
		at += len(runes)
	}
}

// quotedOf is how many code points from a place on still belong to quotations
// of the length that is allowed.
func quotedOf(passages []passage, at int) int {
	n := 0
	for _, p := range passages {
		if p.start <= at && at < p.end {
			n = max(n, p.start+schema.QuotationLimit-at)
		}
	}
	return n
}

func cutOff(runes []rune, n int) string {
	if n >= len(runes) {
		return string(runes)
	}
	return string(runes[:n]) + "…"
}

// ends are the first words of a text, where a passage ends before it, and the
// last, where one begins after it.
func ends(runes []rune, after, before bool) string {
	kept := 0
	if after {
		kept += aFewWords
	}
	if before {
		kept += aFewWords
	}
	if len(runes) <= kept {
		return string(runes)
	}
	first, last := "", ""
	if after {
		first = wordsBefore(string(runes[:aFewWords])) + " "
	}
	if before {
		last = wordsAfter(string(runes[len(runes)-aFewWords:]))
	}
	return first + "…" + last
}

// wordsBefore leaves out a last word that may be cut, wordsAfter a first one.
func wordsBefore(text string) string {
	return text[:max(0, strings.LastIndexFunc(text, unicode.IsSpace))]
}

func wordsAfter(text string) string {
	return text[max(0, strings.IndexFunc(text, unicode.IsSpace)):]
}
