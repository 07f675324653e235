package picture_test

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func networkSpec(mode network.Mode, a network.Aggregation) network.Spec {
	s := network.Defaults()
	s.Network, s.Var1, s.Var2, s.Qualifier, s.Aggregation = mode, "actor", "proposition", "stance", a
	return s
}

func networkOf(t testing.TB, s *ledger.Snapshot, spec network.Spec) *network.Result {
	t.Helper()
	r, err := network.Compute(t.Context(), network.FromLedger(s, questions.Select(s, questions.Filter{})), spec)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func drawNetwork(t testing.TB, r *network.Result, spec picture.NetworkSpec) *picture.Scene {
	t.Helper()
	scene, err := picture.Network(r, spec, caption)
	if err != nil {
		t.Fatal(err)
	}
	return scene
}

// Every tie of the answer is drawn once with its amount, and every node is
// there, with ties or without.
func TestNetworkDrawsEveryNodeAndTie(t *testing.T) {
	t.Parallel()
	s := fixture(t)
	for _, spec := range []network.Spec{networkSpec(network.TwoMode, network.Subtract), networkSpec(network.OneMode, network.Congruence), networkSpec(network.OneMode, network.Subtract)} {
		r := networkOf(t, s, spec)
		var want []string
		for i, row := range r.Matrix {
			for j, x := range row {
				if x != 0 && (spec.Network == network.TwoMode || j > i) {
					want = append(want, fmt.Sprintf("%s \u2013 %s: %s", r.Rows[i], r.Cols[j], strings.Replace(fmt.Sprintf("%g", math.Round(x*1000)/1000), "-", "\u2212", 1)))
				}
			}
		}
		svg := read(t, written(t, drawNetwork(t, r, picture.NetworkSpec{Spec: spec}), picture.SVG))
		var got, nodes []string
		for _, title := range svg.titles("g") {
			if strings.Contains(title, " \u2013 ") {
				got = append(got, title)
			} else {
				name, _, _ := strings.Cut(title, ": ")
				nodes = append(nodes, name)
			}
		}
		all := r.Rows
		if spec.Network == network.TwoMode {
			all = slices.Concat(r.Rows, r.Cols)
		}
		for _, list := range [][]string{got, want, nodes} {
			slices.Sort(list)
		}
		if !slices.Equal(got, want) || len(got) == 0 {
			t.Errorf("ties\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if !slices.Equal(nodes, slices.Sorted(slices.Values(all))) {
			t.Errorf("nodes %q, want %q", nodes, all)
		}
	}
}

func TestNetworkIsTheSameForTheSameSeed(t *testing.T) {
	t.Parallel()
	spec := networkSpec(network.OneMode, network.Congruence)
	r := networkOf(t, fixture(t), spec)
	parts, err := network.Communities(r, 1)
	if err != nil {
		t.Fatal(err)
	}
	draw := func(seed uint64) []byte {
		return written(t, drawNetwork(t, r, picture.NetworkSpec{Spec: spec, Communities: parts, Seed: seed}), picture.SVG)
	}
	if !bytes.Equal(draw(1), draw(1)) {
		t.Error("one seed gives two pictures")
	}
	if bytes.Equal(draw(1), draw(2)) {
		t.Error("the seed has no effect")
	}
}

func TestNetworkRefusesWhatItCannotShow(t *testing.T) {
	t.Parallel()
	crowd := &network.Result{}
	for i := range 151 {
		crowd.Rows = append(crowd.Rows, fmt.Sprint(i))
		crowd.Matrix = append(crowd.Matrix, make([]float64, 151))
	}
	crowd.Cols = crowd.Rows
	pair := func(x float64) *network.Result {
		return &network.Result{Rows: []string{"a", "b"}, Cols: []string{"a", "b"}, Matrix: network.Matrix{{0, x}, {x, 0}}}
	}
	one := networkSpec(network.OneMode, network.Congruence)
	for want, c := range map[string]struct {
		r    *network.Result
		spec network.Spec
	}{
		"151 nodes: one picture shows at most 150":                 {crowd, one},
		"nothing to draw: no statement makes a network":            {&network.Result{}, one},
		`the tie of "a" and "b" is no number`:                      {pair(math.NaN()), one},
		"the aggregation combine gives codes, which have no width": {pair(1), networkSpec(network.TwoMode, network.Combine)},
	} {
		_, err := picture.Network(c.r, picture.NetworkSpec{Spec: c.spec}, caption)
		if err == nil || err.Error() != want || schema.HintOf(err) == "" {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
