package rdf

import "github.com/cayleygraph/quad"

// lines reads N-Quads, and N-Triples where graphs have no names: whole IRIs and
// nothing short.
func (p *parser) lines() error {
	if err := p.advance(); err != nil {
		return err
	}
	for p.tok.kind != end {
		if err := p.lineQuad(); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) lineQuad() error {
	line := p.tok.line
	subject, err := p.plain(false)
	if err != nil {
		return err
	}
	predicate, err := p.plain(false)
	if err != nil {
		return err
	}
	if _, isIRI := predicate.(quad.IRI); !isIRI {
		return p.expected("a predicate, which is an IRI,")
	}
	object, err := p.plain(true)
	if err != nil {
		return err
	}
	p.graph = nil
	if p.named && !p.tok.is(".") {
		if p.graph, err = p.plain(false); err != nil {
			return err
		}
	}
	if err := p.emit(line, subject, predicate, object); err != nil {
		return err
	}
	if !p.tok.is(".") {
		return p.expected(`"." at the end of the line`)
	}
	return p.advance()
}

// plain is a term of N-Quads.
func (p *parser) plain(literal bool) (quad.Value, error) {
	switch {
	case p.tok.kind == iriRef, p.tok.kind == blank:
		return p.node()
	case literal && p.tok.kind == text:
		return p.literal()
	case literal:
		return nil, p.expected("an IRI in angle brackets or a text")
	}
	return nil, p.expected("an IRI in angle brackets")
}
