package rdf

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// escapes are the characters that a backslash makes.
var escapes = map[rune]rune{'t': '\t', 'b': '\b', 'n': '\n', 'r': '\r', 'f': '\f', '"': '"', '\'': '\'', '\\': '\\'}

// inText are the characters that mean themselves in any text.
var inText = charsetOf(func(r rune) bool { return r != '"' && r != '\'' && r != '\\' && r != '\n' && r != '\r' })

// text reads a string in one or three quotation marks of either kind.
func (l *lexer) text(t *token) error {
	t.kind = text
	quote := l.peek(0)
	long := !l.plain && l.peek(1) == quote && l.peek(2) == quote
	if l.buf = l.buf[:0]; long {
		l.skip(3)
	} else {
		l.skip(1)
	}
	for {
		l.run(inText)
		if l.peek(0) == quote {
			switch {
			case !long:
				l.skip(1)
				t.text = string(l.buf)
				return nil
			case l.peek(1) == quote && l.peek(2) == quote:
				l.skip(3)
				t.text = string(l.buf)
				return nil
			}
		}
		r, err := l.next()
		switch {
		case err != nil:
			return err
		case r == noRune:
			return syntaxError{t.line, t.column, "a text that does not end"}
		case !long && (r == '\n' || r == '\r'):
			return syntaxError{t.line, t.column, "a text that does not end on its line"}
		case r == '\\':
			if r, err = l.escape(escapes); err != nil {
				return err
			}
		}
		if err := l.take(r); err != nil {
			return err
		}
	}
}

// escape reads what follows a backslash.
func (l *lexer) escape(known map[rune]rune) (rune, error) {
	r, err := l.next()
	if err != nil {
		return 0, err
	}
	switch r {
	case 'u':
		return l.hex(4)
	case 'U':
		return l.hex(8)
	}
	made, ok := known[r]
	if !ok {
		return 0, l.errorf(`\%c: no such escape`, max(r, ' '))
	}
	return made, nil
}

func (l *lexer) hex(n int) (rune, error) {
	digits := make([]byte, 0, n)
	for range n {
		c := l.peek(0)
		if !isHex(c) {
			return 0, l.errorf("expected %d hexadecimal digits", n)
		}
		digits = append(digits, c)
		l.skip(1)
	}
	x, _ := strconv.ParseUint(string(digits), 16, 32)
	if r := rune(x); x <= utf8.MaxRune && utf8.ValidRune(r) {
		return r, nil
	}
	return 0, l.errorf("%s: no character has this number", digits)
}

// notInIRI are the characters that an IRI cannot have, beside those up to the
// space.
const notInIRI = "<>\"{}|^`\\"

var inIRI = charsetOf(func(r rune) bool { return r > ' ' && !strings.ContainsRune(notInIRI, r) })

func (l *lexer) iri(t *token) error {
	l.skip(1)
	t.kind = iriRef
	l.buf = l.buf[:0]
	for {
		l.run(inIRI)
		r, err := l.next()
		switch {
		case err != nil:
			return err
		case r == '>':
			t.text = string(l.buf)
			return nil
		case r == noRune:
			return syntaxError{t.line, t.column, "an IRI that does not end"}
		case r == '\\':
			if r, err = l.escape(nil); err != nil {
				return err
			}
		}
		if r <= ' ' || strings.ContainsRune(notInIRI, r) {
			return l.errorf("%q: not a character of an IRI, write it percent-encoded", r)
		}
		if err := l.take(r); err != nil {
			return err
		}
	}
}

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
