package quads

import "github.com/cayleygraph/quad"

// Properties yields, for every kind of record, the nodes and predicates that it
// is written in. They change when a store of the program of today can no longer
// be read by that of tomorrow.
func Properties(yield func(node string, term quad.IRI) bool) {
	_ = statementFields.properties(yield) && annotationFields.properties(yield) && sourceFields.properties(yield) &&
		codebookFields.properties(yield) && importFields.properties(yield)
}

func (fs fields[T]) properties(yield func(node string, term quad.IRI) bool) bool {
	for _, f := range fs {
		if !yield(f.node, f.term) {
			return false
		}
	}
	return true
}
