package quads

import "github.com/cayleygraph/quad"

// statementEvidence is where a statement is found: a passage, quoted and
// located as Web Annotation does, or a citation. The offsets of a citation,
// which have no meaning, are kept all the same where they are not zero.
var statementEvidence = fields[StatementRecord]{
	iriField(dctermsSource, baseSource, func(r *StatementRecord) *string { return &r.Source }),
	textField(ownDoc, func(r *StatementRecord) *string { return &r.Doc }),
	listField(ownVia, func(r *StatementRecord) *[]string { return &r.Via }),
	derived(noNode, provPrimarySource, func(r *StatementRecord) []quad.Value { return refs(baseRelay, r.Via) }),

	{term: dctermsCitation, write: citation(func(r *StatementRecord) []quad.Value { return text(r.Evidence) }),
		read: func(r *StatementRecord, v quad.Value) (err error) { r.Evidence, err = readText(v); return err }},
	{term: oaStart, write: citation(func(r *StatementRecord) []quad.Value {
		if r.Start == 0 {
			return nil
		}
		return []quad.Value{quad.Int(r.Start)}
	}), read: func(r *StatementRecord, v quad.Value) (err error) {
		r.Start, err = readInt(v)
		r.End = r.Start
		return err
	}},

	derived(noNode, oaHasTarget, passage(func(r *StatementRecord) []quad.Value { return r.node(nodeEvidence) })),
	derived(nodeEvidence, rdfType, passage(constant(oaSpecificResource))),
	derived(nodeEvidence, oaHasSource, passage(func(r *StatementRecord) []quad.Value { return ref(baseSource, r.Source) })),
	derived(nodeEvidence, oaHasSelector, passage(func(r *StatementRecord) []quad.Value { return append(r.node(nodeQuote), r.node(nodePosition)...) })),
	derived(nodeQuote, rdfType, passage(constant(oaTextQuote))),
	derived(nodePosition, rdfType, passage(constant(oaTextPosition))),

	{node: nodeQuote, term: oaExact, write: passage(func(r *StatementRecord) []quad.Value { return text(r.Evidence) }),
		read: func(r *StatementRecord, v quad.Value) (err error) { r.Evidence, err = readText(v); return err }},
	{node: nodePosition, term: oaStart, write: passage(func(r *StatementRecord) []quad.Value { return []quad.Value{quad.Int(r.Start)} }),
		read: func(r *StatementRecord, v quad.Value) (err error) { r.Start, err = readInt(v); return err }},
	{node: nodePosition, term: oaEnd, write: passage(func(r *StatementRecord) []quad.Value { return []quad.Value{quad.Int(r.End)} }),
		read: func(r *StatementRecord, v quad.Value) (err error) { r.End, err = readInt(v); return err }},
}

type writer = func(*StatementRecord) []quad.Value

func passage(write writer) writer {
	return func(r *StatementRecord) []quad.Value {
		if !r.HasPassage() {
			return nil
		}
		return write(r)
	}
}

func citation(write writer) writer {
	return func(r *StatementRecord) []quad.Value {
		if r.HasPassage() {
			return nil
		}
		return write(r)
	}
}

func constant(v quad.IRI) writer {
	return func(*StatementRecord) []quad.Value { return []quad.Value{v} }
}

func (r *StatementRecord) node(fragment quad.IRI) []quad.Value {
	return []quad.Value{StatementIRI(r.ID) + fragment}
}
