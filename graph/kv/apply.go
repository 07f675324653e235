package kv

import (
	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Apply takes quads out and puts quads in, in one transaction that is on disk
// when Apply returns. Every quad of del must be there and none of add; who
// calls knows, because one writer has the store. After an error the quad store
// must not be used again.
func Apply(qs cgraph.QuadStore, del, add []quad.Quad) error {
	if len(del)+len(add) == 0 {
		return nil
	}
	deltas := make([]cgraph.Delta, 0, len(del)+len(add))
	for _, q := range del {
		deltas = append(deltas, cgraph.Delta{Quad: q, Action: cgraph.Delete})
	}
	for _, q := range balance(del, add) {
		deltas = append(deltas, cgraph.Delta{Quad: q, Action: cgraph.Add})
	}
	return qs.ApplyDeltas(deltas, cgraph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
}

// balance returns the added quads, some of them several times, so that no node
// in them is in more deleted quads than in added ones. Cayley counts the uses
// of every node over the whole batch; it takes a node with a negative sum for
// one that only loses quads, and writes the added ones without it. A quad that
// stands twice in a batch is written once and counted twice.
func balance(del, add []quad.Quad) []quad.Quad {
	uses := map[quad.Value]int{}
	count(uses, del, -1)
	if len(uses) == 0 {
		return add
	}
	count(uses, add, +1)
	balanced := add[:len(add):len(add)]
	for _, q := range add {
		for range max(0, -fewest(uses, q)) {
			balanced = append(balanced, q)
			count(uses, []quad.Quad{q}, +1)
		}
	}
	return balanced
}

func count(uses map[quad.Value]int, quads []quad.Quad, by int) {
	for _, q := range quads {
		for _, d := range quad.Directions {
			if v := q.Get(d); v != nil {
				uses[v] += by
			}
		}
	}
}

// fewest is the lowest count among the nodes of a quad.
func fewest(uses map[quad.Value]int, q quad.Quad) int {
	low := uses[q.Subject]
	for _, v := range []quad.Value{q.Predicate, q.Object, q.Label} {
		if v != nil {
			low = min(low, uses[v])
		}
	}
	return low
}
