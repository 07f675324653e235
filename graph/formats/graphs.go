package formats

import (
	"context"
	"io"

	"github.com/stancegraph/stancegraph/graph/export"
)

// graphs are the formats of the whole graph.
var graphs = []Format{
	{Name: "graph", Help: "the whole graph, one JSON record a line", Extensions: []string{".graph.jsonl", ".graph.ndjson"}, MediaType: "application/x-ndjson", Lossless: true,
		Write: func(_ context.Context, w io.Writer, j Job) error { return export.Graph(w, j.Snapshot, j.Provenance) }},
	{Name: "nquads", Help: "the whole graph, in a stable order", Extensions: []string{".nq", ".nquads"}, MediaType: "application/n-quads",
		Write: func(ctx context.Context, w io.Writer, j Job) error { return j.Store.WriteNQuads(ctx, w) }},
}
