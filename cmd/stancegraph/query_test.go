package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/graph/quads"
)

// The parts of docs/queries.md that the program knows are made by it. -update
// writes them.
func TestQueriesAreDocumented(t *testing.T) {
	t.Parallel()
	path := filepath.Join("..", "..", "docs", "queries.md")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := string(data)
	for name, text := range map[string]string{"prefixes": prefixTable(), "limits": limitTable(), "examples": exampleText()} {
		begin, rest, found := strings.Cut(want, "<!-- "+name+" -->\n")
		_, end, closed := strings.Cut(rest, "<!-- end -->\n")
		if !found || !closed {
			t.Fatalf("%s has no place for %s", path, name)
		}
		want = begin + "<!-- " + name + " -->\n" + text + "<!-- end -->\n" + end
	}
	if want == string(data) {
		return
	}
	if !*update {
		t.Fatalf("%s is not what the program says: run go test ./cmd/stancegraph -run Documented -update", path)
	}
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

func prefixTable() string {
	var b strings.Builder
	b.WriteString("| prefix | IRI |\n| --- | --- |\n")
	for _, p := range quads.Prefixes() {
		fmt.Fprintf(&b, "| `%s:` | `%s` |\n", p.Short, p.IRI)
	}
	return b.String()
}

func limitTable() string {
	var b strings.Builder
	b.WriteString("| limit | flag | default | at most | when it is reached |\n| --- | --- | --- | --- | --- |\n")
	for _, l := range explore.Table() {
		flag := ""
		if l.Flag != "" {
			flag = "`" + l.Flag + "`"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", l.Name, flag, l.Default, l.Maximum, l.Reached)
	}
	return b.String()
}

func exampleText() string {
	var b strings.Builder
	for _, e := range explore.Examples() {
		_, body, _ := strings.Cut(e.Text, "\n")
		_, body, _ = strings.Cut(body, "\n")
		language := map[explore.Language]string{explore.Gizmo: "js", explore.GraphQL: "graphql"}[e.Language]
		fmt.Fprintf(&b, "### %s\n\n`%s`, in %s. %s\n\n```%s\n%s\n```\n\n", e.Title, e.Name, e.Language, e.About, language, strings.TrimSpace(body))
	}
	return b.String()
}

// Every example is run by the script, with the rows that it must give.
func TestEveryExampleIsRun(t *testing.T) {
	t.Parallel()
	script, err := os.ReadFile(filepath.Join("testdata", "script", "query_examples.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[explore.Language]int{}
	for _, e := range explore.Examples() {
		kinds[e.Language]++
		if !strings.Contains(string(script), "--example "+e.Name+" ") || !strings.Contains(string(script), "-- "+e.Name+".") {
			t.Errorf("%s is not run", e.Name)
		}
		if e.Title == "" || !strings.HasSuffix(e.About, ".") {
			t.Errorf("%s: title %q, about %q", e.Name, e.Title, e.About)
		}
	}
	if kinds[explore.Gizmo] < 5 || kinds[explore.GraphQL] < 3 {
		t.Errorf("got %v", kinds)
	}
}
