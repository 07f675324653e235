package graphtest

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/quads"
)

// Options opens a store for a test: it is made where it is missing, and its
// clock stands still.
func Options() graph.Options {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return graph.Options{Create: true, Command: "a test", Now: func() time.Time { return now }}
}

// Open opens the store in a folder, and checks and closes it when the test is
// done.
func Open(t testing.TB, dir string) *graph.Store {
	t.Helper()
	s, err := graph.Open(dir, Options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { CheckAndClose(t, s) })
	return s
}

// CheckAndClose proves that a store is sound and closes it.
func CheckAndClose(t testing.TB, s *graph.Store) {
	t.Helper()
	MustBeSound(t, s)
	if err := s.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

// MustBeSound fails the test when Check finds a problem.
func MustBeSound(t testing.TB, s *graph.Store) graph.CheckReport {
	t.Helper()
	report, err := s.Check(context.Background())
	if err != nil {
		t.Errorf("check: %v", err)
	} else if len(report.Problems) > 0 {
		t.Errorf("the store is not sound:\n%v", report.Problems)
	}
	return report
}

// NQuads is the whole graph as the store exports it.
func NQuads(t testing.TB, s *graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.WriteNQuads(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// NQuadsOf is a corpus as the export of a store that has nothing else, without
// a store.
func NQuadsOf(t testing.TB, c graph.Corpus) string {
	t.Helper()
	var b bytes.Buffer
	if err := quads.WriteNQuads(&b, c.Quads(context.Background())); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Difference is the lines that only one of two exports has.
func Difference(a, b string) string {
	var out strings.Builder
	in := func(text string) map[string]bool {
		lines := map[string]bool{}
		for l := range strings.Lines(text) {
			lines[l] = true
		}
		return lines
	}
	inA, inB := in(a), in(b)
	for l := range strings.Lines(a) {
		if !inB[l] {
			out.WriteString("- " + l)
		}
	}
	for l := range strings.Lines(b) {
		if !inA[l] {
			out.WriteString("+ " + l)
		}
	}
	return out.String()
}
