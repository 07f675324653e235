package rdf

import (
	"fmt"
	"math"
	"strings"

	"github.com/stancegraph/stancegraph/graph/quads"
)

// isPlainLocal reports whether a local name needs no escapes.
func isPlainLocal(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case isLetter(c), isDigit(c), c == '_':
		case c == '-' && i > 0, c == ':':
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
		default:
			return false
		}
	}
	return true
}

// escapedIRI escapes what cannot stand between angle brackets.
func escapedIRI(s string) string {
	if !strings.ContainsFunc(s, isOutsideIRI) { // nearly always
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if isOutsideIRI(r) {
			fmt.Fprintf(&b, `\u%04X`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isOutsideIRI(r rune) bool { return r <= ' ' || strings.ContainsRune(notInIRI, r) }

// quoted prints a text between quotation marks, three where it has several
// lines.
func quoted(s string) string {
	marks := `"`
	if strings.Contains(s, "\n") {
		marks = `"""`
	}
	var b strings.Builder
	b.Grow(len(s) + 6)
	b.WriteString(marks)
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteByte('\n')
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case isInvisible(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteString(marks)
	return b.String()
}

// isInvisible reports whether a character is to be written by its number:
// controls, marks that turn the direction of what follows, which could make a
// file read otherwise than it is, and what is no character.
func isInvisible(r rune) bool {
	switch {
	case r < ' ', 0x7f <= r && r < 0xa0, r == 0x200e, r == 0x200f, 0x2028 <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069, r == 0xfeff, r == 0xfffe, r == 0xffff:
		return true
	}
	return false
}

// lexicalDouble is the canonical form of a double: "-5.0E-1".
func lexicalDouble(x float64) string {
	switch {
	case math.IsInf(x, 1):
		return "INF"
	case math.IsInf(x, -1):
		return "-INF"
	case math.IsNaN(x):
		return "NaN"
	}
	return quads.Double(x)
}
