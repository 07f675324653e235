package rdf

import (
	"github.com/cayleygraph/quad"
)

// form is what kind of subject a sentence has.
type form int

const (
	isName     form = iota // may be the name of a graph, too
	isSentence             // in brackets that have said something already: it may stand alone
	isList
)

func (p *parser) subject() (v quad.Value, f form, err error) {
	switch {
	case p.tok.is("["):
		v, empty, err := p.brackets()
		if empty {
			return v, isName, err
		}
		return v, isSentence, err
	case p.tok.is("("):
		v, err = p.list()
		return v, isList, err
	}
	v, err = p.node()
	return v, isName, err
}

// properties reads "predicate object, object; predicate object".
func (p *parser) properties(subject quad.Value) error {
	for {
		predicate, err := p.predicate()
		if err != nil {
			return err
		}
		for {
			line := p.tok.line
			object, err := p.object()
			if err != nil {
				return err
			}
			if err := p.emit(line, subject, predicate, object); err != nil {
				return err
			}
			if !p.tok.is(",") {
				break
			}
			if err := p.advance(); err != nil {
				return err
			}
		}
		if !p.tok.is(";") {
			return nil
		}
		for p.tok.is(";") {
			if err := p.advance(); err != nil {
				return err
			}
		}
		if p.tok.is(".") || p.tok.is("]") || p.tok.is("}") {
			return nil
		}
	}
}

func (p *parser) emit(line int, s, predicate, o quad.Value) error {
	return p.yield(Quad{quad.Quad{Subject: s, Predicate: predicate, Object: o, Label: p.graph}, line})
}

func (p *parser) predicate() (quad.Value, error) {
	if p.tok.kind == word && p.tok.text == "a" {
		return rdfType, p.advance()
	}
	v, err := p.node()
	if _, isBlank := v.(quad.BNode); isBlank {
		return nil, p.expected("a predicate, which is an IRI,")
	}
	return v, err
}

// node is an IRI or a blank node with a label.
func (p *parser) node() (quad.Value, error) {
	t := p.tok
	switch t.kind {
	case iriRef, prefixed:
		iri, err := p.iri(t)
		if err != nil {
			return nil, err
		}
		return quad.IRI(iri), p.advance()
	case blank:
		return quad.BNode(t.text), p.advance()
	}
	return nil, p.expected("an IRI or a name with a prefix")
}

func (p *parser) iri(t token) (string, error) {
	if t.kind == iriRef {
		return p.resolve(t)
	}
	base, known := p.prefixes[t.prefix]
	if !known {
		return "", wrong(t, "the prefix %s: is not declared", t.prefix)
	}
	return base + t.text, nil
}

func (p *parser) resolve(t token) (string, error) {
	iri, err := resolve(p.base, t.text)
	if err != nil {
		return "", wrong(t, "<%s>: %v", shorten(t.text), err)
	}
	return iri, nil
}
