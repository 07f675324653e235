package quads_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/rdf"
)

// schema/stancegraph.ttl defines what is used, and nothing else.
func TestOntologyDefinesWhatIsUsed(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../schema/stancegraph.ttl")
	if err != nil {
		t.Fatal(err)
	}
	defined := map[quad.IRI]map[string]quad.Value{}
	err = rdf.Read(bytes.NewReader(text), rdf.Turtle, "stancegraph.ttl", func(q rdf.Quad) error {
		term, _ := q.Subject.(quad.IRI)
		if defined[term] == nil {
			defined[term] = map[string]quad.Value{}
		}
		defined[term][quads.Shorten(string(q.Predicate.(quad.IRI)))] = q.Object
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(defined, "https://stancegraph.github.io/ns")

	used := quads.OwnTerms(codebook(t))
	for term := range used {
		if defined[quad.IRI(term)] == nil {
			t.Errorf("%s is used and not defined", term)
		}
	}
	broader := quads.Broader()
	for term, says := range defined {
		if !used[string(term)] {
			t.Errorf("%s is defined and not used", term)
		}
		for _, property := range []string{"rdf:type", "rdfs:label", "rdfs:comment", "rdfs:isDefinedBy"} {
			if says[property] == nil {
				t.Errorf("%s has no %s", term, property)
			}
		}
		isClass := says["rdf:type"] == quad.IRI("http://www.w3.org/2002/07/owl#Class")
		if !isClass && says["rdfs:range"] == nil {
			t.Errorf("%s has no range", term)
		}
		if standard, ok := broader[term]; ok != (says["rdfs:subPropertyOf"] != nil) || ok && says["rdfs:subPropertyOf"] != standard {
			t.Errorf("%s: exports say %v, the ontology %v", term, broader[term], says["rdfs:subPropertyOf"])
		}
	}
}

// What the values of a property are is said once for JSON-LD and once in the
// ontology: they agree.
func TestValueTypesAreTheRanges(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../schema/stancegraph.ttl")
	if err != nil {
		t.Fatal(err)
	}
	ranges := map[string]string{}
	err = rdf.Read(bytes.NewReader(text), rdf.Turtle, "stancegraph.ttl", func(q rdf.Quad) error {
		if strings.HasSuffix(quad.StringOf(q.Predicate), "#range>") {
			ranges[string(q.Subject.(quad.IRI))] = string(q.Object.(quad.IRI))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range quads.ValueTypes() {
		got, own := ranges[string(v.Term)]
		if isThing := strings.HasPrefix(got, "https://stancegraph.github.io/ns#"); own && got != v.Type && !(isThing && v.Type == "@id") {
			t.Errorf("%s: %s in the ontology, %s in the context", v.Term, got, v.Type)
		}
		delete(ranges, string(v.Term))
	}
	for term, got := range ranges {
		if plain := strings.HasSuffix(got, "#string") || strings.HasSuffix(got, "#integer") || strings.HasSuffix(got, "#boolean"); !plain {
			t.Errorf("%s: the context does not say that its values are %s", term, got)
		}
	}
}
