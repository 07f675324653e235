package questions_test

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

var seed = flag.Uint64("seed", 0, "run the generated corpora with this seed alone (or set STANCEGRAPH_SEED)")

// seeds are the corpora to run: all, or the one that is asked for.
func seeds(t *testing.T) []uint64 {
	one := *seed
	if text := os.Getenv("STANCEGRAPH_SEED"); text != "" {
		one = must(strconv.ParseUint(text, 10, 64))(t)
	}
	if one != 0 {
		return []uint64{one}
	}
	all := make([]uint64, corpora)
	for i := range all {
		all[i] = uint64(i + 1)
	}
	return all
}

// eachCorpus runs a check on every generated corpus with a filter of its own.
func eachCorpus(t *testing.T, check func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle)) {
	t.Helper()
	for _, seed := range seeds(t) {
		r := rand.New(rand.NewPCG(seed, 0))
		c := ledgertest.Generate(r, 1+r.IntN(40))
		f := randomFilter(r, c)
		ok := t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) { check(t, r, c.Build(), newOracle(c, f)) })
		if !ok {
			t.Fatalf("go test ./graph/questions -run '%s' -seed %d\nfilter: %s", t.Name(), seed, f.Values().Encode())
		}
	}
}

// randomFilter sets every part of a filter now and then, seldom many at once.
func randomFilter(r *rand.Rand, c ledgertest.Corpus) questions.Filter {
	seldom := func() bool { return r.IntN(6) == 0 }
	some := func(values ...string) []string {
		if !seldom() {
			return nil
		}
		list := make([]string, 1+r.IntN(2))
		for i := range list {
			list[i] = values[r.IntN(len(values))]
		}
		return list
	}
	day := func() *schema.Day {
		if !seldom() {
			return nil
		}
		d := schema.MustDate("2025-04-29").Latest() + schema.Day(r.IntN(40))
		return &d
	}
	f := questions.Filter{Actors: some(ledgertest.Actors...), Groups: some("east", "west", "union", "ministry", "ana"), Issues: some(ledgertest.Issues...),
		Propositions: some(ledgertest.Propositions...), Sources: some(c.Sources[0].ID, c.Sources[1].Doc, "A/RES/1"), Outlets: some(ledgertest.Outlets...),
		Coders: some("anna", "rules", "rules/1"), Modes: some("quote", "document", "action"), Statuses: some("accepted", "proposed", "rejected"),
		Independent: r.IntN(4) == 0,
		From:        day(), Until: day(), AsOf: day(), KnownBy: day(), Certain: seldom(), Rule: append([]string{""}, questions.Rules...)[r.IntN(5)], HalfLife: []int{0, 1, 7, 400}[r.IntN(4)]}
	if f.AsOf == nil && r.IntN(2) == 0 { // more often than the rest
		d := schema.MustDate("2025-05-01").Latest() + schema.Day(r.IntN(35))
		f.AsOf = &d
	}
	if seldom() {
		f.Stances, f.Acts, f.Years = some("1", "0.5", "0", "-0.5", "-1"), some("demand", "offer", "accept", "report"), some("2024", "2025", questions.Undated)
	}
	if seldom() { // most of it keeps nothing out
		f.Not = questions.Exclusion{Actors: some(ledgertest.Actors...), Groups: some("east", "west", "union", "ministry", "ana"), Issues: some(ledgertest.Issues...),
			Propositions: some(ledgertest.Propositions...), Sources: some(c.Sources[0].ID, c.Sources[1].Doc, "A/RES/1"), Outlets: some(ledgertest.Outlets...),
			Coders: some("anna", "rules", "rules/1"), Modes: some("quote", "document", "action"), Statuses: some("accepted", "proposed"),
			Stances: some("1", "0", "-1"), Acts: some("demand", "offer", "accept"), Years: some("2024", questions.Undated)}
	}
	if seldom() {
		f.MinConfidence, f.Stale = float64(r.IntN(9))/8, r.IntN(20)
	}
	if r.IntN(4) == 0 {
		f.MinStatements = 1 + r.IntN(3)
	}
	return f
}

// same compares answers: dates by what they mean, values but for rounding.
var same = cmp.Options{
	cmp.Comparer(func(a, b schema.Date) bool {
		return a.IsZero() == b.IsZero() && a.Earliest() == b.Earliest() && a.Latest() == b.Latest()
	}),
	cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }),
}

func compare(t *testing.T, what string, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got, same); d != "" {
		t.Fatalf("%s (-oracle +answer):\n%s", what, d)
	}
}
