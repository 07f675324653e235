package rdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/rdf"
	"github.com/stancegraph/stancegraph/schema"
)

func sequence(list []quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range list {
			if !yield(q, nil) {
				return
			}
		}
	}
}

func write(t testing.TB, format rdf.Format, list []quad.Quad) string {
	t.Helper()
	var b bytes.Buffer
	head := rdf.Head{Comments: [][2]string{{"made by", "a test\n<x> <y> <z> ."}}}
	if err := rdf.Write(&b, format, head, sequence(list)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// read returns the lines of canonical N-Quads of a file, sorted.
func read(format rdf.Format, text string) (string, error) {
	var lines []string
	err := rdf.Read(strings.NewReader(text), format, "file", func(q rdf.Quad) error {
		lines = append(lines, string(quads.AppendLine(nil, q.Quad)))
		return nil
	})
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), ""), err
}

func lines(list []quad.Quad) string {
	var out []string
	for _, q := range list {
		out = append(out, string(quads.AppendLine(nil, q)))
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), "")
}

// hard are texts that formats trip over.
var hard = []string{"", "plain", "two\nlines", "\n", "\r\n", "\r", "\t", `"`, `""`, `"""`, `x"`, `\`, `\\n`, `'''`, "\x00", "\x01\x1f\x7f", "\u0085\u2028\u2029",
	"🕊👩‍👩‍👧", "\u202eevil", "שלום", "\ufeff", "\ufffd", "\ufffe", "é", "e\u0301", "<b> & {x} | ^ `", "@en", "^^x", "# no comment", "_:b", strings.Repeat("ä\"\n", 5000)}

func texts() *rapid.Generator[string] {
	return rapid.OneOf(rapid.SampledFrom(hard), rapid.StringN(0, 12, -1))
}

func iris() *rapid.Generator[quad.IRI] {
	return rapid.Map(rapid.OneOf(
		rapid.SampledFrom([]string{"urn:uuid:a", "urn:uuid:a#quote", "https://example.org/x?y=z#f", "https://stancegraph.github.io/id/actor/NEW:%C3%85", "https://stancegraph.github.io/id/actor/-x",
			"https://stancegraph.github.io/id/actor/a.", "https://stancegraph.github.io/id/actor/a..b", "https://stancegraph.github.io/id/codebook/a/1", "https://stancegraph.github.io/ns#stance",
			"https://example.org/ü/日本", "mailto:a@example.org", "http://www.w3.org/2001/XMLSchema#date", "https://stancegraph.github.io/id/actor/~$&'()*+,;=@!", "https://stancegraph.github.io/ns#"}),
		rapid.StringMatching(`https://stancegraph\.github\.io/(id/actor|id/source|ns#)[a-zA-Z0-9:._%~-]{0,6}`).Filter(func(s string) bool { return !strings.Contains(s, "%") })),
		func(s string) quad.IRI { return quad.IRI(s) })
}

func values(t *rapid.T, label string) quad.Value {
	switch rapid.IntRange(0, 7).Draw(t, label) {
	case 0:
		return quad.Int(rapid.Int64Range(-1<<60, 1<<60).Draw(t, "integer"))
	case 1:
		return quad.Float(rapid.SampledFrom([]float64{0, -0.5, 1, 0.1, 1.0 / 3, 1e300, 5e-324, 123456789.12345678, math.Inf(-1)}).Draw(t, "double"))
	case 2:
		return quad.Bool(rapid.Bool().Draw(t, "truth"))
	case 3:
		return quad.TypedString{Value: quad.String(texts().Draw(t, "lexical")), Type: rapid.SampledFrom([]quad.IRI{"http://id.loc.gov/datatypes/edtf/EDTF", "https://example.org/t"}).Draw(t, "type")}
	case 4:
		return quad.LangString{Value: quad.String(texts().Draw(t, "words")), Lang: rapid.SampledFrom([]string{"en", "zh-hant-tw", "x-1"}).Draw(t, "language")}
	case 5:
		return iris().Draw(t, "object")
	}
	return quad.String(texts().Draw(t, "text"))
}

var predicates = []quad.IRI{"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "https://stancegraph.github.io/ns#stance", "https://stancegraph.github.io/ns#date", "https://stancegraph.github.io/ns#actor",
	"https://stancegraph.github.io/ns#doc", "https://example.org/p", "https://schema.org/url"}

func anyQuads(t *rapid.T) []quad.Quad {
	list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) quad.Quad {
		q := quad.Quad{Subject: iris().Draw(t, "subject"), Predicate: rapid.SampledFrom(predicates).Draw(t, "predicate")}
		if q.Object = values(t, "kind"); q.Predicate == predicates[0] {
			q.Object = iris().Draw(t, "class")
		}
		if rapid.Bool().Draw(t, "named") {
			q.Label = iris().Draw(t, "graph")
		}
		return q
	}), 0, 12).Draw(t, "quads")
	return quads.Sort(list)
}

// What is written is read back, and has the same bytes each time.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	for _, format := range []rdf.Format{rdf.NQuads, rdf.NTriples, rdf.Turtle, rdf.TriG, rdf.JSONLD} {
		t.Run(string(format), func(t *testing.T) {
			t.Parallel()
			rapid.Check(t, func(r *rapid.T) {
				list := anyQuads(r)
				text := write(t, format, list)
				if text != write(t, format, list) {
					r.Fatal("not the same bytes")
				}
				if format == rdf.Turtle || format == rdf.NTriples {
					for i := range list {
						list[i].Label = nil
					}
				}
				got, err := read(format, text)
				if diff := cmp.Diff(lines(list), got); err != nil || diff != "" {
					r.Fatalf("%v (-want +got):\n%s\n%s", err, diff, text)
				}
			})
		})
	}
}

// What people write by hand, in all the short ways of the grammar.
func TestTurtle(t *testing.T) {
	t.Parallel()
	const o = "<http://example.org/"
	for name, c := range map[string]struct{ text, want string }{
		"nothing":             {"  # a comment", ""},
		"prefixes":            {"@prefix e: <http://example.org/> . PREFIX : <http://example.org/x#>\n e:a :b e:c.", o + "a> " + o + "x#b> " + o + "c> .\n"},
		"a base":              {"@base <http://example.org/a/b?q> .\n<> a <../c>, <#d>, </e>, <?f>, <//g/h>, <./>, <urn:i> .", lined(o+"a/b?q> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ", o+"a/b?q#d>", o+"a/b?f>", o+"a/>", o+"c>", o+"e>", "<http://g/h>", "<urn:i>")},
		"lists of objects":    {"@prefix : <http://example.org/> .\n:a :p 1 , 2 ; ; :q true ; .", o + "a> " + o + "p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n" + o + "a> " + o + "p> \"2\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n" + o + "a> " + o + "q> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n"},
		"numbers":             {"<urn:a> <urn:p> -.5, 1.50, 1e0, +7, 5.E1 .\n", "<urn:a> <urn:p> \"-.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n<urn:a> <urn:p> \"1.0E0\"^^<http://www.w3.org/2001/XMLSchema#double> .\n<urn:a> <urn:p> \"1.50\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n<urn:a> <urn:p> \"5.0E1\"^^<http://www.w3.org/2001/XMLSchema#double> .\n<urn:a> <urn:p> \"7\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"},
		"long texts":          {"<urn:a> <urn:p> '''it''s \"x\" \\u00e4\\U0001F54A\\t\n''', \"\"\"a\"\"b\"\"\" .", "<urn:a> <urn:p> \"a\\\"\\\"b\" .\n<urn:a> <urn:p> \"it''s \\\"x\\\" ä🕊\\t\\n\" .\n"},
		"languages":           {`<urn:a> <urn:p> "x"@en-GB .`, "<urn:a> <urn:p> \"x\"@en-GB .\n"},
		"a name with dots":    {"@prefix e: <http://example.org/> . e:a.b e:%41-c e:d\\,e:f .", o + "a.b> " + o + "%41-c> " + o + "d,e:f> .\n"},
		"a name beyond latin": {"@prefix é: <http://example.org/> . é:日本 a é:ü.", o + "日本> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> " + o + "ü> .\n"},
	} {
		got, err := read(rdf.Turtle, c.text)
		if diff := cmp.Diff(c.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", name, err, diff)
		}
	}
}

