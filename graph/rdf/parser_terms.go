package rdf

import (
	"strconv"

	"github.com/cayleygraph/quad"
)

// Terms of the grammar itself.
const (
	nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsXSD = "http://www.w3.org/2001/XMLSchema#"

	rdfType  quad.IRI = nsRDF + "type"
	rdfFirst quad.IRI = nsRDF + "first"
	rdfRest  quad.IRI = nsRDF + "rest"
	rdfNil   quad.IRI = nsRDF + "nil"
)

// object is any term.
func (p *parser) object() (quad.Value, error) {
	t := p.tok
	switch {
	case t.is("["):
		v, _, err := p.brackets()
		return v, err
	case t.is("("):
		return p.list()
	case t.kind == text:
		return p.literal()
	case t.kind == integer:
		return Literal(t.text, nsXSD+"integer", ""), p.advance()
	case t.kind == decimal:
		return Literal(t.text, nsXSD+"decimal", ""), p.advance()
	case t.kind == double:
		return Literal(t.text, nsXSD+"double", ""), p.advance()
	case t.kind == word && (t.text == "true" || t.text == "false"):
		return quad.Bool(t.text == "true"), p.advance()
	case t.kind == word, t.kind == mark, t.kind == at, t.kind == end:
		return nil, p.expected("an object: an IRI, a text or a number")
	}
	return p.node()
}

// literal is a text with its language or datatype.
func (p *parser) literal() (quad.Value, error) {
	t, err := p.take()
	if err != nil {
		return nil, err
	}
	switch {
	case p.tok.kind == at:
		lang := p.tok.text
		return Literal(t.text, "", lang), p.advance()
	case p.tok.is("^^"):
		if err := p.advance(); err != nil {
			return nil, err
		}
		if p.tok.kind != iriRef && p.tok.kind != prefixed {
			return nil, p.expected("a datatype, which is an IRI,")
		}
		datatype, err := p.iri(p.tok)
		if err != nil {
			return nil, err
		}
		return Literal(t.text, datatype, ""), p.advance()
	}
	return quad.String(t.text), nil
}

// Literal is the value of a literal as the graph holds it: numbers and truth
// values by their value, so that 1.0 and 1.0E0 are the same double. What its
// datatype does not allow keeps its text, for whoever reads it to refuse.
func Literal(lexical, datatype, language string) quad.Value {
	switch {
	case language != "":
		return quad.LangString{Value: quad.String(lexical), Lang: language}
	case datatype == "", datatype == nsXSD+"string":
		return quad.String(lexical)
	case datatype == nsXSD+"integer":
		if n, err := strconv.ParseInt(lexical, 10, 64); err == nil {
			return quad.Int(n)
		}
	case datatype == nsXSD+"double":
		if x, err := strconv.ParseFloat(lexical, 64); err == nil {
			return quad.Float(x)
		}
	case datatype == nsXSD+"boolean":
		switch lexical {
		case "true", "1":
			return quad.Bool(true)
		case "false", "0":
			return quad.Bool(false)
		}
	}
	return quad.TypedString{Value: quad.String(lexical), Type: quad.IRI(datatype)}
}

func (p *parser) newBlank() quad.BNode {
	p.blanks++
	return quad.BNode("  " + strconv.Itoa(p.blanks)) // no label begins with spaces
}

func (p *parser) enter() error {
	if p.depth++; p.depth > maxDepth {
		return wrong(p.tok, "more than %d brackets within each other", maxDepth)
	}
	return p.advance()
}

// brackets is a node without a name: [ predicate object ].
func (p *parser) brackets() (node quad.Value, empty bool, err error) {
	if err := p.enter(); err != nil {
		return nil, false, err
	}
	defer func() { p.depth-- }()
	node, empty = p.newBlank(), p.tok.is("]")
	if !empty {
		if err := p.properties(node); err != nil {
			return nil, false, err
		}
	}
	return node, empty, p.expect("]")
}

// list is ( object object ).
func (p *parser) list() (quad.Value, error) {
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer func() { p.depth-- }()
	var head, last quad.Value = rdfNil, nil
	for !p.tok.is(")") {
		line := p.tok.line
		item, err := p.object()
		if err != nil {
			return nil, err
		}
		node := p.newBlank()
		if last == nil {
			head = node
		} else if err := p.emit(line, last, rdfRest, node); err != nil {
			return nil, err
		}
		if err := p.emit(line, node, rdfFirst, item); err != nil {
			return nil, err
		}
		last = node
	}
	if last != nil {
		if err := p.emit(p.tok.line, last, rdfRest, rdfNil); err != nil {
			return nil, err
		}
	}
	return head, p.expect(")")
}
