package network_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/schema"
)

func TestEgoIsANodeWithItsNeighbours(t *testing.T) {
	t.Parallel()
	one := &network.Result{Rows: []string{"a", "b", "c", "d"}, Cols: []string{"a", "b", "c", "d"}, Statements: 9,
		Matrix: network.Matrix{{0, 1, 2, 0}, {1, 0, 3, 4}, {2, 3, 0, 0}, {0, 4, 0, 0}}}
	two := &network.Result{Rows: []string{"a", "b", "c"}, Cols: []string{"x", "y"}, Matrix: network.Matrix{{1, 0}, {-1, 2}, {0, 0}}}
	for _, c := range []struct {
		of         *network.Result
		name       string
		rows, cols []string
		matrix     network.Matrix
	}{
		{one, "a", []string{"a", "b", "c"}, []string{"a", "b", "c"}, network.Matrix{{0, 1, 2}, {1, 0, 3}, {2, 3, 0}}},
		{two, "a", []string{"a"}, []string{"x"}, network.Matrix{{1}}},
		{two, "x", []string{"a", "b"}, []string{"x"}, network.Matrix{{1}, {-1}}},
		{two, "c", []string{"c"}, []string{}, network.Matrix{nil}},
	} {
		got, err := network.Ego(c.of, c.name)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff([]any{c.rows, c.cols, c.matrix, c.of.Statements}, []any{got.Rows, got.Cols, got.Matrix, got.Statements}); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
	_, err := network.Ego(two, "z")
	if schema.KindOf(err) != schema.KindNotFound || schema.HintOf(err) == "" {
		t.Errorf("got %v", err)
	}
}
