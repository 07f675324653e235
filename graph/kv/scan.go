package kv

import (
	"context"
	"fmt"
	"iter"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	hkv "github.com/hidal-go/hidalgo/kv"
)

// logBucket holds every node and every quad under its number, in the order in
// which they were made: a quad comes after its nodes.
var logBucket = hkv.SKey("log", "")

// Quads reads every quad of a store in one pass, in the order in which they
// were written. Cayley's own iterator looks up four nodes for each of them in
// transactions of their own, which takes several times as long. An error ends
// the sequence.
func Quads(ctx context.Context, db hkv.KV) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		tx, err := db.Tx(false)
		if err != nil {
			yield(quad.Quad{}, fmt.Errorf("read quads: %w", err))
			return
		}
		defer tx.Close()
		it := tx.Scan(logBucket)
		defer it.Close()
		r := logReader{nodes: map[uint64]quad.Value{}}
		for it.Next(ctx) {
			q, ok, err := r.read(it.Val())
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(quad.Quad{}, fmt.Errorf("read quads: %w", err))
				return
			}
			if ok && !yield(q, nil) {
				return
			}
		}
	}
}

// logReader remembers the nodes that quads are made of.
type logReader struct {
	nodes map[uint64]quad.Value
	last  [4]struct { // a quad shares its subject and its label with the one before
		id    uint64
		value quad.Value
	}
}

// read takes one entry of the log: a node, which it remembers, or a quad, which
// is ok unless it was deleted.
func (r *logReader) read(b []byte) (q quad.Quad, ok bool, err error) {
	var p proto.Primitive
	if err := p.Unmarshal(b); err != nil {
		return q, false, err
	}
	switch {
	case p.IsNode():
		v, err := pquads.UnmarshalValue(p.Value)
		r.nodes[p.ID] = v
		return q, false, err
	case p.Deleted:
		return q, false, nil
	}
	for i, d := range quad.Directions {
		id, last := p.GetDirection(d), &r.last[i]
		if id == 0 && d == quad.Label {
			continue
		}
		if id != last.id || last.value == nil {
			v, known := r.nodes[id]
			if !known {
				return q, false, fmt.Errorf("quad %d: its %s, node %d, is missing", p.ID, d, id)
			}
			last.id, last.value = id, v
		}
		q.Set(d, last.value)
	}
	return q, true, nil
}
