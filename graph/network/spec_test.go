package network_test

import (
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/schema"
)

func TestSpecRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"actor", "agreement", "policy solution", "x=y"})
		instant := func(label string) time.Time {
			return time.Unix(rapid.Int64Range(-60e9, 250e9).Draw(t, label), 0).UTC()
		}
		want := network.Spec{
			Network: rapid.SampledFrom(network.Modes).Draw(t, "network"), Var1: name.Draw(t, "var1"), Var2: name.Draw(t, "var2"),
			Qualifier:   rapid.SampledFrom([]string{"", "agreement", "weight"}).Draw(t, "qualifier"),
			Aggregation: rapid.SampledFrom(network.Aggregations).Draw(t, "aggregation"), Normalization: rapid.SampledFrom(network.Normalizations).Draw(t, "normalization"),
			Duplicates: rapid.SampledFrom(network.DuplicateRules).Draw(t, "duplicates"), Isolates: rapid.Bool().Draw(t, "isolates"),
			TimeWindow: rapid.SampledFrom(network.Units).Draw(t, "unit"), WindowSize: rapid.IntRange(1, 1000).Draw(t, "size"),
			Week: rapid.SampledFrom(network.WeekNumberings).Draw(t, "week"), Compat: rapid.Bool().Draw(t, "compat"),
			StatementType: rapid.SampledFrom([]string{"", "DNA Statement"}).Draw(t, "type"),
		}
		if rapid.Bool().Draw(t, "bounded") {
			want.From = instant("from")
			want.Until = want.From.Add(time.Duration(rapid.Int64Range(0, 1e6).Draw(t, "seconds")) * time.Second)
		}
		if rapid.Bool().Draw(t, "excludes") {
			want.Excludes = []network.Pair{{Variable: "actor", Value: rapid.String().Draw(t, "value")}}
			want.Only = []network.Pair{{Variable: "concept", Value: "a=b, c"}, {Variable: "concept", Value: ""}}
		}
		got, err := network.ParseSpec(want.Values())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v\nfrom %v", got, want, want.Values())
		}
	})
}

func TestSpecDefaultsAreThoseOfDNA(t *testing.T) {
	t.Parallel()
	got, err := network.ParseSpec(url.Values{"actor": {"putin"}, "network": {""}})
	if err != nil || !reflect.DeepEqual(got, network.Defaults()) || len(got.Values()) > 0 {
		t.Errorf("got %+v, %v, %v", got, got.Values(), err)
	}
	if got, _ := network.ParseSpec(url.Values{"qualifier": {""}}); got.Qualifier != "" {
		t.Errorf("an empty qualifier is %q and not none", got.Qualifier)
	}
}

func TestSpecErrorsListWhatThereIs(t *testing.T) {
	t.Parallel()
	_, err := network.ParseSpec(url.Values{
		"network": {"onemod"}, "normalization": {"mean"}, "duplicates": {"week", "month"}, "isolates": {"maybe"}, "window-size": {"x"}, "compat": {"DNA"},
	})
	for _, want := range []string{
		`network "onemod": expected twomode, onemode, eventlist; did you mean onemode`,
		`normalization "mean": expected no, activity, prominence, average, jaccard, cosine, cosine_fixed`,
		`duplicates "month": expected one value, found 2`,
		`isolates "maybe": expected true or false`, `window-size "x": expected a whole number`, `compat "DNA": expected dna; did you mean dna?`,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in:\n%v", want, err)
		}
	}
	if schema.KindOf(err) != schema.KindUsage || schema.HintOf(err) == "" {
		t.Errorf("kind %q, hint %q", schema.KindOf(err), schema.HintOf(err))
	}
}

func TestUntilADayIsItsEnd(t *testing.T) {
	t.Parallel()
	s, err := network.ParseSpec(url.Values{"from": {"2005-01-26"}, "until": {"2005-01-26"}})
	if err != nil || s.Until.Sub(s.From) != 24*time.Hour-time.Second {
		t.Errorf("from %v until %v, %v", s.From, s.Until, err)
	}
}

func TestEveryOptionIsDescribed(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, p := range network.Parameters() {
		if seen[p.Name] || p.Help == "" || strings.ToLower(p.Help) != p.Help && !strings.Contains(p.Help, "Analyzer") && !strings.Contains(p.Help, "T09") {
			t.Errorf("option %s: %q", p.Name, p.Help)
		}
		seen[p.Name] = true
	}
}
