package network_test

import (
	"math"
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/network"
)

// random is a small table with its rows at hand.
type random struct {
	table *network.Table
	rows  []randomRow
}

type randomRow struct {
	actor, concept, weight string
	agree                  string
}

func drawTable(t *rapid.T) random {
	var r random
	n := rapid.IntRange(0, 25).Draw(t, "statements")
	columns := map[string]network.Column{"actor": {}, "concept": {}, "weight": {Kind: network.Integer}, "agree": {Kind: network.Boolean}}
	add := func(name, v string) {
		c := columns[name]
		c.Values = append(c.Values, v)
		columns[name] = c
	}
	var events []network.Event
	for i := range n {
		row := randomRow{
			actor: rapid.SampledFrom([]string{"A", "B", "C", "D"}).Draw(t, "actor"), concept: rapid.SampledFrom([]string{"x", "y", "z"}).Draw(t, "concept"),
			weight: strconv.Itoa(rapid.IntRange(-2, 2).Draw(t, "weight")), agree: rapid.SampledFrom([]string{"0", "1"}).Draw(t, "agree"),
		}
		r.rows = append(r.rows, row)
		at := time.Unix(int64(rapid.IntRange(0, 60).Draw(t, "day"))*86400, 0).UTC()
		events = append(events, network.Event{ID: strconv.Itoa(i), First: at, Last: at, Doc: strconv.Itoa(rapid.IntRange(0, 3).Draw(t, "document"))})
		add("actor", row.actor)
		add("concept", row.concept)
		add("weight", row.weight)
		add("agree", row.agree)
	}
	r.table = network.NewTable(events, nil, columns)
	return r
}

func drawSpec(t *rapid.T, mode network.Mode, aggregations []network.Aggregation, norms []network.Normalization) network.Spec {
	s := network.Defaults()
	s.Network, s.Var1, s.Var2 = mode, "actor", "concept"
	s.Qualifier = rapid.SampledFrom([]string{"agree", "weight"}).Draw(t, "qualifier")
	s.Aggregation = rapid.SampledFrom(aggregations).Draw(t, "aggregation")
	s.Normalization = rapid.SampledFrom(norms).Draw(t, "normalization")
	return s
}

func mustCompute(t *rapid.T, table *network.Table, s network.Spec) *network.Result {
	r, err := network.Compute(t.Context(), table, s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// number is q of the definitions, with -1 and +1 for a boolean.
func (r randomRow) number(qualifier string) float64 {
	if qualifier == "agree" {
		return map[string]float64{"0": -1, "1": 1}[r.agree]
	}
	q, _ := strconv.ParseFloat(r.weight, 64)
	return q
}

// The two-mode definitions, statement by statement.
func TestTwoModeEqualsItsDefinition(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := drawTable(t)
		s := drawSpec(t, network.TwoMode, []network.Aggregation{network.Ignore, network.Subtract}, []network.Normalization{network.No, network.Activity, network.Prominence})
		got := mustCompute(t, r.table, s)
		for i, actor := range got.Rows {
			for j, concept := range got.Cols {
				var cell, divisor float64
				for _, row := range r.rows {
					if row.actor == actor && row.concept == concept {
						cell += map[bool]float64{true: 1, false: row.number(s.Qualifier)}[s.Aggregation == network.Ignore]
					}
					if s.Normalization == network.Activity && row.actor == actor || s.Normalization == network.Prominence && row.concept == concept {
						divisor++
					}
				}
				near(t, got.Matrix[i][j], over(cell, divisor, s.Normalization))
			}
		}
	})
}

// The one-mode definitions, pair of statements by pair of statements.
func TestOneModeEqualsItsDefinition(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := drawTable(t)
		s := drawSpec(t, network.OneMode, []network.Aggregation{network.Ignore, network.Congruence, network.Conflict, network.Subtract}, []network.Normalization{network.No, network.Average})
		got := mustCompute(t, r.table, s)
		spread := r.spread(s.Qualifier)
		for i, one := range got.Rows {
			for j, two := range got.Rows {
				if i == j {
					near(t, got.Matrix[i][j], 0)
					continue
				}
				near(t, got.Matrix[i][j], over(r.tie(one, two, s, spread), float64(r.said(one)+r.said(two))/2, s.Normalization))
			}
		}
	})
}

func (r random) tie(one, two string, s network.Spec, spread float64) (w float64) {
	for _, a := range r.rows {
		for _, b := range r.rows {
			if a.actor != one || b.actor != two || a.concept != b.concept {
				continue
			}
			d := math.Abs(a.number(s.Qualifier) - b.number(s.Qualifier))
			if spread > 0 {
				d /= spread
			}
			w += map[network.Aggregation]float64{network.Ignore: 1, network.Congruence: 1 - d, network.Conflict: d, network.Subtract: 1 - 2*d}[s.Aggregation]
		}
	}
	return w
}

func (r random) spread(qualifier string) float64 {
	if qualifier == "agree" {
		return 2
	}
	var numbers []float64
	for _, row := range r.rows {
		numbers = append(numbers, row.number(qualifier))
	}
	if len(numbers) == 0 {
		return 0
	}
	return slices.Max(numbers) - slices.Min(numbers)
}

func (r random) said(actor string) (n int) {
	for _, row := range r.rows {
		if row.actor == actor {
			n++
		}
	}
	return n
}

func over(cell, divisor float64, n network.Normalization) float64 {
	switch {
	case n == network.No:
		return cell
	case divisor == 0:
		return 0
	}
	return cell / divisor
}

func near(t *rapid.T, got, want float64) {
	if math.Abs(got-want) > 1e-9 {
		t.Fatalf("got %v, want %v", got, want)
	}
}
