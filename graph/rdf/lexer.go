package rdf

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// kind is what a token is.
type kind int

const (
	end      kind = iota // of the file
	iriRef               // <…>, escapes resolved
	prefixed             // prefix:local, escapes resolved; text is the local part
	blank                // _:label
	text                 // a quoted string
	at                   // @word: a language, @prefix, @base
	word                 // a, true, PREFIX, …
	integer
	decimal
	double
	mark // one of . ; , [ ] ( ) { } or ^^
)

// token is the smallest part of a file that means something.
type token struct {
	kind   kind
	text   string
	prefix string // of a prefixed name
	line   int
	column int
}

// is reports whether a token is a certain mark.
func (t token) is(m string) bool { return t.kind == mark && t.text == m }

// isWord compares without case, as SPARQL's keywords are read.
func (t token) isWord(w string) bool { return t.kind == word && strings.EqualFold(t.text, w) }

// String names a token in a message.
func (t token) String() string {
	switch t.kind {
	case end:
		return "the end of the file"
	case iriRef:
		return "<" + shorten(t.text) + ">"
	case prefixed:
		return t.prefix + ":" + shorten(t.text)
	case blank:
		return "_:" + shorten(t.text)
	case text:
		return fmt.Sprintf("the text %q", shorten(t.text))
	case at:
		return "@" + shorten(t.text)
	}
	return fmt.Sprintf("%q", shorten(t.text))
}

func shorten(s string) string {
	const most = 40
	if r := []rune(s[:min(len(s), 4*most)]); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

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

// token reads the next token.
func (l *lexer) token() (token, error) {
	if err := l.skipSpace(); err != nil {
		return token{}, err
	}
	t := token{line: l.line, column: l.column}
	err := l.read(&t)
	return t, err
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

func startsNumber(a, b, c byte) bool {
	if a == '.' {
		return isDigit(b)
	}
	return isDigit(b) || b == '.' && isDigit(c)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

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

// digits takes all digits from here.
func (l *lexer) digits() {
	for isDigit(l.peek(0)) && len(l.buf) < maxNumber {
		l.buf = append(l.buf, l.peek(0))
		l.skip(1)
	}
}

// maxNumber is longer than any number that a computer can hold.
const maxNumber = 1024

func (l *lexer) number(t *token) error {
	l.buf = l.buf[:0]
	t.kind = integer
	if c := l.peek(0); c == '+' || c == '-' {
		l.buf = append(l.buf, c)
		l.skip(1)
	}
	l.digits()
	if l.peek(0) == '.' && (isDigit(l.peek(1)) || isExponent(l.peek(1), l.peek(2), l.peek(3))) {
		t.kind = decimal
		l.buf = append(l.buf, '.')
		l.skip(1)
		l.digits()
	}
	if isExponent(l.peek(0), l.peek(1), l.peek(2)) {
		t.kind = double
		l.buf = append(l.buf, l.peek(0), l.peek(1))
		l.skip(2)
		l.digits()
	}
	if len(l.buf) >= maxNumber {
		return l.errorf("a number of more than %d digits", maxNumber)
	}
	t.text = string(l.buf)
	return nil
}

func isExponent(a, b, c byte) bool {
	return (a == 'e' || a == 'E') && (isDigit(b) || (b == '+' || b == '-') && isDigit(c))
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

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }
