package explore_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/schema"
)

// The test binary is the program that the queries of the tests run in.
func TestMain(m *testing.M) {
	if explore.StartedAsChild() {
		os.Exit(explore.Child(os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// store makes a store of some articles with four statements each.
func store(t testing.TB, articles int) (s *graph.Store, dir string) {
	t.Helper()
	dir = t.TempDir()
	s = graphtest.Open(t, dir)
	if err := s.PutCodebook(t.Context(), graphtest.Codebook(t, "1")); err != nil {
		t.Fatal(err)
	}
	for n := range articles {
		put(t, s, n)
	}
	return s, dir
}

func put(t testing.TB, s *graph.Store, n int) {
	t.Helper()
	src, statements := graphtest.Article(n, 4)
	if _, err := s.PutSource(t.Context(), src, statements); err != nil {
		t.Fatal(err)
	}
}

// file is the file of a store that nobody has open any more.
func file(t testing.TB, articles int) string {
	t.Helper()
	s, _ := store(t, articles)
	return imageOf(t, s)
}

// imageOf is a copy of the file of an open store.
func imageOf(t testing.TB, s *graph.Store) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), kv.FileName)
	image, err := s.Image()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	_, err = image.WriteTo(&b)
	if err = errors.Join(err, image.Close(), os.WriteFile(path, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	return path
}

// patient is for queries that must reach no limit of time, nor be killed before
// another limit, however busy the machine is.
const patient = 5 * time.Minute

// short are limits for queries that reach them.
var short = explore.Limits{Time: time.Second, Memory: 128 << 20}

func ask(t testing.TB, path string, language explore.Language, text string) explore.Result {
	t.Helper()
	r, err := explore.Run(context.Background(), path, explore.Query{Language: language, Text: text, Limits: explore.Limits{Time: patient}})
	if err != nil {
		t.Fatalf("%s\n%v (%s)", text, err, schema.HintOf(err))
	}
	return r
}

// emptyStore is a store that nothing was written to.
func emptyStore(t testing.TB) (s *graph.Store, dir string) {
	t.Helper()
	dir = t.TempDir()
	return graphtest.Open(t, dir), dir
}

func number(t testing.TB, v any) float64 {
	t.Helper()
	n, ok := v.(json.Number)
	if !ok {
		t.Fatalf("%v is no number", v)
	}
	f, err := n.Float64()
	if err != nil {
		t.Fatal(err)
	}
	return f
}
