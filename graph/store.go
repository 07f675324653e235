package graph

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	cgraph "github.com/cayleygraph/cayley/graph"
	hkv "github.com/hidal-go/hidalgo/kv"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// Options says how to open a store. The zero value opens an existing one.
type Options struct {
	Create  bool   // make the store where there is none
	Command string // what holds the store, for the message that another process gets
	// ReadOnly opens a store that nobody has open to write, writes nothing, and
	// lets others read at the same time. A store that may not be written is opened
	// in this way in any case.
	ReadOnly bool

	Now func() time.Time // for recorded times; nil is the clock
	Log *slog.Logger     // says at debug level how the store was opened; nil says nothing

	wrap      func(hkv.KV) hkv.KV // tests make writes fail
	keepAfter int64               // bytes of the journal, see keepNow; tests make them few
}

// Store is an open store. Close it when done.
type Store struct {
	dir string
	opt Options

	writer sync.Mutex // held by whoever writes or checks
	file   *kv.DB
	db     hkv.KV // the file, as tests may see it
	qs     cgraph.QuadStore
	broken error // why nothing can be written or read from disk any more
	kept   kept

	mem      sync.RWMutex // guards contents; only a writer changes them, but for their news
	contents *contents
	seen     atomic.Uint64 // the number of the last write that anybody can see

	building sync.Mutex                      // held by whoever builds a snapshot
	built    *ledger.Snapshot                // the last one, perhaps not yet shown; guarded by building
	snapshot atomic.Pointer[ledger.Snapshot] // the one that is shown
	renewal  renewal
}

var errClosed = errors.New("the store is closed")

// Open opens the store in a folder and reads it into memory.
//
// Errors are of kind not-found when there is no store and none is to be made,
// input when the path is something else, busy when another process holds it,
// corrupt when the store is damaged, io when the disk says no.
func Open(dir string, opt Options) (*Store, error) {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.keepAfter == 0 {
		opt.keepAfter = 64 << 20
	}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	s := &Store{dir: dir, opt: opt}
	if err := s.load(opt.Create); err != nil {
		return nil, fmt.Errorf("graph: %w", err)
	}
	if s.kept.size == 0 { // so that whoever opens it after a crash need not do this again
		s.atRest()
	}
	s.Refresh()
	return s, nil
}

// load opens the file and replaces the contents with what is in it.
func (s *Store) load(create bool) error {
	db, err := kv.Open(s.dir, kv.Options{Create: create, Command: s.opt.Command, ReadOnly: s.opt.ReadOnly})
	if err != nil {
		return err
	}
	s.file, s.db = db, db
	if s.opt.wrap != nil {
		s.db = s.opt.wrap(db)
	}
	c, k, err := s.read()
	if err != nil {
		return errors.Join(err, db.Close())
	}
	s.mem.Lock()
	defer s.mem.Unlock()
	s.contents, s.kept = c, k
	s.seen.Store(k.mark.Sequence)
	return nil
}

// read sets up the quad store and reads what is in it: from the ledger file and
// the journal where they lead to it, else from the quads.
func (s *Store) read() (*contents, kept, error) {
	var err error
	if s.qs, err = kv.QuadStore(s.db); err != nil {
		return nil, kept{}, schema.Errorf(schema.KindCorrupt, restoreHint, "store %s: %w", s.dir, err)
	}
	if !s.file.ReadOnly() {
		sweepLedger(s.dir)
	}
	c, k, err := s.recall()
	if err == nil {
		s.opt.Log.Debug("ledger read", "store", s.dir, "write", k.mark.Sequence, "file", k.from)
		return c, k, nil
	}
	s.opt.Log.Debug("ledger built anew from the quads", "store", s.dir, "reason", err)
	c, k, err = s.rebuild(context.Background())
	if errors.Is(err, quads.ErrOld) {
		return nil, kept{}, schema.Errorf(schema.KindInput, "export it with the program that made it (--format nquads), and import that file into a new store", "store %s: %w", s.dir, err)
	}
	if err != nil {
		return nil, kept{}, schema.Errorf(schema.KindCorrupt, restoreHint, "store %s: %w", s.dir, err)
	}
	return c, k, nil
}

// ReadOnly reports whether the store can only be read.
func (s *Store) ReadOnly() bool { return s.file.ReadOnly() }

const restoreHint = "restore the store from a backup, or ingest into a new one"

// Close lets go of the store. What was acknowledged is on disk already. A
// snapshot stays usable.
func (s *Store) Close() error {
	s.writer.Lock()
	defer s.writer.Unlock()
	if errors.Is(s.broken, errClosed) {
		return nil
	}
	closed := s.broken != nil
	s.broken = errClosed
	if closed {
		return nil
	}
	s.keepAtRest()
	if err := s.qs.Close(); err != nil {
		return schema.Errorf(schema.KindIO, "check the disk; what was acknowledged is on it", "graph: close store %s: %w", s.dir, err)
	}
	return nil
}

// atRest writes the ledger file where it is due, at the end of writing.
func (s *Store) atRest() {
	s.writer.Lock()
	defer s.writer.Unlock()
	if s.broken == nil {
		s.keepAtRest()
	}
}
