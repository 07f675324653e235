package graph_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// Links between near copies stay when a source is read again, and are on disk.
func TestLinksBetweenSourcesStay(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a, statements := graphtest.Article(0, 2)
	b, _ := graphtest.Article(1, 2)
	s := filled(t, filepath.Join(t.TempDir(), "store"), a, statements)
	defer s.Close()
	if err := s.LinkSources(ctx, map[string][]string{a.ID: {b.ID}}); schema.KindOf(err) != schema.KindNotFound {
		t.Errorf("a link to nothing: %v", err)
	}
	if _, err := s.PutSource(ctx, b, nil); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the same again adds nothing
		if err := s.LinkSources(ctx, map[string][]string{a.ID: {b.ID}, b.ID: {a.ID}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.PutSource(ctx, a, statements); err != nil {
		t.Fatal(err)
	}
	for src, err := range s.Sources(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		want := map[string][]string{a.ID: {b.ID}, b.ID: {a.ID}}[src.ID]
		if !slices.Equal(src.NearTo, want) {
			t.Errorf("%s: near to %v, want %v", src.Doc, src.NearTo, want)
		}
	}
	if report, err := s.Check(ctx); err != nil || len(report.Problems) > 0 {
		t.Errorf("check: %v, %v", report.Problems, err)
	}
}
