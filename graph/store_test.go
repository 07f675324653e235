package graph_test

import (
	"path/filepath"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
)

// The embedded store keeps the contract.
func TestStore(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	graphtest.TestStore(t, func(t testing.TB, name string) *graph.Store {
		t.Helper()
		s, err := graph.Open(filepath.Join(root, filepath.FromSlash(t.Name()), name), graphtest.Options())
		if err != nil {
			t.Fatal(err)
		}
		return s
	})
}
