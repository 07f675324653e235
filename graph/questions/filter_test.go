package questions_test

import (
	"net/url"
	"reflect"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// Every field of the filter has a parameter that sets it and prints it, so that
// a new field cannot be forgotten in the codec.
func TestEveryFieldHasAParameter(t *testing.T) {
	t.Parallel()
	c := &caseFile{t: t, cb: lakeDispute(t)}
	c.sources = append(c.sources, c.source([]string{"wire"}, url.Values{"outlet": {"Wire"}}))
	c.statements = append(c.statements, c.statement([]string{"a", "norden", "shared-lake", "1", "2025-05-01"}, url.Values{}))
	s := ledger.Build(c.cb, c.sources, c.statements)
	given := url.Values{"actor": {"norden", "sueden"}, "group": {"norden"}, "issue": {"water"}, "proposition": {"new-dam"}, "source": {"wire"},
		"outlet": {"Wire"}, "coder": {"anna"}, "mode": {"quote"}, "status": {"accepted"}, "stance": {"0.5", "-1"}, "act": {"reject"}, "year": {"2024", "undated"},
		"min-confidence": {"0.25"}, "from": {"2025-01-01"}, "until": {"2025-02-01"}, "as-of": {"2025-03-01"}, "known-by": {"2025-04-01"},
		"min-statements": {"2"}, "independent": {"yes"}, "dates": {"certain"}, "rule": {"decay"}, "half-life": {"45"}, "stale": {"30"}}
	for _, p := range questions.Parameters() {
		if p.Excludes != "" {
			given[p.Name] = given[p.Excludes]
		}
	}
	fields := reflect.TypeFor[questions.Filter]().NumField() - 1 + reflect.TypeFor[questions.Exclusion]().NumField()
	if len(questions.Parameters()) != len(given) || fields != len(given) {
		t.Fatalf("%d parameters, %d fields, %d values in this test: they belong together", len(questions.Parameters()), fields, len(given))
	}
	f, err := questions.ParseFilter(given, s)
	if err != nil {
		t.Fatal(err)
	}
	for i := range reflect.TypeFor[questions.Filter]().NumField() {
		if reflect.ValueOf(f).Field(i).IsZero() {
			t.Errorf("%s is not set", reflect.TypeFor[questions.Filter]().Field(i).Name)
		}
	}
	for i := range reflect.TypeFor[questions.Exclusion]().NumField() {
		if reflect.ValueOf(f.Not).Field(i).IsZero() {
			t.Errorf("not-... %s is not set", reflect.TypeFor[questions.Exclusion]().Field(i).Name)
		}
	}
	if got := f.Values().Encode(); got != given.Encode() {
		t.Errorf("got %s\nwant %s", got, given.Encode())
	}
	if f.IsZero() || !(questions.Filter{}).IsZero() {
		t.Error("only the zero filter is zero")
	}
}

func TestParametersOfPagesAreLeftAlone(t *testing.T) {
	t.Parallel()
	f, err := questions.ParseFilter(url.Values{"rows": {"actors"}, "actor": {""}, "as-of": {""}}, ledger.Build(nil, nil, nil))
	if err != nil || !f.IsZero() {
		t.Errorf("got %+v, %v; want the zero filter", f, err)
	}
}

func TestBadFilterIsAUsageErrorWithHint(t *testing.T) {
	t.Parallel()
	_, err := questions.ParseFilter(url.Values{"actor": {"nobody"}}, ledger.Build(nil, nil, nil))
	if schema.KindOf(err) != schema.KindUsage || schema.HintOf(err) == "" {
		t.Errorf("got %v of kind %q with hint %q", err, schema.KindOf(err), schema.HintOf(err))
	}
	_, err = questions.Positions(ledger.Build(nil, nil, nil), questions.Filter{Rule: "loudest"})
	if schema.KindOf(err) != schema.KindUsage {
		t.Errorf("rule: got %v", err)
	}
}

func TestUntilBeforeFromIsRefused(t *testing.T) {
	t.Parallel()
	s := ledger.Build(nil, nil, nil)
	_, err := questions.ParseFilter(url.Values{"from": {"2025-12-01"}, "until": {"2025-01-01"}}, s)
	if schema.KindOf(err) != schema.KindUsage || err.Error() != `until "2025-01-01": expected 2025-12-01, which is from, or later` {
		t.Errorf("got %v", err)
	}
	if _, err := questions.ParseFilter(url.Values{"from": {"2025-12-01"}, "until": {"2025-12-01"}}, s); err != nil {
		t.Errorf("one day alone: %v", err)
	}
}
