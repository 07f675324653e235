package network

import (
	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
)

// ties is a symmetric matrix as a weighted graph whose nodes come in order:
// sums of floating-point numbers must not depend on the order of a map.
type ties Matrix

type node int64

func (n node) ID() int64 { return int64(n) }

type tie struct {
	from, to node
	weight   float64
}

func (t tie) From() graph.Node         { return t.from }
func (t tie) To() graph.Node           { return t.to }
func (t tie) ReversedEdge() graph.Edge { return tie{t.to, t.from, t.weight} }
func (t tie) Weight() float64          { return t.weight }

func (t ties) has(id int64) bool { return 0 <= id && id < int64(len(t)) }

// Node returns the node of a row, or nil.
func (t ties) Node(id int64) graph.Node {
	if !t.has(id) {
		return nil
	}
	return node(id)
}

// Nodes returns all rows in order.
func (t ties) Nodes() graph.Nodes {
	return t.where(func(int) bool { return true })
}

// From returns the rows that a row has ties with, in order.
func (t ties) From(id int64) graph.Nodes {
	return t.where(func(i int) bool { return t.HasEdgeBetween(id, int64(i)) })
}

func (t ties) where(wanted func(i int) bool) graph.Nodes {
	var nodes []graph.Node
	for i := range t {
		if wanted(i) {
			nodes = append(nodes, node(i))
		}
	}
	return iterator.NewOrderedNodes(nodes)
}

// HasEdgeBetween reports whether two rows have a tie.
func (t ties) HasEdgeBetween(x, y int64) bool {
	return t.has(x) && t.has(y) && x != y && t[x][y] > 0
}

// Edge returns the tie of two rows, or nil.
func (t ties) Edge(x, y int64) graph.Edge { return t.EdgeBetween(x, y) }

// EdgeBetween is Edge: ties have no direction.
func (t ties) EdgeBetween(x, y int64) graph.Edge {
	if !t.HasEdgeBetween(x, y) {
		return nil
	}
	return tie{node(x), node(y), t[x][y]}
}

// WeightedEdge is Edge with its weight.
func (t ties) WeightedEdge(x, y int64) graph.WeightedEdge { return t.WeightedEdgeBetween(x, y) }

// WeightedEdgeBetween is WeightedEdge: ties have no direction.
func (t ties) WeightedEdgeBetween(x, y int64) graph.WeightedEdge {
	if !t.HasEdgeBetween(x, y) {
		return nil
	}
	return tie{node(x), node(y), t[x][y]}
}

// Weight returns the tie of two rows; a row has none with itself.
func (t ties) Weight(x, y int64) (w float64, ok bool) {
	if !t.HasEdgeBetween(x, y) {
		return 0, x == y
	}
	return t[x][y], true
}

// total is the sum of all ties.
func (t ties) total() (sum float64) {
	for _, row := range t {
		for _, x := range row {
			sum += x
		}
	}
	return sum
}
