package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Piece is a run of a text; those that were looked for are marked.
type Piece struct {
	Text   string `json:"text"`
	Marked bool   `json:"marked"`
}

// Mark cuts a text around the words of a query, to about width bytes, and
// marks them. Where the text is longer, the piece with the most different words
// is shown, and an ellipsis stands where something was left out. Without a hit
// it is the beginning of the text. A width of 0 keeps all of it.
func (q Query) Mark(text string, width int) []Piece {
	terms := q.terms()
	var hits []word
	for w := range words(text) {
		if w.folded = stem(w.folded); slices.Contains(terms, w.folded) {
			hits = append(hits, w)
		}
	}
	from, to := window(text, hits, width)
	var list []Piece
	add := func(s string, marked bool) {
		if s != "" {
			list = append(list, Piece{s, marked})
		}
	}
	if from > 0 {
		add("\u2026", false)
	}
	at := from
	for _, h := range hits {
		if h.start < from || h.end > to {
			continue
		}
		add(text[at:h.start], false)
		add(text[h.start:h.end], true)
		at = h.end
	}
	add(text[at:to], false)
	if to < len(text) {
		add("\u2026", false)
	}
	return list
}

// window is the part of a text with the most different hits, between words.
func window(text string, hits []word, width int) (from, to int) {
	if width <= 0 || len(text) <= width {
		return 0, len(text)
	}
	best, at := 0, 0
	for i, first := range hits {
		seen := map[string]bool{}
		for _, h := range hits[i:] {
			if h.end-first.start > width {
				break
			}
			seen[h.folded] = true
		}
		if len(seen) > best {
			best, at = len(seen), first.start
		}
	}
	from = max(0, min(at-width/4, len(text)-width))
	return edge(text, from), edge(text, min(len(text), from+width))
}

// edge moves a cut to the beginning of a word near by, or at least to that of
// a character.
func edge(text string, at int) int {
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	if at == 0 || at == len(text) {
		return at
	}
	if i := strings.LastIndexFunc(text[max(0, at-40):at], unicode.IsSpace); i >= 0 {
		return max(0, at-40) + i + 1
	}
	return at
}
