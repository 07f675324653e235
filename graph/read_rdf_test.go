package graph_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/rdf"
	"github.com/stancegraph/stancegraph/schema"
)

func corpusOfAnArticle(t *testing.T) graph.Corpus {
	src, statements := graphtest.Article(4, 3)
	return graph.Corpus{Codebooks: []*schema.Codebook{graphtest.Codebook(t, "1")}, Sources: []schema.Source{src}, Statements: statements, Annotations: graphtest.Notes(4, 3)}
}

func exported(t *testing.T, all graph.Corpus, format rdf.Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := rdf.Write(&b, format, rdf.Head{}, all.Quads(context.Background())); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Whatever a name is made of, it comes back.
func TestHostileNames(t *testing.T) {
	t.Parallel()
	for i, name := range []string{`a "quoted" 'name'`, "two\nlines\r\nand\ttab", "\u202eright to left", "שלום", "🕊👩‍👩‍👧", "e\u0301", "\\", "<script>", "a/b?c#d%20", "..", strings.Repeat("long ", 5000), "\x01"} {
		all := corpusOfAnArticle(t)
		for k := range all.Statements {
			st := &all.Statements[k]
			st.Actor, st.Condition, st.Via, st.Coder = schema.NewActorPrefix+name, name, []string{name}, name
			st.Variables = map[string]string{name: name}
			st.ID = st.DeriveID()
		}
		yaml := strings.Replace(all.Codebooks[0].YAML, "label: Norden,", fmt.Sprintf("label: %q,", name), 1)
		cb, err := schema.LoadCodebook("codebook", []byte(yaml))
		if err != nil {
			t.Logf("no label: %.40q", name)
		} else {
			all.Codebooks[0] = cb
		}
		want := graphtest.NQuadsOf(t, all)
		for _, format := range []rdf.Format{rdf.NQuads, rdf.NTriples, rdf.Turtle, rdf.TriG, rdf.JSONLD} {
			back, _, err := graph.ReadRDF(strings.NewReader(exported(t, all, format)), format, "file")
			if err != nil {
				t.Errorf("%d as %s: %v", i, format, err)
			} else if got := graphtest.NQuadsOf(t, back); got != want {
				t.Errorf("%d as %s:\n%s", i, format, graphtest.Difference(want, got))
			}
		}
	}
}

// What is wrong with a graph is said with its line, whatever it is.
func TestGraphsThatAreWrong(t *testing.T) {
	t.Parallel()
	turtle := exported(t, corpusOfAnArticle(t), rdf.Turtle)
	replace := func(old, with string) string {
		if !strings.Contains(turtle, old) {
			t.Fatalf("nothing says %s:\n%s", old, turtle)
		}
		return strings.Replace(turtle, old, with, 1)
	}
	for name, c := range map[string]struct{ text, says string }{
		"nothing":              {"# nothing", "it has no quads at all"},
		"something else":       {"<https://example.org/a> a <https://schema.org/Person> ; <https://schema.org/name> 'A' .", "of 2 quads none is of a statement"},
		"a foreign node":       {turtle + "<https://example.org/a> a <https://schema.org/Person> .", "a subject that is no record"},
		"a foreign property":   {replace("sg:act ", "sg:akt "), "a property that no record has"},
		"a foreign datatype":   {replace("sg:confidence 0.0E0", "sg:confidence \"none\""), "expected a double"},
		"another day":          {replace("sg:latest ", "sg:latest \"1999-01-01\"^^xsd:date , "), "this does not follow"},
		"two stances":          {replace("sg:stance ", "sg:stance 5.0E-1 , 1.0E0 , "), "this does not follow"},
		"another label":        {replace(`skos:prefLabel "Norden"`, `skos:prefLabel "Sueden"`), "this does not follow"},
		"another agent":        {replace("schema:agent actor:", "schema:agent actor:x"), "this does not follow"},
		"a stance off scale":   {replace("sg:stance ", "sg:stance 3.0E-1 ; sg:stance "), "expected one of -1, -0.5, 0, 0.5, 1"},
		"no stance":            {strings.ReplaceAll(turtle, "    sg:stance", "    sg:stanze"), "its stance is missing"},
		"a codebook in pieces": {replace("codebook: lake-dispute", "codebok: lake-dispute"), "codebook lake-dispute/1: "},
		"another version":      {replace("version: 1", "version: 7"), "its file says that it is lake-dispute/7"},
		"a recorded time":      {turtle + "<urn:uuid:x> prov:generatedAtTime \"2026-01-02T03:04:05Z\"^^xsd:dateTime .", "a recorded time or an import run"},
	} {
		_, _, err := graph.ReadRDF(strings.NewReader(c.text), rdf.Turtle, "x.ttl")
		if err == nil || !strings.Contains(err.Error(), c.says) || schema.KindOf(err) != schema.KindInput || schema.HintOf(err) == "" {
			t.Errorf("%s: got %v (%s), want %q", name, err, schema.HintOf(err), c.says)
		}
		if name != "nothing" && name != "something else" && !strings.HasPrefix(err.Error(), "x.ttl:") {
			t.Errorf("%s: no line: %v", name, err)
		}
	}
}

// A store validates what was read as it validates any import, and knows where
// each record stands.
func TestReadGraphIsValidated(t *testing.T) {
	t.Parallel()
	all := corpusOfAnArticle(t)
	all.Sources = nil
	back, lines, err := graph.ReadRDF(strings.NewReader(exported(t, all, rdf.Turtle)), rdf.Turtle, "x.ttl")
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != len(all.Statements)+len(all.Annotations) {
		t.Errorf("lines: %v", lines)
	}
	s := graphtest.Open(t, t.TempDir()+"/store")
	_, err = s.PutCorpus(context.Background(), back)
	if schema.KindOf(err) != schema.KindInput || !strings.Contains(err.Error(), "a source of the store") {
		t.Errorf("got %v", err)
	}
	if got := graphtest.NQuads(t, s); got != "" {
		t.Errorf("something was written:\n%s", got)
	}
}

// What follows from the rest may be missing: a graph can be written by hand.
func TestDerivedQuadsMayBeMissing(t *testing.T) {
	t.Parallel()
	all := corpusOfAnArticle(t)
	var kept strings.Builder
	for line := range strings.Lines(exported(t, all, rdf.NQuads)) {
		if !strings.Contains(line, "schema.org/agent") && !strings.Contains(line, "ns#latest") && !strings.HasPrefix(line, "<https://stancegraph.github.io/id/actor/norden> <") {
			kept.WriteString(line)
		}
	}
	back, _, err := graph.ReadRDF(strings.NewReader(kept.String()), rdf.NQuads, "x.nq")
	if err != nil {
		t.Fatal(err)
	}
	if diff := graphtest.Difference(graphtest.NQuadsOf(t, all), graphtest.NQuadsOf(t, back)); diff != "" {
		t.Error(diff)
	}
}

// An export of a program that described sources in other terms is read.
func TestReadGraphOfAnOlderProgram(t *testing.T) {
	t.Parallel()
	all := corpusOfAnArticle(t)
	text := exported(t, all, rdf.NQuads)
	old := strings.ReplaceAll(text, "purl.org/dc/elements/1.1/", "purl.org/dc/terms/")
	back, _, err := graph.ReadRDF(strings.NewReader(old), rdf.NQuads, "x.nq")
	if err != nil || old == text {
		t.Fatal(err)
	}
	if diff := graphtest.Difference(text, graphtest.NQuadsOf(t, back)); diff != "" {
		t.Error(diff)
	}
}

// Whatever stands in a file, it is read or refused, and what is read comes back.
func FuzzReadRDF(f *testing.F) {
	src, statements := graphtest.Article(4, 2)
	all := graph.Corpus{Codebooks: []*schema.Codebook{graphtest.Codebook(f, "1")}, Sources: []schema.Source{src}, Statements: statements, Annotations: graphtest.Notes(4, 2)}
	formats := []rdf.Format{rdf.Turtle, rdf.TriG, rdf.NQuads, rdf.JSONLD}
	for i, format := range formats {
		var b bytes.Buffer
		if err := rdf.Write(&b, format, rdf.Head{}, all.Quads(context.Background())); err != nil {
			f.Fatal(err)
		}
		f.Add(byte(i), b.String())
	}
	f.Fuzz(func(t *testing.T, kind byte, text string) {
		format := formats[kind%4]
		back, _, err := graph.ReadRDF(strings.NewReader(text), format, "file")
		if err != nil {
			if schema.KindOf(err) != schema.KindInput {
				t.Errorf("kind %q: %v", schema.KindOf(err), err)
			}
			return
		}
		again, _, err := graph.ReadRDF(strings.NewReader(exported(t, back, rdf.NQuads)), rdf.NQuads, "again")
		if err != nil {
			t.Fatal(err)
		}
		if diff := graphtest.Difference(graphtest.NQuadsOf(t, back), graphtest.NQuadsOf(t, again)); diff != "" {
			t.Error(diff)
		}
	})
}
