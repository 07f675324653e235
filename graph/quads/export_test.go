package quads

import (
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/schema"
)

// OwnTerms returns every term of the project's own that quads can have, as a
// property or a class: those of the tables of fields, and those of a codebook.
func OwnTerms(cb *schema.Codebook) map[string]bool {
	terms := map[string]bool{}
	add := func(v quad.Value) {
		if iri, ok := v.(quad.IRI); ok && strings.HasPrefix(string(iri), nsOwn) {
			terms[string(iri)] = true
		}
	}
	of := func(term quad.IRI, constant func() []quad.Value) {
		add(term)
		if term == rdfType {
			for _, v := range constant() {
				add(v)
			}
		}
	}
	for _, f := range statementFields.fields {
		of(f.term, func() []quad.Value { return f.write(&StatementRecord{}) })
	}
	for _, f := range annotationFields.fields {
		of(f.term, func() []quad.Value { return f.write(&AnnotationRecord{}) })
	}
	for _, f := range sourceFields.fields {
		of(f.term, func() []quad.Value { return f.write(&SourceRecord{}) })
	}
	for _, f := range codebookFields.fields {
		of(f.term, func() []quad.Value { return f.write(&CodebookRecord{}) })
	}
	for _, f := range importFields.fields {
		of(f.term, func() []quad.Value { return f.write(&ImportRecord{}) })
	}
	record := RecordOf(cb)
	concepts := Current(cb)
	for _, q := range append(append(concepts, Implied(concepts)...), record.Quads()...) {
		add(q.Predicate)
		add(q.Object)
	}
	return terms
}

// Broader are the standard terms that exports say beside own ones.
func Broader() map[quad.IRI]quad.IRI { return broader }
