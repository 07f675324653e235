package server

import (
	"sync"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// compute answers from the statements of the filter.
func (s *site) compute(r *request, q networkQuestion) (*network.Result, error) {
	if !q.filter.IsZero() {
		return network.Compute(r.Context(), network.FromLedger(r.snap, questions.Select(r.snap, q.filter)), q.spec)
	}
	type key struct{}
	return r.snap.Derived(key{}, func() any { return &networks{} }).(*networks).of(r, q.spec)
}

// networks are those of all statements of one version of the data. Each is
// computed once, one at a time: its picture, its pages and the parts of it ask
// for the same.
type networks struct {
	mu      sync.Mutex
	table   *network.Table
	results map[string]*network.Result // by specification
}

// maxNetworks is how many are kept.
const maxNetworks = 32

func (n *networks) of(r *request, spec network.Spec) (*network.Result, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	key := spec.Values().Encode()
	if known := n.results[key]; known != nil {
		return known, nil
	}
	if n.table == nil {
		n.table = network.FromLedger(r.snap, questions.Select(r.snap, questions.Filter{}), network.PassagesOf(r.snap)...)
	}
	result, err := network.Compute(r.Context(), n.table, spec)
	if err != nil {
		return nil, err
	}
	if n.results == nil || len(n.results) >= maxNetworks {
		n.results = map[string]*network.Result{}
	}
	n.results[key] = result
	return result, nil
}
