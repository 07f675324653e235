package rdf

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// maxToken bounds one term, in bytes: the text of a source is one.
const maxToken = 64 << 20

// lexer cuts a file into tokens and knows where it is.
type lexer struct {
	in           *bufio.Reader
	line, column int  // of the next character, from 1
	plain        bool // texts stand between double quotation marks, on one line
	buf          []byte
}

func newLexer(r io.Reader) *lexer {
	return &lexer{in: bufio.NewReaderSize(r, 64<<10), line: 1, column: 1}
}

const noRune = -1

// peek returns the n-th byte from here, 0 where the file ends before it.
func (l *lexer) peek(n int) byte {
	b, _ := l.in.Peek(n + 1) // an error comes again when it is read
	if len(b) <= n {
		return 0
	}
	return b[n]
}

// next takes one character; noRune at the end of the file.
func (l *lexer) next() (rune, error) {
	r, size, err := l.in.ReadRune()
	switch {
	case errors.Is(err, io.EOF):
		return noRune, nil
	case err != nil:
		return noRune, err
	case r == utf8.RuneError && size == 1:
		return noRune, l.errorf("a byte that is not UTF-8")
	case r == '\n':
		l.line, l.column = l.line+1, 1
	default:
		l.column++
	}
	return r, nil
}

func (l *lexer) skip(n int) {
	for range n {
		_, _ = l.next() // seen by peek already
	}
}

func (l *lexer) errorf(format string, args ...any) error {
	return syntaxError{l.line, l.column, fmt.Sprintf(format, args...)}
}

func (l *lexer) skipSpace() error {
	for {
		switch l.peek(0) {
		case ' ', '\t', '\r', '\n':
			l.skip(1)
		case '#':
			for l.peek(0) != '\n' {
				if r, err := l.next(); r == noRune {
					return err
				}
			}
		default:
			return nil
		}
	}
}

func (l *lexer) read(t *token) error {
	switch c := l.peek(0); {
	case c == 0:
		r, err := l.next()
		if err == nil && r != noRune {
			err = l.errorf("a character with the number 0")
		}
		return err // the end
	case c == '<':
		return l.iri(t)
	case c == '"' || c == '\'' && !l.plain:
		return l.text(t)
	case c == '@':
		return l.at(t)
	case c == '_' && l.peek(1) == ':':
		return l.blank(t)
	case c == '^' && l.peek(1) == '^':
		t.kind, t.text = mark, "^^"
		l.skip(2)
		return nil
	case isDigit(c), (c == '+' || c == '-' || c == '.') && startsNumber(l.peek(0), l.peek(1), l.peek(2)):
		return l.number(t)
	case strings.IndexByte(".;,[](){}", c) >= 0:
		t.kind, t.text = mark, string(c)
		l.skip(1)
		return nil
	}
	return l.name(t)
}

// take adds a character to the token being read.
func (l *lexer) take(r rune) error {
	if len(l.buf) >= maxToken {
		return l.errorf("a term of more than %d MiB", maxToken>>20)
	}
	l.buf = utf8.AppendRune(l.buf, r)
	return nil
}

// charset is a set of characters of ASCII.
type charset [utf8.RuneSelf]bool

func charsetOf(has func(rune) bool) *charset {
	var set charset
	for r := range rune(utf8.RuneSelf) {
		set[r] = has(r)
	}
	return &set
}

// run takes the characters of a set that stand here and are in memory already,
// which is nearly always the whole of a term. None of the set ends a line.
func (l *lexer) run(set *charset) {
	b, _ := l.in.Peek(l.in.Buffered()) // what is there can be peeked at
	n := 0
	for n < len(b) && b[n] < utf8.RuneSelf && set[b[n]] && len(l.buf)+n < maxToken {
		n++
	}
	l.buf = append(l.buf, b[:n]...)
	_, _ = l.in.Discard(n)
	l.column += n
}

func (l *lexer) at(t *token) error {
	l.skip(1)
	l.buf = l.buf[:0]
	for c := l.peek(0); isLetter(c) || len(l.buf) > 0 && (isDigit(c) || c == '-'); c = l.peek(0) {
		if err := l.take(rune(c)); err != nil {
			return err
		}
		l.skip(1)
	}
	if len(l.buf) == 0 {
		return l.errorf(`expected a language, "prefix" or "base" after @`)
	}
	t.kind, t.text = at, string(l.buf)
	return nil
}
