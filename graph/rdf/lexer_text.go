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
