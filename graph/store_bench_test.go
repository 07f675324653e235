package graph_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// The corpus of the benchmarks is graphtest.Article: sources of twenty
// statements each, proposed, with passages.
const perArticle = 20

func benchStore(b *testing.B, articles int) (dir string, s *graph.Store) {
	b.Helper()
	dir = filepath.Join(b.TempDir(), "store")
	s, err := graph.Open(dir, graphtest.Options())
	if err != nil {
		b.Fatal(err)
	}
	if err := s.PutCodebook(context.Background(), graphtest.Codebook(b, "1")); err != nil {
		b.Fatal(err)
	}
	for i := range articles {
		src, statements := graphtest.Article(i, perArticle)
		if _, err := s.PutSource(context.Background(), src, statements); err != nil {
			b.Fatal(err)
		}
	}
	return dir, s
}

// BenchmarkPutSource writes one source with its statements, durably.
func BenchmarkPutSource(b *testing.B) {
	_, s := benchStore(b, 0)
	defer s.Close()
	n := 0
	for b.Loop() {
		src, statements := graphtest.Article(n, perArticle)
		if _, err := s.PutSource(context.Background(), src, statements); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric(float64(n*perArticle)/b.Elapsed().Seconds(), "statements/s")
}

// BenchmarkPutStatements imports 10,000 statements in one transaction.
func BenchmarkPutStatements(b *testing.B) {
	const articles = 500
	var all []schema.Statement
	var sources []schema.Source
	for i := range articles {
		src, statements := graphtest.Article(i, perArticle)
		sources, all = append(sources, src), append(all, statements...)
	}
	for b.Loop() {
		b.StopTimer()
		_, s := benchStore(b, 0)
		for _, src := range sources {
			if _, err := s.PutSource(context.Background(), src, nil); err != nil {
				b.Fatal(err)
			}
		}
		b.StartTimer()
		if _, err := s.PutStatements(context.Background(), all); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		s.Close()
		b.StartTimer()
	}
	b.ReportMetric(float64(b.N*len(all))/b.Elapsed().Seconds(), "statements/s")
}

// BenchmarkOpen opens a store of 10,000 statements.
func BenchmarkOpen(b *testing.B) {
	dir, s := benchStore(b, 500)
	s.Close()
	for b.Loop() {
		s, err := graph.Open(dir, graph.Options{})
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
	if info, err := os.Stat(filepath.Join(dir, kv.FileName)); err == nil {
		b.ReportMetric(float64(info.Size())/(500*perArticle), "disk-bytes/statement")
	}
}

// BenchmarkCheck proves the invariants of a store of 10,000 statements.
func BenchmarkCheck(b *testing.B) {
	_, s := benchStore(b, 500)
	defer s.Close()
	for b.Loop() {
		if r, err := s.Check(context.Background()); err != nil || len(r.Problems) > 0 {
			b.Fatal(r, err)
		}
	}
}

// BenchmarkMatrix builds the whole matrix of 10,000 statements.
func BenchmarkMatrix(b *testing.B) {
	_, s := benchStore(b, 500)
	defer s.Close()
	snap := s.Snapshot()
	for b.Loop() {
		if m, err := questions.BuildMatrix(snap, questions.Filter{}, questions.MatrixSpec{Rows: questions.RowsGroups}); err != nil || m.N == 0 {
			b.Fatal(m.N, err)
		}
	}
}
