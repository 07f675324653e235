package quads

import (
	"slices"

	"github.com/cayleygraph/quad"
)

// statementEvidence is where a statement is found, and who relayed it.
var statementEvidence = slices.Concat(fields[StatementRecord]{
	textField(ownDoc, func(r *StatementRecord) *string { return &r.Doc }),
	listField(ownVia, func(r *StatementRecord) *[]string { return &r.Via }),
	derived(noNode, provPrimarySource, func(r *StatementRecord) []quad.Value { return refs(baseRelay, r.Via) }),
}, evidence(func(r *StatementRecord) place {
	return place{StatementIRI(r.ID), &r.Source, &r.Evidence, &r.Start, &r.End}
}))

// place is where a record says that its evidence is.
type place struct {
	record     quad.IRI
	source     *string
	text       *string
	start, end *int
}

func (p place) isPassage() bool { return *p.end > *p.start }

func (p place) node(fragment quad.IRI) quad.Value { return p.record + fragment }

// evidence is the fields of a passage, quoted and located as Web Annotation
// does, or of a citation. The offsets of a citation, which have no meaning, are
// kept all the same where they are not zero.
func evidence[T any](at func(*T) place) fields[T] {
	passage := func(write func(place) []quad.Value) func(*T) []quad.Value {
		return func(r *T) []quad.Value {
			if p := at(r); p.isPassage() {
				return write(p)
			}
			return nil
		}
	}
	citation := func(write func(place) []quad.Value) func(*T) []quad.Value {
		return func(r *T) []quad.Value {
			if p := at(r); !p.isPassage() {
				return write(p)
			}
			return nil
		}
	}
	readQuote := func(r *T, v quad.Value) (err error) { *at(r).text, err = readText(v); return err }
	return slices.Concat(follows[T](nodeQuote, oaPrefix, oaSuffix), fields[T]{
		iriField(dctermsSource, baseSource, func(r *T) *string { return at(r).source }),
		{term: dctermsCitation, write: citation(func(p place) []quad.Value { return text(*p.text) }), read: readQuote},
		{term: ownOffset, write: citation(offsetOfCitation), read: func(r *T, v quad.Value) (err error) {
			p := at(r)
			*p.start, err = readInt(v)
			*p.end = *p.start
			return err
		}},

		derived(noNode, oaHasTarget, passage(func(p place) []quad.Value { return values(p.node(nodeEvidence)) })),
		derived(nodeEvidence, rdfType, passage(func(place) []quad.Value { return values(oaSpecificResource) })),
		derived(nodeEvidence, oaHasSource, passage(func(p place) []quad.Value { return ref(baseSource, *p.source) })),
		derived(nodeEvidence, oaHasSelector, passage(func(p place) []quad.Value { return values(p.node(nodeQuote), p.node(nodePosition)) })),
		derived(nodeQuote, rdfType, passage(func(place) []quad.Value { return values(oaTextQuote) })),
		derived(nodePosition, rdfType, passage(func(place) []quad.Value { return values(oaTextPosition) })),

		{node: nodeQuote, term: oaExact, write: passage(func(p place) []quad.Value { return text(*p.text) }), read: readQuote},
		{node: nodePosition, term: oaStart, write: passage(func(p place) []quad.Value { return values(quad.Int(*p.start)) }),
			read: func(r *T, v quad.Value) (err error) { *at(r).start, err = readInt(v); return err }},
		{node: nodePosition, term: oaEnd, write: passage(func(p place) []quad.Value { return values(quad.Int(*p.end)) }),
			read: func(r *T, v quad.Value) (err error) { *at(r).end, err = readInt(v); return err }},
	})
}

func offsetOfCitation(p place) []quad.Value {
	if *p.start == 0 {
		return nil
	}
	return values(quad.Int(*p.start))
}

func values(v ...quad.Value) []quad.Value { return v }
