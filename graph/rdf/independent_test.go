package rdf_test

import (
	"context"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	knakk "github.com/knakk/rdf"

	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/rdf"
)

// generated is a graph with everything that a store can hold.
func generated(t *testing.T, seed uint64) []quad.Quad {
	t.Helper()
	var list []quad.Quad
	for q, err := range graphtest.Generate(t, seed, 20).Quads(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, q)
	}
	return list
}

func unnamed(list []quad.Quad) []quad.Quad {
	list = slices.Clone(list)
	for i := range list {
		list[i].Label = nil
	}
	return list
}

// Raptor, which shares nothing with this package, reads what is written, and
// finds the same quads.
func TestRaptorReads(t *testing.T) {
	t.Parallel()
	rapper, err := exec.LookPath("rapper")
	if err != nil {
		t.Skip("needs rapper, of Debian's raptor2-utils: .ci/deps installs it")
	}
	for seed := range uint64(10) {
		list := generated(t, seed)
		for format, language := range map[rdf.Format]string{rdf.NQuads: "nquads", rdf.NTriples: "ntriples", rdf.Turtle: "turtle", rdf.TriG: "trig"} {
			cmd := exec.Command(rapper, "-q", "-i", language, "-o", "nquads", "-", "https://example.org/")
			cmd.Stdin = strings.NewReader(write(t, format, list))
			out, err := cmd.Output()
			if err != nil {
				t.Errorf("seed %d, %s: %v\n%s", seed, format, err, out)
				continue
			}
			want := list
			if format == rdf.Turtle || format == rdf.NTriples {
				want = unnamed(list)
			}
			got, err := read(rdf.NQuads, string(out))
			if diff := cmp.Diff(lines(want), got); err != nil || diff != "" {
				t.Errorf("seed %d, %s: %v (-want +got):\n%s", seed, format, err, diff)
			}
		}
	}
}

// So does a reader of Turtle in Go.
func TestKnakkReads(t *testing.T) {
	t.Parallel()
	for seed := range uint64(10) {
		list := unnamed(generated(t, seed))
		decoder := knakk.NewTripleDecoder(strings.NewReader(write(t, rdf.Turtle, list)), knakk.Turtle)
		var got []string
		for {
			triple, err := decoder.Decode()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			q := quad.Quad{Subject: quad.IRI(triple.Subj.String()), Predicate: quad.IRI(triple.Pred.String()), Object: quad.IRI(triple.Obj.String())}
			if l, isLiteral := triple.Obj.(knakk.Literal); isLiteral {
				q.Object = rdf.Literal(l.String(), l.DataType.String(), l.Lang())
			}
			got = append(got, string(quads.AppendLine(nil, q)))
		}
		slices.Sort(got)
		if diff := cmp.Diff(lines(list), strings.Join(slices.Compact(got), "")); diff != "" {
			t.Errorf("seed %d (-want +got):\n%s", seed, diff)
		}
	}
}

// RDFLib is a second reader of JSON-LD.
func TestRDFLibReads(t *testing.T) {
	t.Parallel()
	const python = "/usr/bin/python3" // Debian's, which has Debian's packages
	if exec.Command(python, "-c", "import rdflib").Run() != nil {
		t.Skip("needs RDFLib, Debian's python3-rdflib: .ci/deps installs it")
	}
	const script = `
import sys, logging, rdflib
logging.disable(logging.WARNING)
rdflib.NORMALIZE_LITERALS = False
graph = rdflib.ConjunctiveGraph()
graph.parse(data=sys.stdin.buffer.read(), format="json-ld")
sys.stdout.buffer.write(graph.serialize(format="nquads", encoding="utf-8"))
`
	for seed := range uint64(3) {
		list := generated(t, seed)
		cmd := exec.Command(python, "-c", script)
		cmd.Stdin = strings.NewReader(write(t, rdf.JSONLD, list))
		var said strings.Builder
		cmd.Stderr = &said
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v\n%s", err, said.String())
		}
		var got []quad.Quad
		err = rdf.Read(strings.NewReader(string(out)), rdf.NQuads, "rdflib", func(q rdf.Quad) error {
			if _, isDefault := q.Label.(quad.BNode); isDefault { // it has a name of its own for it
				q.Label = nil
			}
			got = append(got, q.Quad)
			return nil
		})
		if diff := cmp.Diff(lines(list), lines(got)); err != nil || diff != "" {
			t.Errorf("seed %d: %v (-want +got):\n%s", seed, err, diff)
		}
	}
}
