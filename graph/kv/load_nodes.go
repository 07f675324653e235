package kv

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"slices"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	hkv "github.com/hidal-go/hidalgo/kv"
)

// Cayley's keys of counters.
var (
	horizonKey = hkv.SKey("meta", "horizon")
	sizeKey    = hkv.SKey("meta", "size")
)

// resolve finds the numbers of nodes that are there and gives the others their
// own, in the order in which the batch names them: subjects that stand together
// in the batch stand together in the indexes.
func (b *bulk) resolve(ctx context.Context, known map[quad.Value]uint64) error {
	horizon, err := b.counter(ctx, horizonKey)
	if err != nil {
		return err
	}
	for i := range b.nodes {
		n := &b.nodes[i]
		n.hash = cgraph.HashOf(n.value)
		n.id = known[n.value]
	}
	for _, n := range b.byHash() {
		if n.id != 0 {
			continue
		}
		if n.id, err = b.varint(ctx, valueKey('v', n)); err != nil {
			return err
		}
	}
	for i := range b.nodes {
		if n := &b.nodes[i]; n.id == 0 {
			horizon++
			n.id, n.isNew = horizon, true
		}
	}
	b.horizon = horizon
	return nil
}

// byHash returns the nodes in the order in which they lie in the file.
func (b *bulk) byHash() []*node {
	sorted := make([]*node, len(b.nodes))
	for i := range b.nodes {
		sorted[i] = &b.nodes[i]
	}
	slices.SortFunc(sorted, func(x, y *node) int { return bytes.Compare(x.hash[:], y.hash[:]) })
	return sorted
}

// valueKey is where Cayley keeps the number ('v') and the count of uses ('n')
// of a node.
func valueKey(kind byte, n *node) hkv.Key {
	return hkv.Key{{kind, n.hash[0], n.hash[1]}, n.hash[:]}
}

// writeNodes writes the new nodes: to the log by number, to their buckets by
// hash.
func (b *bulk) writeNodes(context.Context) error {
	for i := range b.nodes {
		n := &b.nodes[i]
		if !n.isNew {
			continue
		}
		value, err := pquads.MarshalValue(n.value)
		if err != nil {
			return err
		}
		if err := b.log(&proto.Primitive{ID: n.id, Value: value}); err != nil {
			return err
		}
	}
	for _, n := range b.byHash() {
		if !n.isNew {
			continue
		}
		if err := b.tx.Put(valueKey('v', n), b.space.varint(n.id)); err != nil {
			return err
		}
	}
	return nil
}

// countUses adds the uses of every node to those it had: Cayley drops a node
// when the last quad that uses it is deleted.
func (b *bulk) countUses(ctx context.Context) error {
	for _, n := range b.byHash() {
		key, uses := valueKey('n', n), n.uses
		if !n.isNew {
			before, err := b.varint(ctx, key)
			if err != nil {
				return err
			}
			uses += before
		}
		if err := b.tx.Put(key, b.space.varint(uses)); err != nil {
			return err
		}
	}
	return nil
}

func (b *bulk) log(p *proto.Primitive) error {
	value := b.space.take(p.ProtoSize())
	if _, err := p.MarshalTo(value); err != nil {
		return err
	}
	return b.tx.Put(hkv.Key{logBucket[0], binary.BigEndian.AppendUint64(nil, p.ID)}, value)
}

// varint reads a number; one that is not there is 0.
func (b *bulk) varint(ctx context.Context, key hkv.Key) (uint64, error) {
	v, err := b.tx.Get(ctx, key)
	if errors.Is(err, hkv.ErrNotFound) {
		return 0, nil
	}
	n, _ := binary.Uvarint(v)
	return n, err
}

func (b *bulk) counter(ctx context.Context, key hkv.Key) (uint64, error) {
	v, err := b.tx.Get(ctx, key)
	if errors.Is(err, hkv.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return binary.LittleEndian.Uint64(v), nil
}

func (b *bulk) putCounter(key hkv.Key, n uint64) error {
	return b.tx.Put(key, binary.LittleEndian.AppendUint64(nil, n))
}

// arena cuts small values from large pieces. bbolt keeps values until the
// commit, and millions of allocations cost more than the writing.
type arena struct{ free []byte }

func (a *arena) take(n int) []byte {
	if len(a.free) < n {
		a.free = make([]byte, max(n, 1<<20))
	}
	piece := a.free[:n:n]
	a.free = a.free[n:]
	return piece
}

func (a *arena) varint(x uint64) []byte {
	var buf [binary.MaxVarintLen64]byte
	n := binary.PutUvarint(buf[:], x)
	piece := a.take(n)
	copy(piece, buf[:n])
	return piece
}
