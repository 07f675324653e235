package network

import (
	"cmp"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// labels are the nodes on one side of a matrix, with their places.
type labels struct {
	names []string
	at    map[string]int32
}

// labelsOf lists the values that some events have, without "not coded".
func labelsOf(c Column, events []int) labels {
	l := labels{at: map[string]int32{}}
	for _, e := range events {
		if v := c.Values[e]; v != "" {
			if _, ok := l.at[v]; !ok {
				l.at[v] = 0
				l.names = append(l.names, v)
			}
		}
	}
	slices.SortFunc(l.names, compareUTF16)
	for i, name := range l.names {
		l.at[name] = int32(i)
	}
	return l
}

// compareUTF16 orders texts by their UTF-16 code units, as Java does. Only
// characters past U+FFFF stand elsewhere than in Go's order.
func compareUTF16(a, b string) int {
	for a != "" && b != "" {
		x, n := utf8.DecodeRuneInString(a)
		y, m := utf8.DecodeRuneInString(b)
		if x != y {
			// Equal first units: two of the same surrogate block, ordered as runes.
			return cmp.Or(cmp.Compare(firstUnit(x), firstUnit(y)), cmp.Compare(x, y))
		}
		a, b = a[n:], b[m:]
	}
	return cmp.Compare(len(a), len(b))
}

func firstUnit(r rune) rune {
	if high, _ := utf16.EncodeRune(r); high != utf8.RuneError {
		return high
	}
	return r
}
