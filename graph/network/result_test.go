package network_test

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/schema"
)

func TestResultAsJSON(t *testing.T) {
	t.Parallel()
	r := network.Result{Rows: []string{"A"}, Cols: []string{"x", "y"}, Matrix: network.Matrix{{0.5, math.NaN()}}, Statements: 3}
	got, err := json.Marshal(&r)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"rows":["A"],"cols":["x","y"],"matrix":[[0.5,null]],"statements":3,"left_out":{`; !strings.HasPrefix(string(got), want) {
		t.Errorf("got  %s\nwant %s...", got, want)
	}
	r.Start = network.Clock{Time: time.Date(2005, 1, 26, 9, 30, 0, 0, time.UTC)}
	if got, _ := json.Marshal(&r); !strings.Contains(string(got), `"start":"2005-01-26T09:30:00"`) {
		t.Errorf("got %s", got)
	}
}

func TestEmptyTableIsAnEmptyNetwork(t *testing.T) {
	t.Parallel()
	table := network.NewTable(nil, nil, map[string]network.Column{"actor": {}, "concept": {}})
	r, err := network.Compute(t.Context(), table, spec(func(*network.Spec) {}))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := json.Marshal(r); !strings.HasPrefix(string(got), `{"rows":[],"cols":[],"matrix":[],"statements":0`) {
		t.Errorf("got %s", got)
	}
	slices, err := network.Slices(t.Context(), table, spec(func(s *network.Spec) { s.TimeWindow = network.Days }))
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range slices {
		t.Error("a window over nothing", err)
	}
}

func spec(change func(*network.Spec)) network.Spec {
	s := network.Defaults()
	s.Var1, s.Var2, s.Qualifier = "actor", "concept", ""
	change(&s)
	return s
}

// big is a table whose actors all speak once, on the concepts in turn.
func big(actors, concepts int) *network.Table {
	events := make([]network.Event, actors)
	columns := map[string]network.Column{"actor": {Values: make([]string, actors)}, "concept": {Values: make([]string, actors)}}
	for i := range events {
		at := time.Unix(int64(i)*86400, 0).UTC()
		events[i] = network.Event{ID: strconv.Itoa(i), First: at, Last: at}
		columns["actor"].Values[i], columns["concept"].Values[i] = strconv.Itoa(i), strconv.Itoa(i%concepts)
	}
	return network.NewTable(events, nil, columns)
}

func TestNetworksAreBounded(t *testing.T) {
	t.Parallel()
	_, err := network.Compute(t.Context(), big(9000, 10), spec(func(s *network.Spec) { s.Network = network.OneMode }))
	if schema.KindOf(err) != schema.KindUsage || schema.HintOf(err) == "" || !strings.Contains(err.Error(), "9000 times 9000") {
		t.Errorf("a large matrix: %v", err)
	}
	_, err = network.Slices(t.Context(), big(9000, 10), spec(func(s *network.Spec) { s.TimeWindow, s.WindowSize = network.Seconds, 1 }))
	if schema.KindOf(err) != schema.KindUsage || schema.HintOf(err) == "" || !strings.Contains(err.Error(), "window of seconds") {
		t.Errorf("many windows: %v", err)
	}
}

func TestLongWindowsOverLongRangesEnd(t *testing.T) {
	t.Parallel()
	for _, unit := range network.Units[1:] {
		slices, err := network.Slices(t.Context(), big(9000, 10), spec(func(s *network.Spec) { s.TimeWindow, s.WindowSize = unit, 1_000_000_000 }))
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range slices {
			t.Errorf("%s: a window longer than the range, %v", unit, err)
		}
	}
}

func TestCombineHasAtMost53Levels(t *testing.T) {
	t.Parallel()
	table := func(levels int) *network.Table {
		c := map[string]network.Column{"actor": {}, "concept": {}, "weight": {Kind: network.Integer}}
		events := make([]network.Event, levels)
		for i := range events {
			events[i].ID = strconv.Itoa(i)
			for name, v := range map[string]string{"actor": strconv.Itoa(i), "concept": "x", "weight": strconv.Itoa(i)} {
				column := c[name]
				column.Values = append(column.Values, v)
				c[name] = column
			}
		}
		return network.NewTable(events, nil, c)
	}
	combine := spec(func(s *network.Spec) { s.Qualifier, s.Aggregation = "weight", network.Combine })
	r, err := network.Compute(t.Context(), table(53), combine)
	if err != nil || r.Matrix[0][0] != 1<<52 {
		t.Errorf("53 levels: %v, %v", r, err)
	}
	if _, err := network.Compute(t.Context(), table(54), combine); schema.KindOf(err) != schema.KindUsage {
		t.Errorf("54 levels: %v", err)
	}
	combine.Compat = true // 32-bit integers: what is too large is the largest
	r, err = network.Compute(t.Context(), table(54), combine)
	if err != nil || r.Matrix[0][0] != math.MaxInt32 || r.Matrix[slices.Index(r.Rows, "53")][0] != 1 {
		t.Errorf("54 levels in DNA: %v, %v", r, err)
	}
}

func TestCancelledNetworks(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	table := big(10, 2)
	if _, err := network.Compute(ctx, table, spec(func(s *network.Spec) { s.Network = network.OneMode })); !errors.Is(err, context.Canceled) {
		t.Errorf("one-mode: %v", err)
	}
	slices, err := network.Slices(ctx, table, spec(func(s *network.Spec) { s.TimeWindow, s.WindowSize = network.Days, 1 }))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, err := range slices {
		if n++; !errors.Is(err, context.Canceled) {
			t.Errorf("slice: %v", err)
		}
	}
	if n != 1 {
		t.Errorf("%d slices after the end", n)
	}
}

func TestListCarriesAllVariables(t *testing.T) {
	t.Parallel()
	listed, err := network.List(big(3, 2), spec(func(s *network.Spec) { s.Duplicates = network.AcrossRange }))
	if err != nil || len(listed) != 3 {
		t.Fatalf("got %v, %v", listed, err)
	}
	got, err := json.Marshal(listed[2])
	if want := `{"id":"2","time":"1970-01-03T00:00:00","doc":"","start":0,"end":0,"values":{"actor":"2","concept":"0"}}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v\nwant %s", got, err, want)
	}
}
