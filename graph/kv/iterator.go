package kv

import (
	"bytes"
	"context"

	hkv "github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
)

// iterator walks a bucket and the buckets in it, in the order of keys. The
// prefix binds in the first bucket only.
type iterator struct {
	prefix []byte
	path   hkv.Key // the names of the buckets around the present key
	levels []level
	k, v   []byte
}

type level struct {
	cursor  *bbolt.Cursor
	bucket  *bbolt.Bucket
	started bool
}

func (it *iterator) open(b *bbolt.Bucket) {
	it.levels = append(it.levels, level{cursor: b.Cursor(), bucket: b})
}

func (it *iterator) Next(context.Context) bool {
	for len(it.levels) > 0 {
		it.k, it.v = it.step()
		if it.k == nil {
			it.leave()
			continue
		}
		if it.v == nil {
			if b := it.levels[len(it.levels)-1].bucket.Bucket(it.k); b != nil {
				it.path = append(it.path, it.k)
				it.open(b)
				continue
			}
		}
		return true
	}
	return false
}

// step moves the innermost cursor; a nil key is the end of its bucket.
func (it *iterator) step() (k, v []byte) {
	n := len(it.levels) - 1
	l := &it.levels[n]
	switch {
	case l.started:
		k, v = l.cursor.Next()
	case n == 0:
		k, v = l.cursor.Seek(it.prefix)
	default:
		k, v = l.cursor.First()
	}
	l.started = true
	if n == 0 && !bytes.HasPrefix(k, it.prefix) {
		return nil, nil
	}
	return k, v
}

func (it *iterator) leave() {
	it.levels = it.levels[:len(it.levels)-1]
	if len(it.levels) > 0 {
		it.path = it.path[:len(it.path)-1]
	}
}

func (it *iterator) Key() hkv.Key   { return append(it.path.Clone(), bytes.Clone(it.k)) }
func (it *iterator) Val() hkv.Value { return it.v }
func (it *iterator) Err() error     { return nil }
func (it *iterator) Close() error   { *it = iterator{}; return nil }
