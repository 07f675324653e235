package kv

import (
	"context"
	"encoding/binary"
	"slices"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	hkv "github.com/hidal-go/hidalgo/kv"
)

// Cayley's two indexes: the quads that leave a node, and those that come to it.
var (
	subjectIndex = []byte("sp")
	objectIndex  = []byte("ops")
)

// writeLinks gives the quads their numbers and writes them to the log.
func (b *bulk) writeLinks(context.Context) error {
	for i := range b.links {
		p := &b.links[i]
		for _, d := range quad.Directions {
			if at := p.GetDirection(d); at != 0 {
				p.SetDirection(d, b.nodes[at-1].id)
			}
		}
		b.horizon++
		p.ID = b.horizon
		if err := b.log(p); err != nil {
			return err
		}
	}
	return nil
}

// entry is one line of an index: nodes, then the quad. The last node is 0 in
// an index of two.
type entry struct{ a, b, c, link uint64 }

func (b *bulk) indexSubjects(ctx context.Context) error {
	return b.index(ctx, subjectIndex, 2, func(p *proto.Primitive) entry { return entry{p.Subject, p.Predicate, 0, p.ID} })
}

func (b *bulk) indexObjects(ctx context.Context) error {
	return b.index(ctx, objectIndex, 3, func(p *proto.Primitive) entry { return entry{p.Object, p.Predicate, p.Subject, p.ID} })
}

// index writes the entries of all links in the order of their keys. Quads of
// one key stand in one value, in the order of their numbers.
func (b *bulk) index(ctx context.Context, bucket []byte, parts int, of func(*proto.Primitive) entry) error {
	entries := make([]entry, len(b.links))
	for i := range b.links {
		entries[i] = of(&b.links[i])
	}
	slices.SortFunc(entries, compareEntries)
	first := b.firstNew()
	for i := 0; i < len(entries); {
		n := i + 1
		for n < len(entries) && entries[n].a == entries[i].a && entries[n].b == entries[i].b && entries[n].c == entries[i].c {
			n++
		}
		isNew := entries[i].a >= first || entries[i].b >= first || entries[i].c >= first
		if err := b.putEntry(ctx, bucket, parts, isNew, entries[i:n]); err != nil {
			return err
		}
		i = n
	}
	return nil
}

func compareEntries(x, y entry) int {
	for _, pair := range [4][2]uint64{{x.a, y.a}, {x.b, y.b}, {x.c, y.c}, {x.link, y.link}} {
		if pair[0] != pair[1] {
			if pair[0] < pair[1] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// firstNew is the lowest number of a new node: no key with such a node can be
// there.
func (b *bulk) firstNew() uint64 {
	for i := range b.nodes {
		if b.nodes[i].isNew {
			return b.nodes[i].id // they were numbered in this order
		}
	}
	return b.horizon + 1
}

// putEntry writes the quads of one key behind those that are there.
func (b *bulk) putEntry(ctx context.Context, bucket []byte, parts int, isNew bool, entries []entry) error {
	name := make([]byte, 0, 24)
	nodes := [3]uint64{entries[0].a, entries[0].b, entries[0].c}
	for _, id := range nodes[:parts] {
		name = binary.BigEndian.AppendUint64(name, id)
	}
	key := hkv.Key{bucket, name}
	if isNew && len(entries) == 1 {
		return b.tx.Put(key, b.space.varint(entries[0].link))
	}
	var value []byte
	if !isNew {
		before, err := b.tx.GetBatch(ctx, []hkv.Key{key})
		if err != nil {
			return err
		}
		value = append(value, before[0]...) // the page belongs to bbolt
	}
	for _, e := range entries {
		value = binary.AppendUvarint(value, e.link)
	}
	return b.tx.Put(key, value)
}

// writeMeta counts the quads and keeps the last number given out.
func (b *bulk) writeMeta(ctx context.Context) error {
	size, err := b.counter(ctx, sizeKey)
	if err != nil {
		return err
	}
	if err := b.putCounter(sizeKey, size+uint64(len(b.links))); err != nil {
		return err
	}
	return b.putCounter(horizonKey, b.horizon)
}
