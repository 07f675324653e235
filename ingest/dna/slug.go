package dna

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxSlug bounds an ID, in characters: labels of concepts are sentences.
const maxSlug = 60

// slug is a label as an ID: small letters and digits of any script, Latin ones
// without their marks, joined by hyphens, cut at a word.
func slug(label string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(label) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return shorten(norm.NFC.String(b.String()))
}

func shorten(s string) string {
	r := []rune(s)
	if len(r) <= maxSlug {
		return s
	}
	cut := string(r[:maxSlug])
	if i := strings.LastIndexByte(cut, '-'); i > maxSlug/2 {
		return cut[:i]
	}
	return strings.TrimRight(cut, "-")
}

// ids gives out IDs that are all different. The same labels in the same order
// have the same IDs.
type ids map[string]bool

// take returns the slug of a label or, where that is taken, with the first
// number behind it that is free.
func (t ids) take(label, otherwise string) string {
	base := slug(label)
	if base == "" {
		base = otherwise
	}
	id := base
	for n := 2; t[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	t[id] = true
	return id
}
