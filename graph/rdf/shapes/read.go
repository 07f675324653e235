package shapes

import (
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/rdf"
	"github.com/stancegraph/stancegraph/schema"
)

// Shapes are the shapes of a file.
type Shapes struct {
	targets []target
}

// target is a shape and the class whose nodes must have it.
type target struct {
	class quad.IRI
	shape *shape
}

// shape is what a node must be like.
type shape struct {
	name       string
	values     []constraint // of the node itself
	properties []property
}

// property is what the values of a predicate must be like.
type property struct {
	path     quad.IRI
	min, max int // max is negative where there is none
	values   []constraint
}

// constraint says what is wrong with a value, "" for nothing.
type constraint func(*checker, quad.Value) string

// Open reads the shapes in a file.
func Open(path string) (*Shapes, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	shapes, err := Read(f, path)
	return shapes, errors.Join(err, f.Close())
}

// Read reads shapes in Turtle. What is no shape, or one that this package does
// not understand, is an error of kind input.
func Read(r io.Reader, name string) (*Shapes, error) {
	in := reader{graph: graph{}, shapes: map[quad.Value]*shape{}, name: name}
	err := rdf.Read(r, rdf.Turtle, name, func(q rdf.Quad) error { in.graph.add(q.Quad); return nil })
	if err != nil {
		return nil, err
	}
	all := &Shapes{}
	for _, node := range in.graph.subjects() {
		if !slices.Contains(in.graph[node][rdfType], quad.Value(quad.IRI(nsSH+"NodeShape"))) {
			continue
		}
		s := in.shape(node)
		for _, class := range in.graph[node][quad.IRI(nsSH+"targetClass")] {
			iri, _ := class.(quad.IRI)
			all.targets = append(all.targets, target{iri, s})
		}
	}
	if len(all.targets) == 0 {
		in.wrong("no shape has a target")
	}
	if err := in.problems.Err("write shapes with what package shapes knows"); err != nil {
		return nil, err
	}
	return all, nil
}

type reader struct {
	name     string
	graph    graph
	shapes   map[quad.Value]*shape
	problems schema.Problems
}

func (in *reader) wrong(format string, args ...any) {
	in.problems = append(in.problems, schema.Problem{File: in.name, Expected: fmt.Sprintf(format, args...)})
}

// shape reads a shape once; shapes may name each other.
func (in *reader) shape(node quad.Value) *shape {
	if s, ok := in.shapes[node]; ok {
		return s
	}
	s := &shape{name: quad.StringOf(node)}
	in.shapes[node] = s
	if len(in.graph[node]) == 0 {
		in.wrong("%v: no such shape", node)
	}
	for _, term := range in.terms(node) {
		for _, v := range in.graph[node][term] {
			switch local(term) {
			case "targetClass":
			case "property":
				s.properties = append(s.properties, in.property(s, v))
			default:
				s.values = append(s.values, in.constraint(node, term, v)...)
			}
		}
	}
	return s
}

// terms returns the predicates of a shape in a fixed order, without its type.
func (in *reader) terms(node quad.Value) []quad.Value {
	var list []quad.Value
	for term := range in.graph[node] {
		if term != rdfType {
			list = append(list, term)
		}
	}
	slices.SortFunc(list, compare)
	return list
}

func (in *reader) property(s *shape, node quad.Value) property {
	p := property{max: -1}
	for _, term := range in.terms(node) {
		for _, v := range in.graph[node][term] {
			switch local(term) {
			case "path":
				p.path, _ = v.(quad.IRI)
			case "minCount":
				p.min = in.count(term, v)
			case "maxCount":
				p.max = in.count(term, v)
			default:
				p.values = append(p.values, in.constraint(node, term, v)...)
			}
		}
	}
	if p.path == "" {
		in.wrong("%s: a property without a path of one predicate", s.name)
	}
	return p
}

func (in *reader) count(term, v quad.Value) int {
	n, ok := v.(quad.Int)
	if !ok || n < 0 {
		in.wrong("%v %v: expected a number of values", term, v)
	}
	return int(n)
}

// constraint reads one constraint on values.
func (in *reader) constraint(node, term, v quad.Value) []constraint {
	switch local(term) {
	case "class":
		return []constraint{ofClass(v)}
	case "datatype":
		return []constraint{ofDatatype(v)}
	case "nodeKind":
		if kind := local(v); kind == "IRI" || kind == "Literal" {
			return []constraint{ofKind(kind)}
		}
	case "in":
		return []constraint{oneOf(in.graph.list(v))}
	case "pattern":
		text, _ := v.(quad.String)
		if pattern, err := regexp.Compile(string(text)); err == nil && text != "" {
			return []constraint{matching(pattern)}
		}
	case "minInclusive", "maxInclusive":
		if bound, ok := number(v); ok {
			return []constraint{bounded(local(term) == "minInclusive", bound)}
		}
	case "node":
		return []constraint{shaped(in.shape(v))}
	case "xone":
		var choices []*shape
		for _, item := range in.graph.list(v) {
			choices = append(choices, in.shape(item))
		}
		if len(choices) > 0 {
			return []constraint{exactlyOne(choices)}
		}
	}
	in.wrong("%v: %v %v: a constraint that is not understood", node, term, v)
	return nil
}
