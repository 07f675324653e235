package search

import (
	"slices"
	"strings"
)

// Words are the words of a text without case and accents, not stemmed: for
// names, of which the beginning is typed.
func Words(text string) []string {
	var list []string
	for w := range words(text) {
		list = append(list, w.folded)
	}
	return list
}

// OfNames is the query for names: what words of a name have to begin with, and
// the words that it must not have, both as Words gives them.
func (q Query) OfNames() (prefixes, never []string) { return q.begin, q.barred }

// MarkPrefixes marks the words of a text that begin with one of the prefixes,
// which are as Words gives them.
func MarkPrefixes(text string, prefixes []string) []Piece {
	var list []Piece
	at := 0
	for w := range words(text) {
		if !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(w.folded, p) }) {
			continue
		}
		if at < w.start {
			list = append(list, Piece{text[at:w.start], false})
		}
		list, at = append(list, Piece{text[w.start:w.end], true}), w.end
	}
	if at < len(text) {
		list = append(list, Piece{text[at:], false})
	}
	return list
}
