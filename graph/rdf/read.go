package rdf

import (
	"errors"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/schema"
)

// Quad is a quad and the line on which its object stands, 0 where a format has
// no lines.
type Quad struct {
	quad.Quad
	Line int
}

// syntaxError is where a file breaks the grammar, and how.
type syntaxError struct {
	line, column int
	message      string
}

func (e syntaxError) Error() string { return fmt.Sprintf("%d:%d: %s", e.line, e.column, e.message) }

// Read reads a file quad by quad and hands each to yield, whose error ends the
// reading and is returned. Nodes without a name get one that no label can have.
//
// A file that breaks its grammar is an error of kind input with line and column,
// one that cannot be read of kind io. name is that of the file, for messages.
func Read(r io.Reader, format Format, name string, yield func(Quad) error) error {
	switch format {
	case JSONLD:
		return readJSONLD(r, name, yield)
	case NQuads, NTriples, Turtle, TriG:
	default:
		return schema.Errorf(schema.KindUsage, formatHint, "%s: no format %q of RDF is read", name, format)
	}
	var stopped error
	p := &parser{lexer: newLexer(r), named: format == NQuads || format == TriG, prefixes: map[string]string{}}
	p.yield = func(q Quad) error { stopped = yield(q); return stopped }
	document := p.document
	if format == NQuads || format == NTriples {
		document, p.lexer.plain = p.lines, true
	}
	return described(document(), stopped, name)
}

// described is an error for people: what the reader of the quads said is theirs.
func described(err, stopped error, name string) error {
	var syntax syntaxError
	switch {
	case err == nil || stopped != nil:
		return stopped
	case errors.As(err, &syntax):
		return schema.Problems{{File: name, Line: syntax.line, Expected: fmt.Sprintf("column %d: %s", syntax.column, syntax.message)}}.Err(
			"correct the file, or say its format with --format")
	}
	return schema.Errorf(schema.KindIO, "check that the file can be read and is whole", "%s: %w", name, err)
}
