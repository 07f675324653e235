package kv

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
)

// The journal numbers the writes of a store. It lies in a bucket of its own, so
// that the graph knows nothing of it: how far the store is, and what each of
// the last writes was, in words of whoever writes.
var (
	journalBucket = []byte("journal")
	entriesBucket = []byte("entries") // in it; by number, in big-endian order
	markKey       = []byte("mark")    // Mark, then Cayley's counters as they were
)

// Mark is how far a store is: how many writes it has seen, and a digest over
// all of them. Two stores with the same mark have seen the same.
type Mark struct {
	Sequence uint64
	Digest   [sha256.Size]byte
}

// After is the mark after one more write.
func (m Mark) After(entry []byte) Mark {
	sum := sha256.New()
	sum.Write(m.Digest[:])
	sum.Write(entry)
	return Mark{m.Sequence + 1, [sha256.Size]byte(sum.Sum(nil))}
}

// Bytes is the mark in 40 bytes.
func (m Mark) Bytes() []byte {
	return append(binary.BigEndian.AppendUint64(nil, m.Sequence), m.Digest[:]...)
}

// MarkOf reads what Bytes wrote.
func MarkOf(b []byte) (Mark, bool) {
	if len(b) != markSize {
		return Mark{}, false
	}
	return Mark{binary.BigEndian.Uint64(b), [sha256.Size]byte(b[8:])}, true
}

const markSize = 8 + sha256.Size

// note is what the next commit adds to the journal.
type note struct {
	entry  []byte
	forget uint64 // entries up to this number are of no more use
	mark   Mark   // after the commit
}

// Journal runs write, which makes one transaction, and adds an entry to the
// journal in the same transaction. Entries up to the number forget go. It
// returns the mark after it.
func (db *DB) Journal(entry []byte, forget uint64, write func() error) (Mark, error) {
	n := &note{entry: entry, forget: forget}
	db.next = n
	defer func() { db.next = nil }()
	if err := write(); err != nil {
		return Mark{}, err
	}
	if n.mark.Sequence == 0 {
		return Mark{}, errors.New("a write without a transaction")
	}
	return n.mark, nil
}

// add writes a note. Cayley has written its counters by then.
func (n *note) add(tx *bbolt.Tx) error {
	b, err := tx.CreateBucketIfNotExists(journalBucket)
	if err != nil {
		return err
	}
	entries, err := b.CreateBucketIfNotExists(entriesBucket)
	if err != nil {
		return err
	}
	var before Mark
	if stored := b.Get(markKey); stored != nil {
		before, _ = MarkOf(stored[:min(markSize, len(stored))])
	}
	c := entries.Cursor()
	for k, _ := c.First(); k != nil && binary.BigEndian.Uint64(k) <= n.forget; k, _ = c.First() {
		if err := c.Delete(); err != nil {
			return err
		}
	}
	n.mark = before.After(n.entry)
	if err := entries.Put(binary.BigEndian.AppendUint64(nil, n.mark.Sequence), n.entry); err != nil {
		return err
	}
	return b.Put(markKey, append(n.mark.Bytes(), counters(tx)...))
}

// counters are Cayley's own: the last number that it gave out, and how many
// quads there are. Whoever writes without a journal changes them.
func counters(tx *bbolt.Tx) []byte {
	meta := tx.Bucket(horizonKey[0])
	if meta == nil {
		return make([]byte, 16)
	}
	values := make([]byte, 0, 16)
	for _, key := range [][]byte{horizonKey[1], sizeKey[1]} {
		values = append(values, bytes.Repeat([]byte{0}, 8-min(8, len(meta.Get(key))))...)
		values = append(values, meta.Get(key)...)
	}
	return values
}

// Mark returns how far the store is. It is not ok where something was written
// that is in no journal. The mark of an empty store is zero.
func (db *DB) Mark() (m Mark, ok bool, err error) {
	err = db.view(func(tx *bbolt.Tx) error {
		m, ok = markOf(tx)
		return nil
	})
	return m, ok, err
}

func markOf(tx *bbolt.Tx) (m Mark, ok bool) {
	now := counters(tx)
	b := tx.Bucket(journalBucket)
	if b == nil || b.Get(markKey) == nil {
		return Mark{}, bytes.Equal(now, make([]byte, 16))
	}
	stored := b.Get(markKey)
	if m, ok = MarkOf(stored[:min(markSize, len(stored))]); !ok {
		return Mark{}, false
	}
	return m, bytes.Equal(stored[markSize:], now)
}

// Since returns the entries that lead from a mark to that of the store, in
// their order. It is not ok where they do not: the journal does not go back as
// far, or the mark is of another store, or the journal is damaged.
func (db *DB) Since(from Mark) (entries [][]byte, ok bool, err error) {
	err = db.view(func(tx *bbolt.Tx) error {
		now, whole := markOf(tx)
		if !whole || from.Sequence > now.Sequence {
			return nil
		}
		for at := from; at != now; {
			if at.Sequence >= now.Sequence {
				return nil
			}
			entry := tx.Bucket(journalBucket).Bucket(entriesBucket).Get(binary.BigEndian.AppendUint64(nil, at.Sequence+1))
			if entry == nil {
				return nil
			}
			entries, at = append(entries, bytes.Clone(entry)), at.After(entry)
		}
		ok = true
		return nil
	})
	if !ok {
		entries = nil
	}
	return entries, ok, err
}

// Restart begins the journal of a store that has quads which are in none: with
// a digest of what is there.
func (db *DB) Restart(digest [sha256.Size]byte) (Mark, error) {
	if db.bolt == nil {
		return Mark{}, bbolterrors.ErrDatabaseNotOpen
	}
	var m Mark
	err := db.bolt.Update(func(tx *bbolt.Tx) error {
		before, _ := markOf(tx)
		if err := tx.DeleteBucket(journalBucket); err != nil && !errors.Is(err, bbolterrors.ErrBucketNotFound) {
			return err
		}
		m = Mark{before.Sequence + 1, digest}
		b, err := tx.CreateBucket(journalBucket)
		if err != nil {
			return err
		}
		if _, err := b.CreateBucket(entriesBucket); err != nil {
			return err
		}
		return b.Put(markKey, append(m.Bytes(), counters(tx)...))
	})
	if err != nil {
		return Mark{}, fmt.Errorf("begin the journal: %w", err)
	}
	return m, nil
}

func (db *DB) view(f func(*bbolt.Tx) error) error {
	if db.bolt == nil {
		return bbolterrors.ErrDatabaseNotOpen
	}
	return db.bolt.View(f)
}
