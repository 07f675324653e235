package shapes_test

import (
	"context"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/rdf"
	"github.com/stancegraph/stancegraph/graph/rdf/shapes"
	"github.com/stancegraph/stancegraph/schema"
)

func ours(t *testing.T) *shapes.Shapes {
	t.Helper()
	s, err := shapes.Open("../../../schema/shapes.ttl")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func check(t *testing.T, s *shapes.Shapes, all iter.Seq2[quad.Quad, error]) []shapes.Violation {
	t.Helper()
	found, err := s.Check(all)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Every graph that a store exports has the shapes that are promised.
func TestGeneratedGraphsConform(t *testing.T) {
	t.Parallel()
	s := ours(t)
	for seed := range uint64(200) {
		all := graphtest.Generate(t, seed, 20)
		for _, v := range check(t, s, all.Quads(context.Background())) {
			t.Errorf("seed %d: %v", seed, v)
		}
	}
}

// A statement on what only an earlier codebook has, or none, is described all
// the same.
func TestDroppedConceptsConform(t *testing.T) {
	t.Parallel()
	src, statements := graphtest.Article(1, 6)
	head, _, _ := strings.Cut(graphtest.Codebook(t, "2").YAML, "issues:")
	yaml := head + "issues:\n  - {id: air, label: Air, propositions: [{id: clean-air, label: The air is clean}]}\n"
	next, err := schema.LoadCodebook("next", []byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	all := graph.Corpus{Codebooks: []*schema.Codebook{next}, Sources: []schema.Source{src}, Statements: statements}
	for range 2 {
		for _, v := range check(t, ours(t), all.Quads(context.Background())) {
			t.Error(v)
		}
		all.Codebooks = append(all.Codebooks, graphtest.Codebook(t, "1"))
	}
	text := graphtest.NQuadsOf(t, all)
	for _, line := range []string{
		`<https://stancegraph.github.io/id/proposition/new-dam> <http://www.w3.org/2004/02/skos/core#prefLabel> "A dam is built at the outlet" .`,
		`<https://stancegraph.github.io/id/proposition/new-dam> <http://www.w3.org/2004/02/skos/core#inScheme> <https://stancegraph.github.io/id/codebook/lake-dispute/1> .`,
		`<https://stancegraph.github.io/id/actor/m%C3%BCller-n> <http://www.w3.org/2004/02/skos/core#prefLabel> "Jan Müller" .`,
	} {
		if !strings.Contains(text, line) {
			t.Errorf("nothing says %s", line)
		}
	}
}

// Whatever is broken in a graph is found, and named.
func TestBrokenGraphs(t *testing.T) {
	t.Parallel()
	src, statements := graphtest.Article(4, 4)
	cited := statements[3]
	cited.Start, cited.End, cited.Evidence = 0, 0, "page 3"
	cited.ID = cited.DeriveID()
	statements[3] = cited
	all := graph.Corpus{Codebooks: []*schema.Codebook{graphtest.Codebook(t, "1")}, Sources: []schema.Source{src}, Statements: statements, Annotations: graphtest.Notes(4, 4)}
	var whole []quad.Quad
	for q, err := range all.Quads(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		whole = append(whole, q)
	}
	s := ours(t)
	if found := check(t, s, sequence(whole)); len(found) > 0 {
		t.Fatal(found)
	}
	for name, c := range map[string]struct {
		predicate string // whose first quad is replaced
		by        quad.Value
		says      string
	}{
		"no actor":               {"ns#actor", nil, "ns#actor>: 0 values, expected 1"},
		"an actor of text":       {"ns#actor", quad.String("norden"), "is no IRI"},
		"a foreign actor":        {"ns#actor", quad.IRI("https://example.org/x"), "is no <https://stancegraph.github.io/ns#Actor>"},
		"a stance between":       {"ns#stance", quad.Float(0.3), "is none of"},
		"a stance of text":       {"ns#stance", quad.String("1"), "is no <http://www.w3.org/2001/XMLSchema#double>"},
		"no proposition":         {"ns#proposition", nil, "ns#proposition>: 0 values"},
		"an unknown act":         {"ns#act", quad.String("sing"), "is none of"},
		"too sure":               {"ns#confidence", quad.Float(1.5), "is more than 1"},
		"less than nothing":      {"ns#confidence", quad.Float(-1), "is less than 0"},
		"a date in words":        {"ns#date", quad.String("soon"), "edtf/EDTF"},
		"no coder":               {"prov#wasAttributedTo", nil, "0 values, expected 1"},
		"no label":               {"rdf-schema#label", nil, "rdf-schema#label>: 0 values"},
		"no quotation":           {"oa#exact", nil, "0 of 2 shapes fit"},
		"no position":            {"oa#end", nil, "0 of 2 shapes fit"},
		"a position of text":     {"oa#start", quad.String("3"), "0 of 2 shapes fit"},
		"no selector":            {"oa#hasSelector", nil, "0 of 2 shapes fit"},
		"a passage of nothing":   {"oa#hasTarget", quad.IRI("https://example.org/x"), "0 of 2 shapes fit"},
		"no citation":            {"bibliographicCitation", nil, "0 of 2 shapes fit"},
		"no motivation":          {"oa#motivatedBy", nil, "oa#motivatedBy>: 0 values"},
		"a source without state": {"ns#status", quad.String("finished"), "is none of"},
		"no label of a concept":  {"core#prefLabel", nil, "prefLabel>: 0 values"},
		"a broader nothing":      {"core#broader", quad.IRI("https://example.org/x"), "ns#Issue"},
		"no codebook file":       {"ns#yaml", nil, "ns#yaml>: 0 values"},
		"a member of nothing":    {"org#organization", quad.IRI("https://example.org/x"), "ns#Actor"},
		"another kind":           {"ns#kind", quad.String("robot"), "is none of"},
	} {
		broken := slices.Clone(whole)
		i := slices.IndexFunc(broken, func(q quad.Quad) bool { return has(q, "urn:uuid:", c.predicate) })
		if i < 0 { // no statement has it
			i = slices.IndexFunc(broken, func(q quad.Quad) bool { return has(q, "", c.predicate) })
		}
		if i < 0 {
			t.Errorf("%s: nothing has %s", name, c.predicate)
			continue
		}
		if broken[i].Object = c.by; c.by == nil {
			broken = slices.Delete(broken, i, i+1)
		}
		var said []string
		for _, v := range check(t, s, sequence(broken)) {
			said = append(said, v.String())
		}
		if !strings.Contains(strings.Join(said, "\n"), c.says) {
			t.Errorf("%s: got %q, want %q", name, said, c.says)
		}
	}
}

func has(q quad.Quad, subject, predicate string) bool {
	return strings.HasPrefix(quad.StringOf(q.Subject), "<"+subject) && strings.HasSuffix(quad.StringOf(q.Predicate), predicate+">")
}

func sequence(list []quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range list {
			if !yield(q, nil) {
				return
			}
		}
	}
}

// A shape that is not understood is refused, not passed over.
func TestUnknownConstraints(t *testing.T) {
	t.Parallel()
	const head = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <urn:e:> .\n"
	for text, says := range map[string]string{
		"":                     "no shape has a target",
		"e:s a sh:NodeShape .": "no shape has a target",
		"e:s a sh:NodeShape ; sh:targetClass e:c ; sh:closed true .":                                 "closed",
		"e:s a sh:NodeShape ; sh:targetClass e:c ; sh:property [ sh:path e:p ; sh:minLength 3 ] .":   "minLength",
		"e:s a sh:NodeShape ; sh:targetClass e:c ; sh:property [ sh:path [ sh:inversePath e:p ] ] .": "without a path",
		"e:s a sh:NodeShape ; sh:targetClass e:c ; sh:property [ sh:path e:p ; sh:minCount 'x' ] .":  "a number of values",
		"e:s a sh:NodeShape ; sh:targetClass e:c ; sh:property [ sh:path e:p ; sh:pattern '(' ] .":   "pattern",
		"e:s a sh:NodeShape ; sh:targetClass e:c ; sh:nodeKind sh:BlankNode .":                       "nodeKind",
		"e:s a sh:NodeShape ; sh:targetClass e:c ; sh:node e:t .":                                    "no such shape",
		"e:s a sh:NodeShape ; sh:targetClass e:c ; e:comment 'x' .":                                  "comment",
		"e:s a sh:NodeShape ; ": "expected",
	} {
		_, err := shapes.Read(strings.NewReader(head+text), "shapes.ttl")
		if schema.KindOf(err) != schema.KindInput || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: got %v, want %q", text, err, says)
		}
	}
}

// Shapes that name each other end.
func TestShapesInCircles(t *testing.T) {
	t.Parallel()
	s, err := shapes.Read(strings.NewReader("@prefix sh: <http://www.w3.org/ns/shacl#> .\n<urn:s> a sh:NodeShape ; sh:targetClass <urn:c> ; sh:property [ sh:path <urn:p> ; sh:node <urn:s> ] ."), "shapes.ttl")
	if err != nil {
		t.Fatal(err)
	}
	circle := []quad.Quad{{Subject: quad.IRI("urn:x"), Predicate: quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), Object: quad.IRI("urn:c")},
		{Subject: quad.IRI("urn:x"), Predicate: quad.IRI("urn:p"), Object: quad.IRI("urn:x")}}
	if found := check(t, s, sequence(circle)); len(found) != 1 || !strings.Contains(found[0].String(), "without end") {
		t.Errorf("got %v", found)
	}
}

// The formats carry the same graph, so one read back conforms too.
func TestReadGraphConforms(t *testing.T) {
	t.Parallel()
	all := graphtest.Generate(t, 7, 20)
	var b strings.Builder
	if err := rdf.Write(&b, rdf.Turtle, rdf.Head{}, all.Quads(context.Background())); err != nil {
		t.Fatal(err)
	}
	var list []quad.Quad
	if err := rdf.Read(strings.NewReader(b.String()), rdf.Turtle, "x.ttl", func(q rdf.Quad) error { list = append(list, q.Quad); return nil }); err != nil {
		t.Fatal(err)
	}
	if found := check(t, ours(t), sequence(list)); len(found) > 0 {
		t.Error(found)
	}
}
