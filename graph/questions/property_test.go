package questions_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

var (
	someActors       = []string{"norden", "sueden", "lake-pact", "ånestad", "müller-n", "müller-s", "envoy", "NEW:Fishers Union"}
	somePropositions = []string{"shared-lake", "new-dam", "joint-patrol", "old-border"}
	someDates        = []string{"", "2025-05-01", "2025-05-02", "2025-05", "2025", "../2025-05-02", "2025-04-30/2025-05-02", "2025-05-02~"}
	someCoders       = []string{"anna", "rules/1", "rules/2"}
	someSources      = []string{"s1", "s2", "s3", "cited"}
)

// corpus draws a small ledger in which everything that keeps a statement from
// counting is likely.
func corpus(t *rapid.T, cb *schema.Codebook) ([]schema.Source, []schema.Statement) {
	sources := []schema.Source{
		{ID: "s1", Doc: "1.txt", Status: schema.SourceProposed, Outlet: "Wire", Published: schema.MustDate("2025-05-01"), Extracted: []string{"rules/2 lake-dispute/1"}},
		{ID: "s2", Doc: "2.txt", Status: schema.SourceCoded, Outlet: "Blog", Published: schema.MustDate("2025-05")},
		{ID: "s3", Doc: "3.txt", Status: schema.SourceRaw},
	}
	statements := make([]schema.Statement, rapid.IntRange(0, 12).Draw(t, "statements"))
	for i := range statements {
		p, _ := cb.Proposition(rapid.SampledFrom(somePropositions).Draw(t, "proposition"))
		start := rapid.IntRange(0, 4).Draw(t, "start")
		statements[i] = schema.Statement{
			ID: fmt.Sprintf("id-%02d", i), Actor: rapid.SampledFrom(someActors).Draw(t, "actor"),
			OnBehalfOf:  rapid.SampledFrom([]string{"", "", "norden", "sueden"}).Draw(t, "for"),
			Signatories: rapid.SliceOfN(rapid.SampledFrom(someActors), 0, 2).Draw(t, "signatories"),
			Proposition: p.ID, Issue: p.Issues[0], Stance: rapid.SampledFrom(schema.Stances[:]).Draw(t, "stance"),
			Date: schema.MustDate(rapid.SampledFrom(someDates).Draw(t, "date")), Mode: rapid.SampledFrom(schema.Modes).Draw(t, "mode"),
			Source: rapid.SampledFrom(someSources).Draw(t, "source"), Start: start, End: start + 2,
			Coder: rapid.SampledFrom(someCoders).Draw(t, "coder"), Codebook: "lake-dispute/1", Confidence: rapid.SampledFrom([]float64{0, 0.5, 1}).Draw(t, "confidence"),
			Status: rapid.SampledFrom(schema.Statuses).Draw(t, "status"),
		}
		if i > 0 && rapid.Bool().Draw(t, "is a revision") {
			statements[i].Revises = fmt.Sprintf("id-%02d", rapid.IntRange(0, i-1).Draw(t, "revises"))
		}
	}
	return sources, statements
}

func anyFilter(t *rapid.T) questions.Filter {
	some := func(name string, values []string) []string {
		list := rapid.SliceOfNDistinct(rapid.SampledFrom(values), 0, 2, rapid.ID).Draw(t, name)
		if len(list) == 0 || rapid.Bool().Draw(t, "no "+name) {
			return nil
		}
		return list
	}
	day := func(name string) *schema.Day {
		days := []schema.Day{schema.MustDate("2025-04-30").Latest(), schema.MustDate("2025-05-01").Latest(), schema.MustDate("2025-06-30").Latest()}
		return rapid.SampledFrom([]*schema.Day{nil, nil, &days[0], &days[1], &days[2]}).Draw(t, name)
	}
	return questions.Filter{
		Actors: some("actor", someActors[:3]), Groups: some("group", someActors[:3]), Issues: some("issue", []string{"water", "border"}),
		Propositions: some("proposition", somePropositions), Modes: some("mode", []string{"quote", "action"}), Statuses: some("status", []string{"accepted", "proposed"}),
		MinConfidence: rapid.SampledFrom([]float64{0, 0, 0.5}).Draw(t, "confidence"), From: day("from"), Until: day("until"), AsOf: day("as-of"), KnownBy: day("known-by"),
		MinStatements: rapid.IntRange(0, 2).Draw(t, "min"), Certain: rapid.Bool().Draw(t, "certain"),
		Rule: rapid.SampledFrom(append([]string{""}, questions.Rules...)).Draw(t, "rule"), HalfLife: rapid.SampledFrom([]int{0, 1, 30}).Draw(t, "half-life"), Stale: rapid.IntRange(0, 2).Draw(t, "stale"),
	}
}

