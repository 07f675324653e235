package kv

import (
	"context"
	"errors"
	"runtime"

	hkv "github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
)

// DB is a bbolt file as the key-value store that Cayley expects. A key of
// several parts names a bucket, buckets in it, and a key in the last.
type DB struct {
	bolt *bbolt.DB
	dir  string
	room int64 // bytes that are mapped
	next *note // what the next commit adds to the journal; nil for nothing

	readOnly bool
}

var _ hkv.KV = (*DB)(nil)

// Close lets go of the file. It waits for open readers; a second call does
// nothing.
func (db *DB) Close() error {
	if db.bolt == nil {
		return nil
	}
	if !db.readOnly {
		letGo(db.dir) // while the lock is still held: the next holder's note must stay
	}
	err := db.bolt.Close()
	db.bolt = nil
	return err
}

// ReadOnly reports whether the file can only be read.
func (db *DB) ReadOnly() bool { return db.readOnly }

// Tx begins a transaction. There is one writer at a time; readers see the
// store as it was when they began.
func (db *DB) Tx(rw bool) (hkv.Tx, error) {
	if db.bolt == nil {
		return nil, bbolterrors.ErrDatabaseNotOpen
	}
	tx, err := db.bolt.Begin(rw)
	if err != nil {
		return nil, err
	}
	return &transaction{bolt: tx, db: db}, nil
}

type transaction struct {
	bolt *bbolt.Tx
	db   *DB
	puts int
}

// yieldEvery is after how many values a writer lets all others go first who wait
// for a processor. Readers of a server want one for a moment, and a writer keeps
// it for ten milliseconds where it does not yield.
const yieldEvery = 8

// bucket finds the bucket of a key: nil when it does not exist. Keys of one
// part lie in the root.
func (tx *transaction) bucket(key hkv.Key) *bbolt.Bucket {
	b := tx.root()
	for _, name := range key[:max(0, len(key)-1)] {
		if b = b.Bucket(name); b == nil {
			return nil
		}
	}
	return b
}

func (tx *transaction) root() *bbolt.Bucket { return tx.bolt.Cursor().Bucket() }

func (tx *transaction) Get(_ context.Context, key hkv.Key) (hkv.Value, error) {
	if v := tx.get(key); v != nil {
		return v, nil
	}
	return nil, hkv.ErrNotFound
}

func (tx *transaction) get(key hkv.Key) []byte {
	b := tx.bucket(key)
	if b == nil || len(key) == 0 {
		return nil
	}
	return b.Get(key[len(key)-1])
}

func (tx *transaction) GetBatch(_ context.Context, keys []hkv.Key) ([]hkv.Value, error) {
	values := make([]hkv.Value, len(keys))
	for i, k := range keys {
		values[i] = tx.get(k)
	}
	return values, nil
}

// Put stores a value and makes the buckets on the way. An empty key with an
// empty value makes the buckets alone.
func (tx *transaction) Put(key hkv.Key, value hkv.Value) error {
	if tx.puts++; tx.puts%yieldEvery == 0 {
		runtime.Gosched()
	}
	if len(key) == 0 {
		return bbolterrors.ErrKeyRequired
	}
	b := tx.root()
	for _, name := range key[:len(key)-1] {
		var err error
		if b, err = b.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	last := key[len(key)-1]
	if len(last) == 0 && len(value) == 0 {
		return nil
	}
	if growsAtTheEnd(key) {
		b.FillPercent = 0.95
	}
	return b.Put(last, value)
}

// growsAtTheEnd reports whether keys come in ascending order: the log, by
// number, the index by subject, whose quads are written together, and the index
// by object, where what is new comes last of its object and predicate. Their
// pages are filled; half of each would stay empty otherwise.
func growsAtTheEnd(key hkv.Key) bool {
	return len(key) == 2 && (string(key[0]) == "log" || string(key[0]) == "sp" || string(key[0]) == "ops")
}

func (tx *transaction) Del(key hkv.Key) error {
	b := tx.bucket(key)
	if b == nil || len(key) == 0 {
		return nil
	}
	return b.Delete(key[len(key)-1])
}

func (tx *transaction) Commit(context.Context) error {
	if tx.db.next != nil && tx.bolt.Writable() {
		if err := tx.db.next.add(tx.bolt); err != nil {
			return err
		}
	}
	return tx.bolt.Commit()
}

// Close ends the transaction; without a commit before it, nothing was written.
func (tx *transaction) Close() error {
	if err := tx.bolt.Rollback(); !errors.Is(err, bbolterrors.ErrTxClosed) {
		return err
	}
	return nil
}

func (tx *transaction) Scan(prefix hkv.Key) hkv.Iterator {
	b := tx.bucket(prefix)
	if b == nil {
		return &iterator{}
	}
	it := &iterator{}
	if len(prefix) > 0 {
		it.prefix = prefix[len(prefix)-1]
		it.path = prefix[:len(prefix)-1].Clone()
	}
	it.open(b)
	return it
}
