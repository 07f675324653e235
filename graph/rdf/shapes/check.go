package shapes

import (
	"fmt"
	"iter"
	"regexp"
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

func ofClass(class quad.Value) constraint {
	return func(c *checker, v quad.Value) string {
		if c.isA(v, class) {
			return ""
		}
		return fmt.Sprintf("%v is no %v", v, class)
	}
}

func ofDatatype(datatype quad.Value) constraint {
	return func(_ *checker, v quad.Value) string {
		if datatypeOf(v) == datatype {
			return ""
		}
		return fmt.Sprintf("%v is no %v", v, datatype)
	}
}

func datatypeOf(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.String:
		return quad.IRI(nsXSD + "string")
	case quad.LangString:
		return quad.IRI(nsRDF + "langString")
	case quad.TypedString:
		return v.Type.Full()
	case quad.Int:
		return quad.IRI(nsXSD + "integer")
	case quad.Float:
		return quad.IRI(nsXSD + "double")
	case quad.Bool:
		return quad.IRI(nsXSD + "boolean")
	}
	return nil
}

func ofKind(kind string) constraint {
	return func(_ *checker, v quad.Value) string {
		_, isIRI := v.(quad.IRI)
		if kind == "IRI" && isIRI || kind == "Literal" && datatypeOf(v) != nil {
			return ""
		}
		return fmt.Sprintf("%v is no %s", v, kind)
	}
}

func oneOf(list []quad.Value) constraint {
	return func(_ *checker, v quad.Value) string {
		if slices.Contains(list, v) {
			return ""
		}
		return fmt.Sprintf("%v is none of %v", v, list)
	}
}

func matching(pattern *regexp.Regexp) constraint {
	return func(_ *checker, v quad.Value) string {
		if pattern.MatchString(lexical(v)) {
			return ""
		}
		return fmt.Sprintf("%v does not match %s", v, pattern)
	}
}

// lexical is a value as SPARQL's str() gives it.
func lexical(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return string(v)
	case quad.String:
		return string(v)
	case quad.TypedString:
		return string(v.Value)
	case quad.LangString:
		return string(v.Value)
	}
	return fmt.Sprint(quad.NativeOf(v))
}

func number(v quad.Value) (float64, bool) {
	switch v := v.(type) {
	case quad.Int:
		return float64(v), true
	case quad.Float:
		return float64(v), true
	}
	return 0, false
}

func bounded(below bool, bound float64) constraint {
	return func(_ *checker, v quad.Value) string {
		x, ok := number(v)
		switch {
		case !ok:
			return fmt.Sprintf("%v is no number", v)
		case below && !(x >= bound):
			return fmt.Sprintf("%v is less than %v", v, bound)
		case !below && !(x <= bound):
			return fmt.Sprintf("%v is more than %v", v, bound)
		}
		return ""
	}
}

func shaped(s *shape) constraint {
	return func(c *checker, v quad.Value) string {
		if found := c.violations(s, v); len(found) > 0 {
			return fmt.Sprint(found[0])
		}
		return ""
	}
}

func exactlyOne(choices []*shape) constraint {
	return func(c *checker, v quad.Value) string {
		fits := 0
		var why []string
		for _, s := range choices {
			found := c.violations(s, v)
			if len(found) == 0 {
				fits++
			} else {
				why = append(why, found[0].String())
			}
		}
		if fits == 1 {
			return ""
		}
		return fmt.Sprintf("%d of %d shapes fit, expected 1: %s", fits, len(choices), strings.Join(why, "; "))
	}
}