func lined(beginning string, objects ...string) string {
	var out []string
	for _, o := range objects {
		out = append(out, beginning+o+" .\n")
	}
	slices.Sort(out)
	return strings.Join(out, "")
}

// Nodes without a name, lists and blocks.
func TestBrackets(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"[] <urn:p> [] .": 1,
		"[ <urn:p> 1 ] .": 1,
		"[ <urn:p> 1 ; <urn:q> [ <urn:r> 2 ] ] <urn:s> 3 .":    4,
		"<urn:a> <urn:p> (), ( 1 (2) ) .":                      8,
		"(1) <urn:p> 2 .":                                      3,
		"<urn:g> { <urn:a> <urn:p> 1 . <urn:b> <urn:p> 2 } {}": 2,
		"GRAPH <urn:g> {} graph _:g { [ <urn:p> 1 ] }":         1,
		"{ <urn:a> <urn:p> 1 } [] { <urn:a> <urn:p> _:x . }":   2,
	} {
		n := 0
		err := rdf.Read(strings.NewReader(text), rdf.TriG, "file", func(rdf.Quad) error { n++; return nil })
		if err != nil || n != want {
			t.Errorf("%s: %d quads, want %d: %v", text, n, want, err)
		}
	}
}

// What breaks the grammar is named with its line and column.
func TestBadInput(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		format rdf.Format
		text   string
		says   string
	}{
		{rdf.Turtle, "<urn:a> <urn:p>\n  e:x .", `file:2: column 3: the prefix e: is not declared`},
		{rdf.Turtle, "<urn:a> <urn:p> <x> .", "column 17: <x>: a relative IRI, and the file names no base"},
		{rdf.Turtle, "<urn:a> <urn:p> 'x", "file:1: column 17: a text that does not end"},
		{rdf.Turtle, "<urn:a> <urn:p> \"x\n\" .", "a text that does not end on its line"},
		{rdf.Turtle, "<urn:a> <urn:p> \"\\x\" .", `\x: no such escape`},
		{rdf.Turtle, "<urn:a> <urn:p> \"\\uD800\" .", "no character has this number"},
		{rdf.Turtle, "<urn:a> <urn:p> 1", `expected ".", not the end of the file`},
		{rdf.Turtle, "<urn:a> _:b 1 .", "expected a predicate"},
		{rdf.Turtle, "<urn:a b> <urn:p> 1 .", "not a character of an IRI"},
		{rdf.Turtle, "<urn:g> { <urn:a> <urn:p> 1 }", "expected an IRI or a name with a prefix"},
		{rdf.Turtle, "\"x\" <urn:p> 1 .", "not the text \"x\""},
		{rdf.Turtle, "<urn:a> <urn:p> \xff .", "a byte that is not UTF-8"},
		{rdf.Turtle, strings.Repeat("<urn:a> <urn:p> [", 1) + strings.Repeat("<urn:p> [", 200), "more than 100 brackets"},
		{rdf.Turtle, "<urn:a> <urn:p> " + strings.Repeat("(", 200), "more than 100 brackets"},
		{rdf.Turtle, "<urn:a> <urn:p> " + strings.Repeat("1", 2000) + " .", "a number of more than 1024 digits"},
		{rdf.TriG, "<urn:g> { <urn:a> <urn:p> 1", "not the end of the file"},
		{rdf.NQuads, "<urn:a> <urn:p> 1 .", "expected an IRI in angle brackets or a text"},
		{rdf.NQuads, "<urn:a> <urn:p> <urn:o> <urn:g> <urn:x> .", `expected "." at the end of the line`},
		{rdf.NTriples, "<urn:a> <urn:p> <urn:o> <urn:g> .", `expected "." at the end of the line`},
		{rdf.JSONLD, `{"@context": "https://example.org/context.jsonld", "x": 1}`, "nothing is loaded from the network"},
		{rdf.JSONLD, `{"@context": {"@import": "https://example.org/context.jsonld"}, "x": 1}`, "nothing is loaded from the network"},
		{rdf.JSONLD, `{"@id": 1}`, "JSON-LD: "},
		{rdf.JSONLD, `{"a": `, "JSON: "},
		{rdf.JSONLD, `{} {}`, "something stands behind the document"},
		{"rdfxml", "<rdf/>", "no format"},
	} {
		_, err := read(c.format, c.text)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%.60s: got %v, want %q", c.text, err, c.says)
		}
		if kind := schema.KindOf(err); kind != schema.KindInput && kind != schema.KindUsage {
			t.Errorf("%.60s: kind %q", c.text, kind)
		}
		if schema.HintOf(err) == "" {
			t.Errorf("%.60s: %v has no hint", c.text, err)
		}
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestUnreadable(t *testing.T) {
	t.Parallel()
	for _, format := range []rdf.Format{rdf.Turtle, rdf.NQuads} {
		err := rdf.Read(brokenReader{}, format, "file", func(rdf.Quad) error { return nil })
		if schema.KindOf(err) != schema.KindIO {
			t.Errorf("%s: %v", format, err)
		}
	}
	stop := errors.New("enough")
	err := rdf.Read(strings.NewReader("<urn:a> <urn:p> 1 . <"), rdf.Turtle, "file", func(rdf.Quad) error { return stop })
	if !errors.Is(err, stop) {
		t.Errorf("got %v", err)
	}
}

