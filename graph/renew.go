package graph

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// renewal makes the next snapshot behind the back of readers.
type renewal struct {
	running sync.Mutex                  // held while it does
	prepare func(next *ledger.Snapshot) // see Prepare; may be nil
	rests   atomic.Pointer[time.Time]   // until then it does not
}

// patience is how long a reader waits for a newer snapshot: after a small write
// to a small store that is enough to see it at once.
const patience = 20 * time.Millisecond

// Prepare sets what is done with the next snapshot before readers get it from
// Newest. It is called once, before the store is used by others.
func (s *Store) Prepare(do func(next *ledger.Snapshot)) { s.renewal.prepare = do }

// Newest returns the newest snapshot there is. Where the store has been written
// to since, a newer one is made behind the back of the reader, who waits for it
// at most for a moment: readers go on with the one before while a large store
// takes in what is new. What has taken longer than that moment rests as long
// before it is done again, so that writing without a pause leaves readers at
// least half of one processor and all others. A server asks for this; what must
// be up to date asks for [Store.Snapshot], or for [Store.Refresh].
func (s *Store) Newest() *ledger.Snapshot {
	now := s.snapshot.Load()
	if now.Sequence == s.seen.Load() || s.renewal.resting() || !s.renewal.running.TryLock() {
		return now
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer s.renewal.running.Unlock()
		s.renew()
	}()
	select {
	case <-done:
	case <-time.After(patience):
	}
	return s.snapshot.Load()
}

// Renew makes readers see everything written before the call, prepared, and
// returns when they do.
func (s *Store) Renew() {
	s.renewal.running.Lock()
	defer s.renewal.running.Unlock()
	if s.snapshot.Load().Sequence != s.seen.Load() {
		s.renew()
	}
}

func (s *Store) renew() {
	begun := time.Now() // of the machine: nothing of it is stored
	next := s.latest()
	if s.renewal.prepare != nil {
		s.renewal.prepare(next)
	}
	s.show(next)
	if took := time.Since(begun); took > patience {
		until := time.Now().Add(took)
		s.renewal.rests.Store(&until)
	}
}

func (r *renewal) resting() bool {
	until := r.rests.Load()
	return until != nil && time.Now().Before(*until)
}
