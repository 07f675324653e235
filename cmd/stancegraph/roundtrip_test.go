package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// generatedGraphs is how many graphs go there and back in every lossless format:
// 40, or as many as STANCEGRAPH_GRAPHS says (make test: 200).
func generatedGraphs(t *testing.T) int {
	text := os.Getenv("STANCEGRAPH_GRAPHS")
	if text == "" {
		return 40
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("STANCEGRAPH_GRAPHS %q: expected a number", text)
	}
	return n
}

// What is exported in a lossless format and imported into an empty store is the
// same graph.
func TestLosslessFormatsGoThereAndBack(t *testing.T) {
	t.Parallel()
	graphs := map[string]func(testing.TB) graph.Corpus{"the demonstration corpus": seedCorpus, "nothing but a codebook": func(t testing.TB) graph.Corpus {
		return graph.Corpus{Codebooks: []*schema.Codebook{graphtest.Codebook(t, "1")}}
	}}
	for seed := range generatedGraphs(t) {
		graphs[fmt.Sprint("seed ", seed)] = func(t testing.TB) graph.Corpus { return graphtest.Generate(t, uint64(seed), 12) }
	}
	for name, corpus := range graphs {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			thereAndBack(t, corpus(t), !strings.HasPrefix(name, "seed ") || strings.HasSuffix(name, "0"))
		})
	}
}

// thereAndBack compares what is read with what was written; stored puts it into
// a store, too, which takes longer.
func thereAndBack(t *testing.T, corpus graph.Corpus, stored bool) {
	ctx, dir := context.Background(), t.TempDir()
	s := openTestStore(t, filepath.Join(dir, "first"))
	if _, err := s.PutCorpus(ctx, corpus); err != nil {
		t.Fatal(err)
	}
	want := graphtest.NQuads(t, s)
	for _, f := range formats.All() {
		if !f.Lossless {
			continue
		}
		var b, again bytes.Buffer
		job := formats.NewJob(s, questions.Filter{}, exportProvenance(s.Snapshot(), questions.Filter{}, f.Name))
		if err := f.Write(ctx, &b, job); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if stored {
			if err := f.Write(ctx, &again, job); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
				t.Errorf("%s: not the same bytes (%v)", f.Name, err)
			}
		}
		read, ok := importReaders[f.Name]
		if !ok {
			t.Errorf("%s is lossless and nothing reads it", f.Name)
			continue
		}
		doc, err := read(ctx, &b, "file"+f.Extensions[0])
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		if got := graphtest.NQuadsOf(t, doc.Corpus); got != want {
			t.Errorf("%s gives another graph:\n%s", f.Name, graphtest.Difference(want, got))
		}
		if !stored {
			continue
		}
		back := openTestStore(t, filepath.Join(dir, f.Name))
		if _, err := back.PutCorpus(ctx, doc.Corpus); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		} else if got := graphtest.NQuads(t, back); got != want {
			t.Errorf("%s gives another graph in a store:\n%s", f.Name, graphtest.Difference(want, got))
		}
	}
}

// openTestStore opens a store without the check at the end, which other tests do.
func openTestStore(t testing.TB, dir string) *graph.Store {
	t.Helper()
	s, err := graph.Open(dir, graphtest.Options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func seedCorpus(t testing.TB) graph.Corpus {
	t.Helper()
	cb, err := seedCodebook()
	if err != nil {
		t.Fatal(err)
	}
	sources, statements, err := readSeeds()
	if err != nil {
		t.Fatal(err)
	}
	return graph.Corpus{Codebooks: []*schema.Codebook{cb}, Sources: sources, Statements: statements}
}
