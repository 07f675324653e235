package network

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"

	"github.com/stancegraph/stancegraph/schema"
)

// Partition is the nodes of a one-mode network in communities.
type Partition struct {
	Of         []int   `json:"of"`         // community of each row, from 0; numbered in the order of their first rows
	Count      int     `json:"count"`      // of communities; a node without ties is one of its own
	Modularity float64 `json:"modularity"` // from -0.5 to 1; 0 where there are no ties
	Seed       uint64  `json:"seed"`
}

// Communities groups the nodes of a one-mode network by the Louvain method
// (Blondel, Guillaume, Lambiotte and Lefebvre 2008) at resolution 1. The method
// takes nodes in a random order: the same network and seed give the same
// communities, another seed may give others of nearly the same modularity.
//
// Ties must not be negative or without a number: modularity has no meaning for
// them. The error is of kind usage.
func Communities(r *Result, seed uint64) (*Partition, error) {
	if err := tieable(r); err != nil {
		return nil, err
	}
	g := ties(r.Matrix)
	p := &Partition{Of: make([]int, len(r.Rows)), Seed: seed}
	if g.total() == 0 {
		for i := range p.Of {
			p.Of[i] = i
		}
		p.Count = len(p.Of)
		return p, nil
	}
	groups := community.Modularize(g, 1, rand.NewPCG(seed, 0)).Communities()
	p.Modularity = community.Q(g, groups, 1)
	p.number(groups)
	return p, nil
}

// number numbers communities by their first rows.
func (p *Partition) number(groups [][]graph.Node) {
	first := func(nodes []graph.Node) int64 {
		return slices.MinFunc(nodes, func(a, b graph.Node) int { return cmp.Compare(a.ID(), b.ID()) }).ID()
	}
	slices.SortFunc(groups, func(a, b []graph.Node) int { return cmp.Compare(first(a), first(b)) })
	for i, group := range groups {
		for _, n := range group {
			p.Of[n.ID()] = i
		}
	}
	p.Count = len(groups)
}

func tieable(r *Result) error {
	if len(r.Rows) != len(r.Matrix) || !slices.Equal(r.Rows, r.Cols) {
		return schema.Errorf(schema.KindUsage, "use the network onemode", "communities are of a one-mode network")
	}
	for i, row := range r.Matrix {
		for j, x := range row {
			if !(x >= 0) || math.IsInf(x, 0) {
				return schema.Errorf(schema.KindUsage, "use the aggregation congruence, conflict or ignore",
					"the tie of %q and %q is %v: communities need ties of 0 or more", r.Rows[i], r.Rows[j], x)
			}
		}
	}
	return nil
}
