package network

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Ego is the part of a network around one node: the node, those that it has
// ties with and, in a one-mode network, the ties among these. The name is a
// label of a row or a column. What was counted is that of the whole network.
//
// An error is of kind not-found and names labels that are near.
func Ego(r *Result, name string) (*Result, error) {
	row, col := slices.Index(r.Rows, name), slices.Index(r.Cols, name)
	if row < 0 && col < 0 {
		all := slices.Values(slices.Concat(r.Rows, r.Cols))
		return nil, schema.Errorf(schema.KindNotFound, "take a label of the network as it is printed", "ego %q: no node of this name%s", name, schema.DidYouMean(name, all))
	}
	rows, cols := make([]bool, len(r.Rows)), make([]bool, len(r.Cols))
	for i := range r.Matrix {
		for j, x := range r.Matrix[i] {
			if (i == row || j == col) && x != 0 {
				rows[i], cols[j] = true, true
			}
		}
	}
	if row >= 0 {
		rows[row] = true
	}
	if col >= 0 {
		cols[col] = true
	}
	part := *r
	if slices.Equal(r.Rows, r.Cols) { // one-mode: the same nodes on both sides
		cols = rows
	}
	part.Rows, part.Cols, part.Matrix = chosen(r.Rows, rows), chosen(r.Cols, cols), nil
	for _, cells := range chosen(r.Matrix, rows) {
		part.Matrix = append(part.Matrix, chosen(cells, cols))
	}
	return part.filled(), nil
}

func chosen[T any](list []T, wanted []bool) []T {
	var some []T
	for i, x := range list {
		if wanted[i] {
			some = append(some, x)
		}
	}
	return some
}
