package graph

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/records"
)

// kept is what the disk has beside the quads to open the store fast.
type kept struct {
	mark kv.Mark // of the last write
	from uint64  // the write that the ledger file stands at; 0 where there is none
	size int64   // bytes of the file
	log  int64   // bytes of journal entries since
}

var errNoMark = errors.New("something was written that is in no journal")

// recall puts the contents together from the ledger file and the journal. The
// error says why that cannot be done; then the quads have to be read.
func (s *Store) recall() (*contents, kept, error) {
	mark, ok, err := s.file.Mark()
	if err != nil {
		return nil, kept{}, err
	}
	if !ok {
		return nil, kept{}, errNoMark
	}
	at, set, size, whyNot := readLedger(s.dir)
	entries, ok, err := s.file.Since(at)
	if err != nil {
		return nil, kept{}, err
	}
	if whyNot == nil && !ok {
		whyNot = errors.New("the ledger file and the journal do not lead to the store")
	}
	if whyNot != nil { // perhaps the journal goes back to the first write
		at, set, size = kv.Mark{}, &records.Set{}, 0
		if entries, ok, err = s.file.Since(at); err != nil || !ok {
			return nil, kept{}, errors.Join(whyNot, err)
		}
	}
	k := kept{mark: mark, from: at.Sequence, size: size}
	c := newContents(len(set.Statements))
	c.apply(set)
	for _, entry := range entries {
		k.log += int64(len(entry))
		written, err := records.Decode(entry)
		if err != nil {
			return nil, kept{}, fmt.Errorf("the journal: %w", err)
		}
		c.apply(written)
	}
	if err := c.whole(); err != nil {
		return nil, kept{}, err
	}
	return c, k, nil
}

// rebuild reads the contents from the quads, and keeps them.
func (s *Store) rebuild(ctx context.Context) (*contents, kept, error) {
	c, err := readContents(ctx, s.db)
	if err != nil {
		return nil, kept{}, err
	}
	var k kept
	mark, ok, err := s.file.Mark()
	if err == nil && !ok && !s.file.ReadOnly() {
		digest := sha256.New()
		if err = records.Encode(digest, c.set()); err == nil {
			mark, err = s.file.Restart([sha256.Size]byte(digest.Sum(nil)))
		}
	}
	if err != nil {
		return nil, kept{}, err
	}
	k.mark = mark
	return c, k, nil
}

// A ledger file is written when the journal since the last one has grown to a
// share of it, so that a write costs the same however large the store is: when
// the store is closed or an import finished, an eighth; in between, as much as
// the file has, and enough to be worth it.
const restShare = 8

// keepNow writes the ledger file where it is due while writing goes on.
func (s *Store) keepNow() {
	if s.kept.log >= max(s.opt.keepAfter, s.kept.size) {
		s.keep()
	}
}

// keepAtRest writes it where it is due when writing has come to an end.
func (s *Store) keepAtRest() {
	k := s.kept
	if k.from != k.mark.Sequence && (k.size == 0 || k.log*restShare >= k.size) && !s.file.ReadOnly() {
		s.keep()
	}
}

// keep writes the ledger file. The writer's lock is held. Nothing depends on
// the file, so that a failure is only told to the log.
func (s *Store) keep() {
	size, err := writeLedger(s.dir, s.kept.mark, s.contents.set())
	if err != nil {
		s.kept.log = 0 // as long as the last time before it is tried again
		s.opt.Log.Debug("the ledger file was not written", "store", s.dir, "reason", err)
		return
	}
	s.kept.from, s.kept.size, s.kept.log = s.kept.mark.Sequence, size, 0
	s.opt.Log.Debug("ledger file written", "store", s.dir, "write", s.kept.from, "bytes", size)
}

// journal runs a write with its entry in the journal.
func (s *Store) journal(set *records.Set, write func() error) error {
	var entry bytes.Buffer
	if err := records.Encode(&entry, set); err != nil {
		return err
	}
	mark, err := s.file.Journal(entry.Bytes(), s.kept.from, write)
	if err != nil {
		return err
	}
	s.kept.mark = mark
	s.kept.log += int64(entry.Len())
	return nil
}
