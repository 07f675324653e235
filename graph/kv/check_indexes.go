package kv

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/maphash"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad/pquads"
	hkv "github.com/hidal-go/hidalgo/kv"
)

// IndexesAgree reports whether both indexes have every quad of the log under
// its nodes, and nothing else, and whether every node is found by its value. It
// adds up hashes of entries, which takes no memory; a difference goes unseen
// with a chance of one in 2^64.
func IndexesAgree(ctx context.Context, db hkv.KV) (agree bool, err error) {
	err = hkv.View(db, func(tx hkv.Tx) error {
		c := indexCheck{tx: tx, seed: maphash.MakeSeed()}
		if err := c.readLog(ctx); err != nil {
			return err
		}
		if err := c.readIndex(ctx, subjectIndex, 2, &c.bySubject); err != nil {
			return err
		}
		if err := c.readIndex(ctx, objectIndex, 3, &c.byObject); err != nil {
			return err
		}
		agree = c.bySubject == 0 && c.byObject == 0 && !c.lost
		return nil
	})
	return agree, err
}

type indexCheck struct {
	tx                  hkv.Tx
	seed                maphash.Seed
	bySubject, byObject uint64 // what is in the log less what is in the index
	lost                bool   // a node is not found by its value
}

func (c *indexCheck) readLog(ctx context.Context) error {
	it := c.tx.Scan(logBucket)
	defer it.Close()
	for it.Next(ctx) {
		if err := ctx.Err(); err != nil {
			return err
		}
		var p proto.Primitive
		if err := p.Unmarshal(it.Val()); err != nil {
			return err
		}
		if p.IsNode() {
			if err := c.find(ctx, &p); err != nil {
				return err
			}
			continue
		}
		c.bySubject += maphash.Comparable(c.seed, entry{a: p.Subject, b: p.Predicate, link: p.ID})
		c.byObject += maphash.Comparable(c.seed, entry{p.Object, p.Predicate, p.Subject, p.ID})
	}
	return it.Err()
}

// find looks a node up by its value.
func (c *indexCheck) find(ctx context.Context, p *proto.Primitive) error {
	v, err := pquads.UnmarshalValue(p.Value)
	if err != nil {
		return fmt.Errorf("node %d: %w", p.ID, err)
	}
	b, err := c.tx.GetBatch(ctx, []hkv.Key{valueKey('v', &node{hash: cgraph.HashOf(v)})})
	if err != nil {
		return err
	}
	id, _ := binary.Uvarint(b[0])
	c.lost = c.lost || id != p.ID
	return nil
}

func (c *indexCheck) readIndex(ctx context.Context, bucket []byte, parts int, rest *uint64) error {
	it := c.tx.Scan(hkv.Key{bucket, nil})
	defer it.Close()
	for it.Next(ctx) {
		if err := ctx.Err(); err != nil {
			return err
		}
		path := it.Key()
		key := path[len(path)-1]
		if len(key) != 8*parts {
			return fmt.Errorf("index %s: a key of %d bytes", bucket, len(key))
		}
		e := entry{a: binary.BigEndian.Uint64(key), b: binary.BigEndian.Uint64(key[8:])}
		if parts == 3 {
			e.c = binary.BigEndian.Uint64(key[16:])
		}
		for links := it.Val(); len(links) > 0; {
			link, n := binary.Uvarint(links)
			if n <= 0 {
				return fmt.Errorf("index %s: an entry of %x", bucket, it.Val())
			}
			links, e.link = links[n:], link
			*rest -= maphash.Comparable(c.seed, e)
		}
	}
	return it.Err()
}
