package server

import (
	"sync"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// perSnapshot keeps what was computed from the newest snapshot, so that it is
// computed once. Others who ask meanwhile wait for it.
type perSnapshot[T any] struct {
	mu    sync.Mutex
	from  *ledger.Snapshot
	value T
}

func (p *perSnapshot[T]) of(s *ledger.Snapshot, compute func(*ledger.Snapshot) T) T {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.from != s {
		p.from, p.value = s, compute(s)
	}
	return p.value
}
