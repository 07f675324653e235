package rdf

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// parser reads the grammars of Turtle, TriG, N-Triples and N-Quads.
type parser struct {
	lexer    *lexer
	tok      token // the next one
	yield    func(Quad) error
	named    bool // graphs may have names
	prefixes map[string]string
	base     string
	graph    quad.Value // of the block; nil outside
	blanks   int        // how many were made without a label
	depth    int        // of brackets
}

// maxDepth bounds brackets within brackets.
const maxDepth = 100

func (p *parser) advance() (err error) {
	p.tok, err = p.lexer.token()
	return err
}

// take returns the next token and goes on.
func (p *parser) take() (token, error) {
	t := p.tok
	return t, p.advance()
}

func (p *parser) expect(m string) error {
	if !p.tok.is(m) {
		return p.expected(strconv.Quote(m))
	}
	return p.advance()
}

func (p *parser) expected(what string) error { return wrong(p.tok, "expected %s, not %s", what, p.tok) }

func wrong(t token, format string, args ...any) error {
	return syntaxError{t.line, t.column, fmt.Sprintf(format, args...)}
}

// document reads Turtle or TriG.
func (p *parser) document() error {
	if err := p.advance(); err != nil {
		return err
	}
	for p.tok.kind != end {
		if err := p.sentence(); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) sentence() error {
	switch t := p.tok; {
	case t.kind == at && (t.text == "prefix" || t.text == "base"):
		return p.directive(strings.TrimPrefix(t.text, "@"), true)
	case t.isWord("prefix"), t.isWord("base"):
		return p.directive(strings.ToLower(t.text), false)
	case p.named && t.is("{"):
		return p.block(nil)
	case p.named && t.isWord("graph"):
		if err := p.advance(); err != nil {
			return err
		}
		name, err := p.label()
		if err != nil {
			return err
		}
		return p.block(name)
	}
	subject, form, err := p.subject()
	switch {
	case err != nil:
		return err
	case p.named && p.tok.is("{") && form == isName:
		return p.block(subject)
	case form != isSentence || !p.tok.is("."):
		if err := p.properties(subject); err != nil {
			return err
		}
	}
	return p.expect(".")
}

func (p *parser) directive(name string, dot bool) error {
	if err := p.advance(); err != nil {
		return err
	}
	var prefix token
	if name == "prefix" {
		var err error
		if prefix, err = p.take(); err != nil {
			return err
		}
		if prefix.kind != prefixed || prefix.text != "" {
			return wrong(prefix, `expected a prefix such as "sg:", not %s`, prefix)
		}
	}
	if p.tok.kind != iriRef {
		return p.expected("an IRI in angle brackets")
	}
	iri, err := p.resolve(p.tok)
	if err != nil {
		return err
	}
	if name == "prefix" {
		p.prefixes[prefix.prefix] = iri
	} else {
		p.base = iri
	}
	if err := p.advance(); err != nil || !dot {
		return err
	}
	return p.expect(".")
}

// label is the name of a graph.
func (p *parser) label() (quad.Value, error) {
	if p.tok.is("[") {
		if err := p.advance(); err != nil {
			return nil, err
		}
		return p.newBlank(), p.expect("]")
	}
	return p.node()
}

// block reads the sentences of one graph.
func (p *parser) block(name quad.Value) error {
	if err := p.expect("{"); err != nil {
		return err
	}
	p.graph = name
	for !p.tok.is("}") {
		subject, form, err := p.subject()
		if err != nil {
			return err
		}
		if form != isSentence || !p.tok.is(".") && !p.tok.is("}") {
			if err := p.properties(subject); err != nil {
				return err
			}
		}
		if p.tok.is("}") {
			break
		}
		if err := p.expect("."); err != nil {
			return err
		}
	}
	p.graph = nil
	return p.advance()
}
