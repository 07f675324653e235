package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph/rdf"
)

func demonstrationTurtle(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := rdf.Write(&b, rdf.Turtle, rdf.Head{}, seedCorpus(t).Quads(context.Background())); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func docsRDF(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/rdf.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The nodes that docs/rdf.md shows are those of the demonstration corpus.
func TestDocumentedNodes(t *testing.T) {
	t.Parallel()
	turtle := demonstrationTurtle(t)
	shown := regexp.MustCompile("(?s)```turtle\n(.*?)\n```").FindAllStringSubmatch(docsRDF(t), -1)
	if len(shown) != 2 {
		t.Fatalf("%d examples", len(shown))
	}
	for _, example := range shown {
		for node := range strings.SplitSeq(example[1], " .\n\n") {
			if node = strings.TrimSuffix(node, " .") + " .\n"; !strings.Contains(turtle, "\n\n"+node) {
				t.Errorf("no node is\n%s", node)
			}
		}
	}
}

// The queries that docs/rdf.md shows have the answers that it shows.
func TestDocumentedQueries(t *testing.T) {
	t.Parallel()
	const python = "/usr/bin/python3" // Debian's, which has Debian's packages
	if exec.Command(python, "-c", "import rdflib").Run() != nil {
		t.Skip("needs RDFLib, Debian's python3-rdflib: .ci/deps installs it")
	}
	const script = `
import csv, sys, rdflib
graph = rdflib.Graph()
graph.parse(data=sys.stdin.buffer.read(), format="turtle")
out = csv.writer(sys.stdout)
for query in sys.argv[1:]:
    for row in graph.query(query):
        out.writerow(["" if v is None else " ".join(str(v).split()) for v in row])
    out.writerow(["end of the answer"])
`
	queries := regexp.MustCompile("(?s)```sparql\n(.*?)\n```\n\n\\|[^\n]*\n\\|[^\n]*\n((?:\\|[^\n]*\n?)*)").FindAllStringSubmatch(docsRDF(t), -1)
	if len(queries) != 6 {
		t.Fatalf("%d queries", len(queries))
	}
	args, want := []string{"-c", script}, ""
	for _, q := range queries {
		args = append(args, q[1])
		want += strings.TrimSuffix(q[2], "\n") + "\n\n"
	}
	cmd := exec.Command(python, args...)
	cmd.Stdin = strings.NewReader(demonstrationTurtle(t))
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	r := csv.NewReader(bytes.NewReader(out))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, row := range rows {
		if len(row) == 1 {
			got += "\n"
			continue
		}
		got += "| " + strings.Join(row, " | ") + " |\n"
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-documented +answered):\n%s", diff)
	}
}
