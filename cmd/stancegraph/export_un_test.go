package main

import (
	"context"
	"io"
	"os"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// TestExportUN writes a store of the votes of the United Nations as tables and
// as RDF and says how long it takes and how much more memory than the open store. It
// takes minutes: STANCEGRAPH_UN_STORE names the store.
func TestExportUN(t *testing.T) {
	dir := os.Getenv("STANCEGRAPH_UN_STORE")
	if dir == "" {
		t.Skip("needs STANCEGRAPH_UN_STORE, a store of the votes: see docs/benchmarks.md")
	}
	s, err := graph.Open(dir, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, name := range []string{"csv", "parquet", "jsonl", "nquads", "turtle", "trig", "jsonld"} {
		f, err := formats.Named(name)
		if err != nil {
			t.Fatal(err)
		}
		before, peak, began := anonymous(), watchMemory(), time.Now()
		written := &counting{}
		if err := f.Write(context.Background(), written, formats.NewJob(s, questions.Filter{}, exportProvenance(s.Snapshot(), questions.Filter{}, name))); err != nil {
			t.Fatal(err)
		}
		took := time.Since(began).Seconds()
		more := peak() - before
		t.Logf("%s: %.1f s, %.0f MB (%.0f MB/s), %d MB of memory beyond the %d MB of the open store", name, took, float64(written.n)/1e6, float64(written.n)/1e6/took, more>>20, before>>20)
		if more > 1<<30 {
			t.Errorf("%s: memory grows with the graph: %d MB", name, more>>20)
		}
	}
}

type counting struct{ n int64 }

func (c *counting) Write(b []byte) (int, error) {
	c.n += int64(len(b))
	return io.Discard.Write(b)
}
