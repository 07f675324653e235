package kv

import (
	"context"

	"github.com/cayleygraph/cayley/graph/proto"
	hkv "github.com/hidal-go/hidalgo/kv"
)

// without is a file that can only be read, as it looks without some nodes and
// the quads that leave them: Cayley is told that they were deleted.
type without struct {
	*DB
	nodes map[uint64]bool
}

func (w *without) Tx(rw bool) (hkv.Tx, error) {
	tx, err := w.DB.Tx(rw)
	if err != nil {
		return nil, err
	}
	return &withoutTx{tx, w.nodes}, nil
}

type withoutTx struct {
	hkv.Tx
	nodes map[uint64]bool
}

func (tx *withoutTx) Get(ctx context.Context, key hkv.Key) (hkv.Value, error) {
	v, err := tx.Tx.Get(ctx, key)
	if err != nil {
		return nil, err
	}
	if v, err = tx.view(key, v); v == nil && err == nil {
		err = hkv.ErrNotFound
	}
	return v, err
}

func (tx *withoutTx) GetBatch(ctx context.Context, keys []hkv.Key) ([]hkv.Value, error) {
	values, err := tx.Tx.GetBatch(ctx, keys)
	for i := range values {
		if err == nil && values[i] != nil {
			values[i], err = tx.view(keys[i], values[i])
		}
	}
	return values, err
}

// view is what is to be seen of a value.
func (tx *withoutTx) view(key hkv.Key, v hkv.Value) (hkv.Value, error) {
	if len(key) != 2 || string(key[0]) != string(logBucket[0]) {
		return v, nil
	}
	var p proto.Primitive
	if err := p.Unmarshal(v); err != nil {
		return nil, err
	}
	switch {
	case p.IsNode() && tx.nodes[p.ID]:
		return nil, nil
	case !p.IsNode() && tx.nodes[p.Subject]:
		p.Deleted = true
		return p.Marshal()
	}
	return v, nil
}