func TestWriteStops(t *testing.T) {
	t.Parallel()
	stop := errors.New("cancelled")
	for _, format := range []rdf.Format{rdf.NQuads, rdf.NTriples, rdf.Turtle, rdf.TriG, rdf.JSONLD} {
		err := rdf.Write(io.Discard, format, rdf.Head{}, func(yield func(quad.Quad, error) bool) { yield(quad.Quad{}, stop) })
		if !errors.Is(err, stop) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// Whatever is read can be written and read again, and nothing makes the reader
// crash.
func FuzzRead(f *testing.F) {
	for _, text := range []string{"@prefix e: <urn:x> . e:a a e:b ; <urn:p> 'x'@en, \"\"\"y\"\"\"^^e:t, 1.5e3 .", "<urn:g> { [] <urn:p> ( 1 true ) }", "<urn:a> <urn:p> \"x\\u00e4\" <urn:g> .",
		`{"@context": {"e": "urn:x"}, "@graph": [{"@id": "e:a", "e:p": [1, true, {"@value": "x", "@language": "en"}]}]}`} {
		for kind := range 4 {
			f.Add(byte(kind), text)
		}
	}
	formats := []rdf.Format{rdf.Turtle, rdf.TriG, rdf.NQuads, rdf.JSONLD}
	f.Fuzz(func(t *testing.T, kind byte, text string) {
		var list []quad.Quad
		err := rdf.Read(strings.NewReader(text), formats[kind%4], "file", func(q rdf.Quad) error {
			for _, d := range quad.Directions {
				if v := q.Get(d); v != nil {
					if _, isBlank := v.(quad.BNode); isBlank {
						return errors.New("blank nodes are not written")
					}
				}
			}
			list = append(list, q.Quad)
			return nil
		})
		if err != nil {
			return
		}
		list = quads.Sort(list)
		got, err := read(rdf.TriG, write(t, rdf.TriG, list))
		if diff := cmp.Diff(lines(list), got); err != nil || diff != "" {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	})
}

// A source that never ends in a term is refused before it fills the memory.
func TestEndlessTerm(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("reads 64 MiB")
	}
	err := rdf.Read(io.MultiReader(strings.NewReader("<urn:a> <urn:p> \""), endless{}), rdf.Turtle, "file", func(rdf.Quad) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "a term of more than 64 MiB") {
		t.Errorf("got %v", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func ExampleWrite() {
	var b bytes.Buffer
	_ = rdf.Write(&b, rdf.NQuads, rdf.Head{Comments: [][2]string{{"made by", "an example"}}}, sequence([]quad.Quad{{
		Subject: quad.IRI("urn:uuid:1"), Predicate: quad.IRI("https://stancegraph.github.io/ns#stance"), Object: quad.Float(-0.5)}}))
	fmt.Print(b.String())
	// Output:
	// # made by: an example
	// <urn:uuid:1> <https://stancegraph.github.io/ns#stance> "-5.0E-1"^^<http://www.w3.org/2001/XMLSchema#double> .
}
