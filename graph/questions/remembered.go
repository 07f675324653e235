package questions

import (
	"slices"
	"sync"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// mostRemembered is how many answers a snapshot keeps.
const mostRemembered = 64

// answers are those that a snapshot has given last. An answer is a pure function
// of the snapshot and the question, so that it never goes stale.
type answers struct {
	sync.Mutex
	order []string // the one that was asked for last is last
	given map[string]any
}

type answersKey struct{}

// remembered returns the answer to a question about a filter, from memory where
// it is there. Answers must be small, and nobody may change them.
func remembered[T any](s *ledger.Snapshot, question string, f Filter, rest string, answer func() T) T {
	all := s.Derived(answersKey{}, func() any { return &answers{given: map[string]any{}} }).(*answers)
	key := question + "?" + f.Values().Encode() + "#" + rest
	if given, ok := all.get(key); ok {
		return given.(T)
	}
	given := answer()
	all.put(key, given)
	return given
}

func (a *answers) get(key string) (any, bool) {
	a.Lock()
	defer a.Unlock()
	given, ok := a.given[key]
	if ok {
		a.touch(key)
	}
	return given, ok
}

func (a *answers) put(key string, given any) {
	a.Lock()
	defer a.Unlock()
	a.given[key] = given
	a.touch(key)
	if len(a.order) > mostRemembered {
		delete(a.given, a.order[0])
		a.order = a.order[1:]
	}
}

func (a *answers) touch(key string) {
	if i := slices.Index(a.order, key); i >= 0 {
		a.order = slices.Delete(a.order, i, i+1)
	}
	a.order = append(a.order, key)
}
