package graph

import (
	"context"
	"iter"

	hkv "github.com/hidal-go/hidalgo/kv"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/quads"
)

// aheadBatch is how many quads go from one goroutine to the other at a time,
// and aheadBatches how many such wait.
const (
	aheadBatch   = 4096
	aheadBatches = 4
)

// readAhead reads the quads of a file in a goroutine of its own: to read them
// takes as long as what is done with them. An error ends the sequence.
func readAhead(ctx context.Context, db hkv.KV) iter.Seq2[quads.Quad, error] {
	return func(yield func(quads.Quad, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		batches := make(chan []quads.Quad, aheadBatches)
		var failed error
		go func() {
			defer close(batches)
			failed = sendQuads(ctx, db, batches)
		}()
		defer func() {
			cancel()
			for range batches { // until the reader has let go of the file
			}
		}()
		for batch := range batches {
			for _, q := range batch {
				if !yield(q, nil) {
					return
				}
			}
		}
		if failed != nil {
			yield(quads.Quad{}, failed)
		}
	}
}

func sendQuads(ctx context.Context, db hkv.KV, to chan<- []quads.Quad) error {
	batch := make([]quads.Quad, 0, aheadBatch)
	for q, err := range kv.Quads(ctx, db) {
		if err != nil {
			return err
		}
		if batch = append(batch, q); len(batch) == aheadBatch {
			to <- batch
			batch = make([]quads.Quad, 0, aheadBatch)
		}
	}
	to <- batch
	return nil
}
