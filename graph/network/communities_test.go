package network_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/schema"
)

// Two triangles with one thin tie between them, and a node alone. Modularity
// by hand: 2m = 14, each triangle 6/14 - (7/14) squared.
func TestCommunities(t *testing.T) {
	t.Parallel()
	names := []string{"a", "b", "c", "d", "e", "f", "g"}
	m := make(network.Matrix, len(names))
	for i := range m {
		m[i] = make([]float64, len(names))
	}
	for _, tie := range [][2]int{{0, 2}, {0, 4}, {2, 4}, {1, 3}, {1, 5}, {3, 5}, {4, 5}} {
		m[tie[0]][tie[1]], m[tie[1]][tie[0]] = 1, 1
	}
	r := &network.Result{Rows: names, Cols: names, Matrix: m}
	p, err := network.Communities(r, 1)
	if err != nil {
		t.Fatal(err)
	}
	if want := []int{0, 1, 0, 1, 0, 1, 2}; !slices.Equal(p.Of, want) || p.Count != 3 {
		t.Errorf("got %v, want %v", p.Of, want)
	}
	if want := 2 * (6.0/14 - 0.25); math.Abs(p.Modularity-want) > 1e-12 {
		t.Errorf("modularity %v, want %v", p.Modularity, want)
	}
}

func TestCommunitiesAreRepeatable(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := mustCompute(t, drawTable(t).table, drawSpec(t, network.OneMode, oneModeAggregations[:3], oneModeNorms))
		seed := rapid.Uint64().Draw(t, "seed")
		first, err := network.Communities(r, seed)
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			if again, _ := network.Communities(r, seed); !slices.Equal(first.Of, again.Of) || first.Modularity != again.Modularity {
				t.Fatalf("got %v, then %v", first, again)
			}
		}
		if len(first.Of) != len(r.Rows) || len(r.Rows) > 0 && (first.Of[0] != 0 || slices.Max(first.Of) != first.Count-1) {
			t.Fatalf("numbered %v, %d", first.Of, first.Count)
		}
	})
}

func TestCommunitiesNeedTies(t *testing.T) {
	t.Parallel()
	two := []string{"a", "b"}
	for name, r := range map[string]*network.Result{
		"two-mode": {Rows: two, Cols: []string{"x", "y"}, Matrix: network.Matrix{{0, 1}, {1, 0}}},
		"negative": {Rows: two, Cols: two, Matrix: network.Matrix{{0, -1}, {-1, 0}}},
		"NaN":      {Rows: two, Cols: two, Matrix: network.Matrix{{0, math.NaN()}, {math.NaN(), 0}}},
	} {
		if _, err := network.Communities(r, 1); schema.KindOf(err) != schema.KindUsage || schema.HintOf(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	lone, err := network.Communities(&network.Result{Rows: two, Cols: two, Matrix: network.Matrix{{0, 0}, {0, 0}}}, 1)
	if err != nil || !slices.Equal(lone.Of, []int{0, 1}) || lone.Modularity != 0 {
		t.Errorf("without ties: %+v, %v", lone, err)
	}
}
