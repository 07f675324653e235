package formats

import (
	"context"
	"io"
)

// graphs are the formats of the whole graph.
var graphs = []Format{
	{Name: "nquads", Help: "the whole graph, in a stable order", Extensions: []string{".nq", ".nquads"}, MediaType: "application/n-quads", Lossless: true,
		Write: func(ctx context.Context, w io.Writer, j Job) error { return j.Store.WriteNQuads(ctx, w) }},
}
