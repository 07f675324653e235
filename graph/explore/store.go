package explore

import (
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"

	cgraph "github.com/cayleygraph/cayley/graph"

	"github.com/stancegraph/stancegraph/graph/quads"
)

// plainStore is the graph as queries see it: IRIs have prefixes, and what has
// a datatype, a date say, is its text. Queries may name nodes in the same way.
type plainStore struct{ cgraph.QuadStore }

// NameOf returns the plain value of a node.
func (s *plainStore) NameOf(ref cgraph.Ref) quad.Value { return plain(s.QuadStore.NameOf(ref)) }

// Quad returns a quad of plain values.
func (s *plainStore) Quad(ref cgraph.Ref) quad.Quad {
	q := s.QuadStore.Quad(ref)
	return quad.Quad{Subject: plain(q.Subject), Predicate: plain(q.Predicate), Object: plain(q.Object), Label: plain(q.Label)}
}

func plain(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.IRI:
		return quad.IRI(quads.Shorten(string(v)))
	case quad.TypedString:
		return v.Value
	case quad.LangString:
		return v.Value
	}
	return v
}

// ValueOf finds the node that a query names; nil where there is none.
func (s *plainStore) ValueOf(v quad.Value) cgraph.Ref {
	for _, v := range meanings(v) {
		if ref := s.QuadStore.ValueOf(v); ref != nil {
			return ref
		}
	}
	return nil
}

const typeEDTF quad.IRI = "http://id.loc.gov/datatypes/edtf/EDTF"

// meanings are the nodes that a value in a query may stand for, the likeliest
// first. JavaScript has one kind of number, so that 1 may be a stance, which is
// a double, or an offset, which is an integer; a stance is asked for more
// often, and the offset 1 can be written typed("1", "xsd:integer").
func meanings(v quad.Value) []quad.Value {
	switch v := v.(type) {
	case quad.IRI:
		return []quad.Value{quad.IRI(quads.Expand(string(v)))}
	case quad.Int:
		return []quad.Value{quad.Float(v), v}
	case quad.Float:
		return []quad.Value{v, quad.Int(v)}
	case quad.String:
		return []quad.Value{v, quad.TypedString{Value: v, Type: typeEDTF}}
	case quad.TypedString:
		v.Type = quad.IRI(quads.Expand(string(v.Type)))
		if native, err := v.ParseValue(); err == nil {
			return []quad.Value{native, v}
		}
		return []quad.Value{v}
	}
	return []quad.Value{v}
}

// OptimizeShape lets the store use its indexes, and mends comparisons.
func (s *plainStore) OptimizeShape(sh shape.Shape) (shape.Shape, bool) {
	if f, ok := sh.(shape.Filter); ok {
		return compareAcrossTypes(f)
	}
	so, ok := s.QuadStore.(shape.Optimizer)
	if !ok {
		return sh, false
	}
	better, changed := so.OptimizeShape(sh)
	if !changed {
		return sh, false
	}
	return inner{better, s.QuadStore}, true
}

// inner is a shape of the store itself, which refuses to be built on anything
// that wraps the store.
type inner struct {
	shape.Shape
	qs cgraph.QuadStore
}

func (i inner) BuildIterator(cgraph.QuadStore) cgraph.Iterator { return i.Shape.BuildIterator(i.qs) }

func (i inner) Optimize(shape.Optimizer) (shape.Shape, bool) { return i, false }

// compareAcrossTypes lets whole and fractional numbers be compared, where
// Cayley finds neither less nor greater and so nothing.
func compareAcrossTypes(f shape.Filter) (shape.Shape, bool) {
	changed := false
	filters := make([]shape.ValueFilter, len(f.Filters))
	for i, filter := range f.Filters {
		filters[i] = filter
		c, ok := filter.(shape.Comparison)
		if n, isNumber := number(c.Val); ok && isNumber {
			filters[i], changed = comparison{c.Op, n}, true
		}
	}
	f.Filters = filters
	return f, changed
}

type comparison struct {
	op   iterator.Operator
	with quad.Float
}

func (c comparison) BuildIterator(qs cgraph.QuadStore, it cgraph.Iterator) cgraph.Iterator {
	return iterator.NewValueFilter(qs, it, func(v quad.Value) (bool, error) {
		n, ok := number(v)
		return ok && iterator.RunFloatOp(n, c.op, c.with), nil
	})
}

func number(v quad.Value) (quad.Float, bool) {
	switch v := v.(type) {
	case quad.Int:
		return quad.Float(v), true
	case quad.Float:
		return v, true
	}
	return 0, false
}
