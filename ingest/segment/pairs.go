package segment

import (
	"unicode"
	"unicode/utf8"
)

// A typewriter and old wire services write a double mark as two single ones,
// and TeX opens with two grave accents.

// isPair reports whether tokens i and i+1 are two single marks side by side.
func (t *Text) isPair(i int) bool {
	if i+1 >= len(t.Tokens) {
		return false
	}
	a, b := t.Tokens[i], t.Tokens[i+1]
	return a.Text == b.Text && a.End == b.Start && (a.Text == "'" || a.Text == "`" || a.Text == "‘" || a.Text == "’")
}

func (t *Text) opensPair(i int) bool {
	before, _ := utf8.DecodeLastRuneInString(t.Raw[:t.Tokens[i].Start])
	after, _ := utf8.DecodeRuneInString(t.Raw[t.Tokens[i+1].End:])
	return !unicode.IsSpace(after) && (t.Tokens[i].Start == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before)) && i+2 < len(t.Tokens)
}

// closesPair is the first of the two marks that close, or -1.
func (t *Text) closesPair(from, to int) int {
	for i := from; i+1 < min(to, from+maxQuote); i++ {
		if t.isPair(i) && t.Tokens[i].Text != "`" && t.Tokens[i].Text != "‘" {
			// Of three marks the first closes a quotation inside.
			if t.isPair(i+1) && i+2 < to {
				i++
			}
			return i
		}
	}
	return -1
}
