package shapes

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// graph finds the values of the properties of nodes.
type graph map[quad.Value]map[quad.Value][]quad.Value

func (g graph) add(q quad.Quad) {
	properties := g[q.Subject]
	if properties == nil {
		properties = map[quad.Value][]quad.Value{}
		g[q.Subject] = properties
	}
	if !slices.Contains(properties[q.Predicate], q.Object) { // in two named graphs it is still one
		properties[q.Predicate] = append(properties[q.Predicate], q.Object)
	}
}

func (g graph) one(node quad.Value, term quad.IRI) (quad.Value, bool) {
	values := g[node][term]
	if len(values) == 0 {
		return nil, false
	}
	return values[0], true
}

// list returns the items of a list of RDF.
func (g graph) list(head quad.Value) []quad.Value {
	var items []quad.Value
	for range len(g) { // a list that bites its tail ends
		if head == rdfNil {
			break
		}
		item, ok := g.one(head, rdfFirst)
		if !ok {
			break
		}
		items = append(items, item)
		head, _ = g.one(head, rdfRest)
	}
	return items
}

// subjects returns all nodes, sorted.
func (g graph) subjects() []quad.Value {
	nodes := make([]quad.Value, 0, len(g))
	for n := range g {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, compare)
	return nodes
}

func compare(a, b quad.Value) int { return cmp.Compare(quad.StringOf(a), quad.StringOf(b)) }

const (
	nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsSH  = "http://www.w3.org/ns/shacl#"
	nsXSD = "http://www.w3.org/2001/XMLSchema#"

	rdfType  quad.IRI = nsRDF + "type"
	rdfFirst quad.IRI = nsRDF + "first"
	rdfRest  quad.IRI = nsRDF + "rest"
	rdfNil   quad.IRI = nsRDF + "nil"
)

// local is a term of SHACL without its namespace; "" for any other.
func local(v quad.Value) string {
	iri, _ := v.(quad.IRI)
	name, ok := strings.CutPrefix(string(iri), nsSH)
	if !ok {
		return ""
	}
	return name
}
