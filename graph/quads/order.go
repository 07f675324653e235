package quads

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Quad is what the graph is made of: a plain value.
type Quad = quad.Quad

// What the IRIs of records begin with, in their order. Those of what is in a
// codebook lie around and between them.
const (
	Annotations = baseAnnotation
	Sources     = baseSource
	Statements  = baseStatement
)

// Subject is the IRI of a quad's subject, as text.
func Subject(q Quad) string {
	iri, _ := q.Subject.(quad.IRI)
	return string(iri)
}

// compare orders quads as their lines of N-Quads are ordered, byte by byte,
// without printing them: those of one node stand together.
func compare(a, b Quad) int {
	if c := compareTerms(a.Subject, b.Subject); c != 0 {
		return c
	}
	if c := compareTerms(a.Predicate, b.Predicate); c != 0 { // nearly always, so that no object is printed
		return c
	}
	if c := compareTerms(a.Object, b.Object); c != 0 {
		return c
	}
	return compareLabels(a.Label, b.Label)
}

func compareTerms(a, b quad.Value) int {
	x, isIRI := a.(quad.IRI)
	y, both := b.(quad.IRI)
	if isIRI && both {
		return compareIRIs(string(x), string(y))
	}
	return strings.Compare(term(a), term(b))
}

// compareIRIs compares them as they are printed, with the ">" that ends them:
// it comes after the "#" and the "-" that a longer one may go on with.
func compareIRIs(x, y string) int {
	n := min(len(x), len(y))
	if c := strings.Compare(x[:n], y[:n]); c != 0 || len(x) == len(y) {
		return c
	}
	if len(x) < len(y) {
		return strings.Compare(">", y[n:])
	}
	return strings.Compare(x[n:], ">")
}

func compareLabels(a, b quad.Value) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil: // a full stop comes before any term
		return -1
	case b == nil:
		return 1
	}
	return compareTerms(a, b)
}

// Sort puts quads in the order of their lines of N-Quads and drops those that stand twice.
func Sort(quads []Quad) []Quad {
	slices.SortFunc(quads, compare)
	return slices.CompactFunc(quads, func(a, b Quad) bool { return compare(a, b) == 0 })
}
