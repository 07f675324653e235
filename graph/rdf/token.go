package rdf

import (
	"fmt"
	"strings"
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

// token reads the next token.
func (l *lexer) token() (token, error) {
	if err := l.skipSpace(); err != nil {
		return token{}, err
	}
	t := token{line: l.line, column: l.column}
	err := l.read(&t)
	return t, err
}