// Every position accounts for every statement of its pool, and the evidence of
// its cell is the same account.
func TestPositionsAccountForEveryStatement(t *testing.T) {
	t.Parallel()
	cb := lakeDispute(t)
	rapid.Check(t, func(t *rapid.T) {
		sources, statements := corpus(t, cb)
		s, f := ledger.Build(cb, sources, statements), anyFilter(t)
		who, group := rapid.SampledFrom(someActors).Draw(t, "who"), rapid.Bool().Draw(t, "group")
		proposition := rapid.SampledFrom(somePropositions).Draw(t, "of")
		p := questions.On(s, f, who, group, proposition)
		left := 0
		for _, l := range p.LeftOut {
			left += l.N
		}
		if p.N+left != p.Of || p.N != len(p.Statements) || p.N > 0 && p.N < f.MinStatements {
			t.Fatalf("counts do not add up: %+v", p)
		}
		if (p.Band == questions.BandNone) != (p.N == 0) || (p.Value == nil) != (p.N == 0 || p.Mixed) || p.AgeDays < 0 {
			t.Fatalf("value, band and counts contradict each other: %+v", p)
		}
		if _, registered := cb.Actor(who); !registered && !slices.Contains(s.Actors(), who) && !slices.Contains(s.Signers(), who) {
			return // Evidence refuses names that name nobody
		}
		evidence, err := questions.Evidence(s, f, questions.CellRef{Actor: who, Group: group, Proposition: proposition})
		if err != nil {
			t.Fatal(err)
		}
		var counted, deciding []string
		for _, w := range evidence {
			if w.Counted {
				counted = append(counted, w.Statement.ID)
			}
			if w.Deciding {
				deciding = append(deciding, w.Statement.ID)
			}
		}
		slices.Sort(counted)
		slices.Sort(deciding)
		if len(evidence) != p.Of || !slices.Equal(counted, slices.Sorted(slices.Values(p.Statements))) || !slices.Equal(deciding, slices.Sorted(slices.Values(p.Deciding))) {
			t.Fatalf("evidence of %d, counted %v, deciding %v; position %+v", len(evidence), counted, deciding, p)
		}
	})
}

// The cells of a matrix are the positions of its rows, whatever order the
// statements came in, and N counts each statement once.
func TestMatrixIsMadeOfPositions(t *testing.T) {
	t.Parallel()
	cb := lakeDispute(t)
	rapid.Check(t, func(t *rapid.T) {
		sources, statements := corpus(t, cb)
		s, f := ledger.Build(cb, sources, statements), anyFilter(t)
		spec := questions.MatrixSpec{Rows: rapid.SampledFrom([]questions.Rows{questions.RowsActors, questions.RowsGroups}).Draw(t, "rows"),
			Issue: rapid.SampledFrom([]string{"", "water", "border"}).Draw(t, "issue")}
		m, err := questions.BuildMatrix(s, f, spec)
		if err != nil {
			t.Fatal(err)
		}
		counted := map[string]bool{}
		for _, r := range m.Rows {
			for i, c := range r.Cells {
				group := spec.Rows == questions.RowsGroups
				want := questions.Cell{}
				if spec.Issue == "" {
					ip := questions.OnIssue(s, f, r.ID, group, m.Columns[i].ID)
					want.Issue = &ip
				} else {
					p := questions.On(s, f, r.ID, group, m.Columns[i].ID)
					p.Issue = spec.Issue
					want.Position = &p
				}
				if d := cmp.Diff(want, c, cmp.Comparer(func(a, b schema.Date) bool { return a == b })); d != "" {
					t.Fatalf("%s, %s (-position +cell):\n%s", r.ID, m.Columns[i].ID, d)
				}
				collect(c, counted)
			}
		}
		if len(counted) != m.N || m.N > m.Of || m.Of > len(statements) {
			t.Fatalf("n %d of %d, cells count %d", m.N, m.Of, len(counted))
		}
		shuffle(t, statements)
		again, _ := questions.BuildMatrix(ledger.Build(cb, sources, statements), f, spec)
		if a, b := jsonOf(t, m), jsonOf(t, again); a != b {
			t.Fatalf("the order of statements changed the matrix:\n%s\n%s", a, b)
		}
	})
}

func collect(c questions.Cell, counted map[string]bool) {
	positions := []questions.Position{}
	if c.Position != nil {
		positions = append(positions, *c.Position)
	} else {
		positions = slices.Concat(c.Issue.Held, c.Issue.Rejected, c.Issue.Undecided, c.Issue.Mixed)
	}
	for _, p := range positions {
		for _, id := range p.Statements {
			counted[id] = true
		}
	}
}

func shuffle(t *rapid.T, statements []schema.Statement) {
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "shuffle"), 0))
	r.Shuffle(len(statements), func(i, j int) { statements[i], statements[j] = statements[j], statements[i] })
}

func jsonOf(t *rapid.T, v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A filter survives the URL.
func TestFilterRoundTrip(t *testing.T) {
	t.Parallel()
	s := ledger.Build(lakeDispute(t), nil, nil)
	rapid.Check(t, func(t *rapid.T) {
		f := anyFilter(t)
		if f.From != nil && f.Until != nil && *f.Until < *f.From { // which is refused
			f.From, f.Until = f.Until, f.From
		}
		got, err := questions.ParseFilter(f.Values(), s)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(f, got); d != "" {
			t.Fatalf("%s (-want +got):\n%s", f.Values().Encode(), d)
		}
	})
}
