package shapes

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Violation is one thing that is not as a shape says.
type Violation struct {
	Node    string
	Path    string // the predicate; "" where the node itself is wrong
	Shape   string
	Message string
}

// String is the violation on one line.
func (v Violation) String() string {
	return strings.TrimSpace(v.Node+" "+v.Path) + ": " + v.Message + " (" + v.Shape + ")"
}

// Check returns how a graph differs from the shapes, in a stable order. It holds
// the graph in memory. The error is that of the sequence.
func (s *Shapes) Check(all iter.Seq2[quad.Quad, error]) ([]Violation, error) {
	c := &checker{graph: graph{}}
	for q, err := range all {
		if err != nil {
			return nil, err
		}
		c.graph.add(q)
	}
	var found []Violation
	for _, node := range c.graph.subjects() {
		for _, t := range s.targets {
			if c.isA(node, t.class) {
				found = append(found, c.violations(t.shape, node)...)
			}
		}
	}
	return found, nil
}

// maxDepth bounds shapes of shapes, which a graph could send in circles.
const maxDepth = 50

type checker struct {
	graph graph
	depth int
}

func (c *checker) isA(node quad.Value, class quad.Value) bool {
	return slices.Contains(c.graph[node][rdfType], class)
}

func (c *checker) violations(s *shape, node quad.Value) (found []Violation) {
	if c.depth++; c.depth > maxDepth {
		c.depth--
		return []Violation{{Node: quad.StringOf(node), Shape: s.name, Message: "shapes within shapes without end"}}
	}
	defer func() { c.depth-- }()
	add := func(path quad.IRI, message string) {
		v := Violation{Node: quad.StringOf(node), Shape: s.name, Message: message}
		if path != "" {
			v.Path = path.String()
		}
		found = append(found, v)
	}
	for _, check := range s.values {
		if message := check(c, node); message != "" {
			add("", message)
		}
	}
	for _, p := range s.properties {
		values := c.graph[node][p.path]
		if n := len(values); n < p.min || p.max >= 0 && n > p.max {
			add(p.path, fmt.Sprintf("%d values, expected %s", n, p.count()))
		}
		for _, v := range values {
			for _, check := range p.values {
				if message := check(c, v); message != "" {
					add(p.path, message)
				}
			}
		}
	}
	return found
}

func (p *property) count() string {
	switch {
	case p.max < 0:
		return fmt.Sprintf("at least %d", p.min)
	case p.min == p.max:
		return fmt.Sprint(p.min)
	}
	return fmt.Sprintf("%d to %d", p.min, p.max)
}
