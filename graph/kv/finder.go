package kv

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	hkv "github.com/hidal-go/hidalgo/kv"
)

// Finder looks nodes up by number in Cayley's indexes, in one transaction.
type Finder struct{ tx hkv.Tx }

// Node returns the number of a value; it is not ok where the graph does not
// have it.
func (f *Finder) Node(v quad.Value) (id uint64, ok bool, err error) {
	b, err := f.tx.Get(context.Background(), valueKey('v', &node{hash: cgraph.HashOf(v)}))
	if errors.Is(err, hkv.ErrNotFound) {
		return 0, false, nil
	}
	id, _ = binary.Uvarint(b)
	return id, err == nil, err
}

// Subjects returns the nodes that have a property with a value.
func (f *Finder) Subjects(predicate, object uint64) ([]uint64, error) {
	prefix := binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, object), predicate)
	it := f.tx.Scan(hkv.Key{objectIndex, prefix})
	defer it.Close()
	var list []uint64
	for it.Next(context.Background()) {
		key := it.Key()
		alive, err := f.alive(it.Val())
		if err != nil {
			return nil, err
		}
		if last := key[len(key)-1]; len(alive) > 0 && len(last) == 24 {
			list = append(list, binary.BigEndian.Uint64(last[16:]))
		}
	}
	return list, it.Err()
}

// Objects returns the values of a property of a node.
func (f *Finder) Objects(subject, predicate uint64) ([]uint64, error) {
	key := binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, subject), predicate)
	b, err := f.tx.Get(context.Background(), hkv.Key{subjectIndex, key})
	if errors.Is(err, hkv.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	links, err := f.alive(b)
	var list []uint64
	for _, p := range links {
		list = append(list, p.Object)
	}
	return list, err
}

// alive reads the quads of one entry of an index that were not deleted.
func (f *Finder) alive(entry []byte) ([]proto.Primitive, error) {
	var list []proto.Primitive
	for len(entry) > 0 {
		id, n := binary.Uvarint(entry)
		if n <= 0 {
			return nil, fmt.Errorf("an entry of an index is damaged: %x", entry)
		}
		entry = entry[n:]
		b, err := f.tx.Get(context.Background(), hkv.Key{logBucket[0], binary.BigEndian.AppendUint64(nil, id)})
		if err != nil {
			return nil, fmt.Errorf("quad %d: %w", id, err)
		}
		var p proto.Primitive
		if err := p.Unmarshal(b); err != nil {
			return nil, fmt.Errorf("quad %d: %w", id, err)
		}
		if !p.Deleted {
			list = append(list, p)
		}
	}
	return list, nil
}
