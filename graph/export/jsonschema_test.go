package export_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// lineSchema is a schema of the folder schema.
func lineSchema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", "schema", name+".schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.UseLoader(folder{jsonschema.FileLoader{}, filepath.Dir(path)})
	s, err := c.Compile("https://stancegraph.github.io/schema/" + name + ".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// folder finds schemas where they lie, and not in the network.
type folder struct {
	files jsonschema.FileLoader
	dir   string
}

func (f folder) Load(url string) (any, error) {
	return f.files.Load("file://" + filepath.ToSlash(filepath.Join(f.dir, url[strings.LastIndex(url, "/")+1:])))
}

// Every line that is exported is as its schema says.
func TestExportedLinesFollowTheSchemas(t *testing.T) {
	t.Parallel()
	graph, statement, annotation := lineSchema(t, "graph"), lineSchema(t, "statement"), lineSchema(t, "annotation")
	kinds := map[string]int{}
	for seed := range uint64(20) {
		c := graphtest.Generate(t, seed, 20)
		s, out := ledger.Build(c.Codebooks[len(c.Codebooks)-1], c.Sources, c.Statements, c.Annotations...).Quotable()
		p := export.Provenance{Title: "x", DataVersion: s.Version, AsOf: s.LastDay(), Rights: export.RightsSentence(out)}
		for _, f := range []struct {
			what   *jsonschema.Schema
			write  func(*bytes.Buffer) error
			record string
		}{
			{graph, func(b *bytes.Buffer) error { return export.Graph(b, s, p) }, ""},
			{statement, func(b *bytes.Buffer) error { return export.JSONLines(b, s, questions.Filter{}) }, "statement"},
			{annotation, func(b *bytes.Buffer) error { return export.Annotations(b, s) }, "annotation"},
		} {
			var b bytes.Buffer
			if err := f.write(&b); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(b.String()) {
				v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
				if err != nil {
					t.Fatal(err)
				}
				if err := f.what.Validate(v); err != nil {
					t.Errorf("seed %d: %v\n%s", seed, err, line)
				}
				kind, _ := v.(map[string]any)["record"].(string)
				kinds[kind]++
			}
		}
	}
	for _, kind := range []string{"dataset", "codebook", "source", "statement", "annotation", ""} {
		if kinds[kind] == 0 {
			t.Errorf("no line of kind %q was checked", kind)
		}
	}
}

func TestSchemasRefuseWhatIsNoRecord(t *testing.T) {
	t.Parallel()
	graph := lineSchema(t, "graph")
	for _, line := range []string{`{}`, `{"record":"sentence"}`, `{"record":"codebook","name":"a","version":"1","title":""}`,
		`{"record":"codebook","name":"a","version":"1","title":"","yaml":"x","more":1}`, `[]`} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if graph.Validate(v) == nil {
			t.Errorf("%s is a record", line)
		}
	}
}
