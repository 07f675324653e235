package graph_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// A store of an older program is not damaged, and the message says the way out.
func TestStoreOfAnOlderProgram(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "store")
	src, statements := graphtest.Article(0, 1)
	s := filled(t, dir, src, statements)
	outlet := find(sourceQuads(src), "publisher")
	old := outlet
	old.Predicate = quad.IRI("http://purl.org/dc/terms/publisher")
	if quads.Renew(old) != outlet {
		t.Errorf("%v: got %v", old, quads.Renew(old))
	}
	swap(outlet, old)(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := graph.Open(dir, graphtest.Options())
	if schema.KindOf(err) != schema.KindInput || !strings.Contains(err.Error(), "older program") || !strings.Contains(schema.HintOf(err), "--format nquads") {
		t.Errorf("got %v (%s)", err, schema.HintOf(err))
	}
}
