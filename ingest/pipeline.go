package ingest

import (
	"context"

	"github.com/stancegraph/stancegraph/schema"
)

// Coder is the name and version under which the pipeline codes.
const Coder = "rules/1.0"

// Pipeline extracts statements by the cues and actors of one codebook. It is
// safe for use by many at once.
type Pipeline struct {
	codebook *schema.Codebook
}

// New compiles the cues and aliases of a codebook.
func New(cb *schema.Codebook) (*Pipeline, error) {
	return &Pipeline{codebook: cb}, nil
}

// Extract codes a source. The statements are proposals, in the order of their
// evidence; the error is the context's.
func (p *Pipeline) Extract(ctx context.Context, src schema.Source) ([]schema.Statement, error) {
	return nil, ctx.Err()
}
