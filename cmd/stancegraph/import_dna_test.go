package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest/dna"
	"github.com/stancegraph/stancegraph/schema"
)

// A file of Discourse Network Analyzer comes in whole, and once.
func TestImportDNA(t *testing.T) {
	t.Parallel()
	sample := filepath.Join(shared(), "dna", "sample.dna")
	if _, err := os.Stat(sample); err != nil {
		t.Skip("needs dna/sample.dna among the data beside the repository")
	}
	store := filepath.Join(t.TempDir(), "dna.db")
	const note = " added; coded passages that are no statements, which count in networks only\n"
	for _, want := range []string{"40 statements: 40 added, 0 there already; codebook sample/1, 7 sources\n1 annotation: 1" + note,
		"40 statements: 0 added, 40 there already; codebook sample/1, 7 sources\n1 annotation: 0" + note} {
		if got := string(program(t, "import", "--store", store, sample)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := string(program(t, "check", "--store", store)); got != "the store is sound: 7 sources, 40 statements, 1 annotation\n" {
		t.Errorf("check: %s", got)
	}
	if n := strings.Count(string(program(t, "export", "--store", store)), `"on_behalf_of":"`); n != 40 {
		t.Errorf("%d statements are exported", n)
	}
}

// What is no DNA file is refused before a store is made.
func TestImportOfSomethingElseThanDNA(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "x.dna")
	mustWrite(t, file, "no database")
	for _, args := range [][]string{{"import", file}, {"import", "--strict", file}, {"import", filepath.Join(dir, "none.dna")}} {
		var stderr bytes.Buffer
		code := run(t.Context(), append(args, "--store", filepath.Join(dir, "s.db")), nil, &bytes.Buffer{}, &stderr)
		if code == 0 || !strings.Contains(stderr.String(), "hint:") {
			t.Errorf("%v: exit code %d, %s", args, code, stderr.String())
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "s.db")); err == nil {
		t.Error("a store was made")
	}
}

// The store keeps what networks read, word for word: variables, and the rules
// that name the times of documents.
func TestStoreKeepsWhatDNACoded(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, store := filepath.Join(dir, "ferry.dna"), filepath.Join(dir, "s.db")
	// The second document has the text of the first, and the first a twin.
	if err := writeDNA(path, "UPDATE DOCUMENTS SET Text = (SELECT Text FROM DOCUMENTS WHERE ID = 1) WHERE ID = 3",
		"INSERT INTO STATEMENTS VALUES (9, 1, 1, 4, 16, 1)",
		"INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (9, 1, 2), (9, 2, 4), (9, 3, 7)",
		"INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (9, 4, 1)"); err != nil {
		t.Fatal(err)
	}
	program(t, "import", "--store", store, path)
	file, err := dna.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := dna.Convert(file, dna.Options{Name: "ferry"})
	if err != nil {
		t.Fatal(err)
	}
	s, err := graph.Open(store, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got := s.Snapshot()
	for _, st := range want.Statements {
		if kept, ok := got.Statement(st.ID); !ok || !maps.Equal(kept.Variables, st.Variables) {
			t.Errorf("statement %s: got %v, want %v", st.ID, kept, st.Variables)
		}
	}
	for _, src := range want.Sources {
		if kept := got.Sources[src.ID]; kept == nil || kept.DateRule != src.DateRule || kept.Text != src.Text {
			t.Errorf("source %s: got %v, want %q", src.Doc, kept, src.DateRule)
		}
	}
	if len(got.Annotations) != len(want.Annotations) || len(got.Statements) != len(want.Statements) || !strings.Contains(want.Sources[0].DateRule, " and ") {
		t.Errorf("%d of %d annotations, %d of %d statements, rule %q", len(got.Annotations), len(want.Annotations), len(got.Statements), len(want.Statements), want.Sources[0].DateRule)
	}
	for _, a := range got.Annotations {
		if !slices.ContainsFunc(want.Annotations, func(w schema.Annotation) bool { return w.ID == a.ID && maps.Equal(w.Variables, a.Variables) }) {
			t.Errorf("annotation %+v", a)
		}
	}
}
