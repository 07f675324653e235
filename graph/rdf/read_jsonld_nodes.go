package rdf

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/piprate/json-gold/ld"
)

// jsonGraph turns the expanded nodes of one graph into quads.
type jsonGraph struct {
	name    quad.Value // nil for the default graph
	yield   func(Quad) error
	stopped bool // by yield
	lists   int
}

func (g *jsonGraph) emit(s, p, o quad.Value) error {
	err := g.yield(Quad{Quad: quad.Quad{Subject: s, Predicate: p, Object: o, Label: g.name}})
	g.stopped = err != nil
	return err
}

func (g *jsonGraph) nodes(graph any) error {
	nodes, _ := graph.(map[string]any)
	for _, id := range slices.Sorted(maps.Keys(nodes)) {
		subject, err := identified(id)
		if err != nil {
			return err
		}
		node, _ := nodes[id].(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(node)) {
			objects, _ := node[key].([]any)
			switch {
			case key == "@type":
				key = string(rdfType)
			case strings.HasPrefix(key, "@"): // the ID, an index
				continue
			}
			predicate, err := identified(key)
			if err != nil {
				return err
			}
			for _, o := range objects {
				object, err := g.object(o)
				if err != nil {
					return fmt.Errorf("%s, %s: %w", id, key, err)
				}
				if err := g.emit(subject, predicate, object); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// identified is an absolute IRI or a blank node.
func identified(id string) (quad.Value, error) {
	if label, isBlank := strings.CutPrefix(id, "_:"); isBlank {
		return quad.BNode(label), nil
	}
	if !hasScheme(id) || strings.ContainsFunc(id, isOutsideIRI) {
		return nil, fmt.Errorf("%q: no absolute IRI, and no name with a prefix of the context", shorten(id))
	}
	return quad.IRI(id), nil
}

func (g *jsonGraph) object(o any) (quad.Value, error) {
	if id, isText := o.(string); isText { // a type
		return identified(id)
	}
	object, _ := o.(map[string]any)
	if ld.IsValue(o) {
		return jsonValue(object)
	}
	if items, isList := object["@list"].([]any); isList {
		return g.list(items)
	}
	id, _ := object["@id"].(string)
	return identified(id)
}

func (g *jsonGraph) list(items []any) (head quad.Value, err error) {
	head = rdfNil
	for _, item := range slices.Backward(items) {
		v, err := g.object(item)
		if err != nil {
			return nil, err
		}
		g.lists++
		node := quad.BNode(" " + strconv.Itoa(g.lists)) // no label begins with a space
		if err := g.emit(node, rdfFirst, v); err != nil {
			return nil, err
		}
		if err := g.emit(node, rdfRest, head); err != nil {
			return nil, err
		}
		head = node
	}
	return head, nil
}

// jsonValue is a literal. Numbers are as exact as they are written.
func jsonValue(object map[string]any) (quad.Value, error) {
	datatype, _ := object["@type"].(string)
	language, _ := object["@language"].(string)
	if datatype == "@json" {
		b, err := json.Marshal(object["@value"])
		return Literal(string(b), nsRDF+"JSON", ""), err
	}
	if datatype != "" {
		if _, err := identified(datatype); err != nil {
			return nil, err
		}
	}
	switch v := object["@value"].(type) {
	case string:
		return Literal(v, datatype, language), nil
	case bool:
		if datatype == "" {
			return quad.Bool(v), nil
		}
		return Literal(strconv.FormatBool(v), datatype, ""), nil
	case float64:
		return jsonNumber(v, datatype), nil
	}
	return nil, fmt.Errorf("expected a text, a number or true or false as a value")
}

func jsonNumber(x float64, datatype string) quad.Value {
	isWhole := x == math.Trunc(x) && math.Abs(x) < exact
	switch {
	case isWhole && datatype == "":
		return quad.Int(int64(x))
	case datatype == "" || datatype == nsXSD+"double":
		return quad.Float(x)
	case isWhole:
		return Literal(strconv.FormatInt(int64(x), 10), datatype, "")
	}
	return Literal(lexicalDouble(x), datatype, "")
}
