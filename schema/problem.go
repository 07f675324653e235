package schema

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says what a person can do about an error. The commands map it to an
// exit code and the server to an HTTP status, each in one table.
type Kind string

// The kinds of errors.
const (
	KindUsage    Kind = "usage"     // the call itself is wrong: a flag, an argument, a filter
	KindInput    Kind = "input"     // a file or record that was given is wrong
	KindNotFound Kind = "not-found" // an ID that names nothing
	KindBusy     Kind = "busy"      // somebody else holds the store, the port
	KindIO       Kind = "io"        // the disk or the network said no
	KindCorrupt  Kind = "corrupt"   // the store breaks one of its invariants
	KindDiffers  Kind = "differs"   // an exported file does not agree with its sources
)

// Error is an error for people: what is wrong and what to do next.
type Error struct {
	Kind    Kind
	Message string // lower case, no full stop: what is wrong, where
	Hint    string // what to do next; may be empty
	Err     error  // the cause; may be nil
}

// Errorf returns an Error of a kind; %w keeps the cause.
func Errorf(kind Kind, hint, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	return &Error{Kind: kind, Message: err.Error(), Hint: hint, Err: errors.Unwrap(err)}
}

func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Problem is one thing that is wrong with one place of a file or record.
type Problem struct {
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`   // 1-based; 0 when unknown
	Record   string `json:"record,omitempty"` // the ID or number of the record
	Field    string `json:"field,omitempty"`
	Value    string `json:"value,omitempty"`
	Expected string `json:"expected"`
}

// String is the problem on one line: file:line: field "value": expected …
func (p Problem) String() string {
	var b strings.Builder
	if p.File != "" {
		b.WriteString(p.File)
		if p.Line > 0 {
			fmt.Fprintf(&b, ":%d", p.Line)
		}
		b.WriteString(": ")
	} else if p.Line > 0 {
		fmt.Fprintf(&b, "line %d: ", p.Line)
	}
	if p.Record != "" {
		fmt.Fprintf(&b, "%s: ", p.Record)
	}
	if p.Field != "" {
		b.WriteString(p.Field)
		if p.Value != "" {
			fmt.Fprintf(&b, " %q", shorten(p.Value, 80))
		}
		b.WriteString(": ")
	}
	b.WriteString(p.Expected)
	return b.String()
}

// Problems are all that is wrong with an input, never only the first.
type Problems []Problem

// maxShown bounds how many problems one message prints; the rest are counted.
const maxShown = 50

func (ps Problems) Error() string {
	lines := make([]string, 0, len(ps))
	for i, p := range ps {
		if i == maxShown {
			lines = append(lines, fmt.Sprintf("… and %d more", len(ps)-maxShown))
			break
		}
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}

// Err is nil when there are no problems, else an Error of kind input.
func (ps Problems) Err(hint string) error {
	if len(ps) == 0 {
		return nil
	}
	return &Error{Kind: KindInput, Message: ps.Error(), Hint: hint, Err: ps}
}

// KindOf is the kind of an error, or "" when nobody gave it one.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

// HintOf is the hint nearest to the surface of an error, or "". It looks into
// errors that were joined, too.
func HintOf(err error) string {
	if e, ok := err.(*Error); ok && e.Hint != "" {
		return e.Hint
	}
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		return HintOf(e.Unwrap())
	case interface{ Unwrap() []error }:
		for _, part := range e.Unwrap() {
			if hint := HintOf(part); hint != "" {
				return hint
			}
		}
	}
	return ""
}

// shorten cuts a value for a message, by code points.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}
