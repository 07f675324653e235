package explore_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/explore"
)

// cases are read by name: question, then the rows as JSON, one a line. "…"
// stands for an ID.
func TestAnswers(t *testing.T) {
	t.Parallel()
	path := file(t, 3)
	for _, c := range []struct {
		name     string
		language explore.Language
		text     string
		want     string
	}{
		{"prefixes are known and used", explore.Gizmo, `g.V("<actor:norden>").Out("<rdf:type>").All()`, `{"id":"<schema:Country>"}`},
		{"full addresses are the same", explore.Gizmo, `g.V("<https://stancegraph.github.io/id/actor/norden>").Out("<rdf:type>").All()`, `{"id":"<schema:Country>"}`},
		{"prefixes of g.IRI", explore.Gizmo, `g.V(g.IRI("actor:norden")).Out(iri("rdf:type")).All()`, `{"id":"<schema:Country>"}`},
		{"rows are sorted", explore.Gizmo, `g.V("<issue:water>", "<issue:border>").All()`, `{"id":"<issue:border>"}
{"id":"<issue:water>"}`},
		{"what is emitted is not", explore.Gizmo, `["b", "a"].forEach(x => g.Emit({x}))`, `{"x":"b"}
{"x":"a"}`},
		{"a value alone is a row", explore.Gizmo, `1 + 1`, `{"value":2}`},
		{"all rows of a count", explore.Gizmo, `g.V().Has("<rdf:type>", "<sg:Statement>").Count()`, `{"value":12}`},
		{"a stance is found by a whole number", explore.Gizmo, `g.V().Has("<sg:stance>", 1).Has("<sg:doc>", "00000.txt").Count()`, `{"value":0}`},
		{"and by a fraction", explore.Gizmo, `g.V().Has("<sg:stance>", -0.5).Has("<sg:doc>", "00000.txt").Count()`, `{"value":1}`},
		{"whole and fractional numbers compare", explore.Gizmo, `g.V().Has("<sg:stance>", lt(0)).Has("<sg:doc>", "00000.txt").Count()`, `{"value":2}`},
		{"an offset by its type", explore.Gizmo, `g.V().Has("<oa:start>", typed("0", "xsd:integer")).Count()`, `{"value":3}`},
		{"a date is a text", explore.Gizmo, `g.V().Has("<sg:date>", "2025-05-01").Save("<sg:date>", "date").Save("<sg:doc>", "doc").Tag("id2").All()`,
			`{"date":"2025-05-01","doc":"00000.txt","id":"…","id2":"…"}`},
		{"a day by its type", explore.Gizmo, `g.V().Has("<sg:earliest>", typed("2025-05-01", "xsd:date")).Save("<sg:earliest>", "e").All()`, `{"e":"2025-05-01","id":"…"}`},
		{"dates compare", explore.Gizmo, `g.V().Has("<sg:latest>", lte("2025-05-01")).Save("<sg:latest>", "l").All()`, `{"id":"…","l":"2025-05-01"}`},
		{"a program sees plain values", explore.Gizmo, `g.V("<actor:sueden>").Save("<skos:prefLabel>", "label").Save("<rdf:type>", "type").ForEach(d => g.Emit(d.label + " " + d.type))`,
			`{"value":"Süden <schema:Country>"}`},
		{"percent-encoded names", explore.Gizmo, `g.V("<actor:%C3%A5nestad>").Out("<skos:prefLabel>").All()`, `{"id":"Åse Ånestad"}`},
		{"nothing there", explore.Gizmo, `g.V("<actor:nobody>").All()`, ``},
		{"every kind of value", explore.Gizmo, `g.Emit({a: 1.5, b: true, c: [1, "x", {y: null}], d: NaN, e: new Date(0), f: "<https://stancegraph.github.io/ns#stance>"})`,
			`{"a":1.5,"b":true,"c":[1,"x",{"y":null}],"d":"NaN","e":"1970-01-01T00:00:00Z","f":"<sg:stance>"}`},

		{"graphql", explore.GraphQL, `{ actors(id: <actor:norden>) { id label: <skos:prefLabel> } }`, `{"id":"<actor:norden>","label":"Norden"}`},
		{"graphql backwards, sorted", explore.GraphQL, `{ issues(id: <issue:water>) { propositions: <skos:broader> @rev { id } } }`,
			`{"propositions":[{"id":"<proposition:joint-patrol>"},{"id":"<proposition:new-dam>"},{"id":"<proposition:shared-lake>"}]}`},
		{"graphql, many values of one field are many objects", explore.GraphQL, `{ p(id: <proposition:joint-patrol>) { <skos:broader> } }`, `{"<skos:broader>":"<issue:border>"}
{"<skos:broader>":"<issue:water>"}`},
		{"graphql, lists need no spaces", explore.GraphQL, `{ a(id: [<actor:norden>,<actor:sueden>]) { id } }`, `{"id":"<actor:norden>"}
{"id":"<actor:sueden>"}`},
		{"graphql, several fields", explore.GraphQL, `{ a(id: <actor:norden>) { id } b(id: <issue:water>) { id } }`, `{"field":"a","id":"<actor:norden>"}
{"field":"b","id":"<issue:water>"}`},
		{"graphql, all fields", explore.GraphQL, `{ a(id: <issue:border>) { * } }`,
			`{"id":"<issue:border>","rdf:type":"<sg:Issue>","sg:shortLabel":"The border","skos:inScheme":"<codebook:lake-dispute/1>","skos:prefLabel":"The border","skos:topConceptOf":"<codebook:lake-dispute/1>"}`},
		{"graphql, quotation marks", explore.GraphQL, `{ a(<skos:prefLabel>: "\"quo\\te\"\n", b: [1, 2.5, true]) { id } }`, ``},
		{"graphql, a number and a date", explore.GraphQL, `{ s(<sg:date>: "2025-05-01") { <sg:date> <sg:doc> } }`, `{"<sg:date>":"2025-05-01","<sg:doc>":"00000.txt"}`},
		{"graphql, optional fields", explore.GraphQL, `{ a(id: <actor:norden>) { id role: <sg:role> @opt } }`, `{"id":"<actor:norden>"}`},
		{"graphql, comments", explore.GraphQL, "# Norden\n{ a(id: <actor:norden>) { id } }", `{"id":"<actor:norden>"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := lines(t, ask(t, path, c.language, c.text)); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// lines prints rows as JSON, one a line, with … for the IDs of statements.
func lines(t *testing.T, r explore.Result) string {
	t.Helper()
	var out []string
	for _, row := range r.Rows {
		for k, v := range row {
			if s, ok := v.(string); ok && strings.HasPrefix(s, "<statement:") {
				row[k] = "…"
			}
		}
		var b strings.Builder
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(row); err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.TrimSpace(b.String()))
	}
	return strings.Join(out, "\n")
}

func TestColumnsBeginWithTheID(t *testing.T) {
	t.Parallel()
	r := ask(t, file(t, 1), explore.Gizmo, `g.V("<actor:norden>").Tag("zulu").Save("<sg:kind>", "alpha").All()`)
	if got := strings.Join(r.Columns, " "); got != "id alpha zulu" {
		t.Errorf("got columns %s", got)
	}
	if r.Language != explore.Gizmo || r.Truncated != "" || r.Elapsed <= 0 {
		t.Errorf("got %+v", r)
	}
}

func TestAnEmptyAnswerHasColumnsRowsAndAReason(t *testing.T) {
	t.Parallel()
	path := file(t, 0)
	for _, c := range []struct{ language, text, note string }{
		{"gizmo", `g.V("<a>")`, "end a path with .All()"},
		{"gizmo", `g.V("<a>").All()`, ""},
		{"graphql", `{ a(id: <a>) { id } }`, "@opt"},
	} {
		r := ask(t, path, explore.Language(c.language), c.text)
		if r.Rows == nil || r.Columns == nil || len(r.Rows) > 0 || !strings.Contains(r.Note, c.note) {
			t.Errorf("%s: got %#v", c.text, r)
		}
	}
}

// A store that nothing was ever written to has no buckets.
func TestAStoreWithoutAnything(t *testing.T) {
	t.Parallel()
	s, _ := emptyStore(t)
	image, err := s.Image()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "empty.bolt")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := image.WriteTo(f); err != nil {
		t.Fatal(err)
	}
	_, _ = image.Close(), f.Close()
	for language, text := range map[explore.Language]string{explore.Gizmo: `g.V().All(); g.V("<a>").Out().All()`, explore.GraphQL: `{ a { id } }`} {
		if r := ask(t, path, language, text); len(r.Rows) > 0 {
			t.Errorf("%s: got %+v", text, r)
		}
	}
}
