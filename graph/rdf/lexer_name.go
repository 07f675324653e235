package rdf

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func (l *lexer) blank(t *token) error {
	l.skip(2)
	l.buf = l.buf[:0]
	t.kind = blank
	if err := l.nameChars(false); err != nil {
		return err
	}
	if len(l.buf) == 0 {
		return l.errorf("expected a label after _:")
	}
	t.text = string(l.buf)
	return nil
}

// name reads a word, or a name with a prefix.
func (l *lexer) name(t *token) error {
	l.buf = l.buf[:0]
	if err := l.nameChars(false); err != nil {
		return err
	}
	if l.peek(0) != ':' {
		if len(l.buf) == 0 {
			r, err := l.next()
			if err == nil {
				err = syntaxError{t.line, t.column, "an unexpected " + strconv.Quote(string(r))}
			}
			return err
		}
		t.kind, t.text = word, string(l.buf)
		return nil
	}
	l.skip(1)
	t.kind, t.prefix = prefixed, string(l.buf)
	l.buf = l.buf[:0]
	if err := l.nameChars(true); err != nil {
		return err
	}
	t.text = string(l.buf)
	return nil
}

// inLocal are the characters that a local name may have after a backslash.
const inLocal = "_~.-!$&'()*+,;=/?#@%"

// nameChars takes the characters of a name. A full stop at its end ends the
// sentence and not the name. Local names have colons and escapes too.
func (l *lexer) nameChars(local bool) error {
	for {
		c := l.peek(0)
		switch {
		case isLetter(c) || isDigit(c) || c == '_' || c == '-' && len(l.buf) > 0 || c == ':' && local:
			l.buf = append(l.buf, c)
			l.skip(1)
		case c == '.' && len(l.buf) > 0 && l.goesOn(local):
			l.buf = append(l.buf, c)
			l.skip(1)
		case c == '%' && local:
			if !isHex(l.peek(1)) || !isHex(l.peek(2)) {
				return l.errorf("expected two hexadecimal digits after %%")
			}
			l.buf = append(l.buf, c, l.peek(1), l.peek(2))
			l.skip(3)
		case c == '\\' && local:
			escaped := l.peek(1)
			if escaped == 0 || strings.IndexByte(inLocal, escaped) < 0 {
				return l.errorf("an escape that a name cannot have")
			}
			l.buf = append(l.buf, escaped)
			l.skip(2)
		case c >= utf8.RuneSelf:
			r, err := l.next()
			if err != nil {
				return err
			}
			if !isNameRune(r) {
				return l.errorf("%q: not a character of a name", r)
			}
			l.buf = utf8.AppendRune(l.buf, r)
		default:
			return nil
		}
		if len(l.buf) >= maxToken {
			return l.errorf("a name of more than %d MiB", maxToken>>20)
		}
	}
}

// goesOn reports whether a name goes on after the full stops that stand here.
func (l *lexer) goesOn(local bool) bool {
	for n := 1; n < 64; n++ {
		switch c := l.peek(n); {
		case c == '.':
		case isLetter(c), isDigit(c), c == '_', c == '-', c >= utf8.RuneSelf:
			return true
		default:
			return local && (c == ':' || c == '%' || c == '\\')
		}
	}
	return false
}

// nameRunes are the characters beyond ASCII that names may have: PN_CHARS of
// the grammar of Turtle.
var nameRunes = [][2]rune{{0xB7, 0xB7}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x37D}, {0x37F, 0x1FFF}, {0x200C, 0x200D}, {0x203F, 0x2040},
	{0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}}

func isNameRune(r rune) bool {
	for _, span := range nameRunes {
		if span[0] <= r && r <= span[1] {
			return true
		}
	}
	return false
}
