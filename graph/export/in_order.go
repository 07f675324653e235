package export

import (
	"bytes"
	"io"
	"iter"
	"runtime"
)

// batchRows is how many rows are encoded at once.
const batchRows = 4096

// writeInOrder encodes rows on all processors and writes them in their order:
// the same bytes as one after the other, and no more in memory than a batch for
// each processor.
func writeInOrder[T any](w io.Writer, rows iter.Seq[T], encode func(*bytes.Buffer, []T) error) error {
	var pending []chan encoded
	writeBut := func(keep int) error {
		for len(pending) > keep {
			next := <-pending[0]
			pending = pending[1:]
			if next.err != nil {
				return next.err
			}
			if _, err := w.Write(next.bytes); err != nil {
				return err
			}
		}
		return nil
	}
	start := func(batch []T) {
		done := make(chan encoded, 1) // nobody may be waiting any more
		pending = append(pending, done)
		go func() {
			var b bytes.Buffer
			err := encode(&b, batch)
			done <- encoded{b.Bytes(), err}
		}()
	}
	batch := make([]T, 0, batchRows)
	for row := range rows {
		if batch = append(batch, row); len(batch) < batchRows {
			continue
		}
		start(batch)
		batch = make([]T, 0, batchRows)
		if err := writeBut(runtime.GOMAXPROCS(0)); err != nil {
			return err
		}
	}
	start(batch)
	return writeBut(0)
}

// encoded is a batch of rows as bytes.
type encoded struct {
	bytes []byte
	err   error
}
