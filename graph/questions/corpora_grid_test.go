package questions_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// The cells of a grid are the oracle's positions of its rows.
func TestGridsEqualTheOracle(t *testing.T) {
	t.Parallel()
	eachCorpus(t, func(t *testing.T, _ *rand.Rand, s *ledger.Snapshot, o oracle) {
		g, err := questions.BuildGrid(s, o.f, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, "version and day", []any{s.Version, o.asOf}, []any{g.Version, g.AsOf})
		compareGrid(t, o, g)
	})
}

func TestGridOfSomeEqualsTheOracle(t *testing.T) {
	t.Parallel()
	eachCorpus(t, func(t *testing.T, _ *rand.Rand, s *ledger.Snapshot, o oracle) {
		g, err := questions.BuildGrid(s, o.f, []string{"west", "ana", "pundit"}, []string{"talks", "border"})
		if err != nil {
			t.Fatal(err)
		}
		compareGrid(t, o, g)
		// The same memory again, for another question.
		o = newOracle(o.Corpus, questions.Filter{Rule: questions.RuleMajority})
		if err := g.Fill(s, o.f); err != nil {
			t.Fatal(err)
		}
		compareGrid(t, o, g)
	})
}

// Rows that several workers share are those of one worker, and of On, by every
// rule.
func TestLargeGridIsMadeOfPositions(t *testing.T) {
	t.Parallel()
	s := ledgertest.Bulk(1, ledgertest.Size{Statements: 6000, Actors: 200, Propositions: 20}).Build()
	day := s.LastDay() - 1500
	for _, rule := range questions.Rules {
		for _, f := range []questions.Filter{{AsOf: &day, Rule: rule}, {AsOf: &day, Rule: rule, Certain: true}, {AsOf: &day, Rule: rule, Modes: []string{"quote"}}, {AsOf: &day, Rule: rule, MinStatements: 2}} {
			g := must(questions.BuildGrid(s, f, nil, nil))(t)
			compareWithPositions(t, s, f, g)
		}
	}
}

// Sums run over into the next bits where an actor has many statements, and a
// cell can have too many to be summed up: neither shows.
func TestGridOfLongRunsIsMadeOfPositions(t *testing.T) {
	t.Parallel()
	c := ledgertest.Bulk(1, ledgertest.Size{Statements: 150_000, Actors: 1, Propositions: 10})
	for i := range c.Statements[:40_000] {
		c.Statements[i].Issue, c.Statements[i].Proposition = c.Codebook.Issues[0].ID, c.Codebook.Issues[0].Propositions[0].ID
	}
	s := c.Build()
	for _, rule := range questions.Rules {
		f := questions.Filter{Rule: rule}
		compareWithPositions(t, s, f, must(questions.BuildGrid(s, f, nil, nil))(t))
	}
}

func compareWithPositions(t *testing.T, s *ledger.Snapshot, f questions.Filter, g *questions.Grid) {
	t.Helper()
	for i, who := range g.Actors {
		for j, proposition := range g.Propositions {
			p, c := questions.On(s, f, who, false, proposition), g.Cell(i, j)
			value, ok := c.Value()
			if p.Band != c.Band() || p.N != int(c.N) || p.Of != int(c.Of) || ok != (p.Value != nil) || ok && value != *p.Value ||
				p.Possible != c.Possible() || p.AsSignatory != c.AsSignatory() || p.Signed != c.Signed() || p.ShareAccepted != c.ShareAccepted() ||
				p.AgeDays != c.AgeDays(g.AsOf) || !p.First.IsZero() && (c.First != p.First.Earliest() || c.Last != p.Last.Latest()) {
				t.Fatalf("%s: %s on %s: cell %+v, position of %d statements %v", f.Values().Encode(), who, proposition, *c, p.N, p.Value)
			}
		}
	}
}

func compareGrid(t *testing.T, o oracle, g *questions.Grid) {
	t.Helper()
	for i, who := range g.Actors {
		for j, proposition := range g.Propositions {
			p, c := o.position(who, false, proposition), g.Cell(i, j)
			got := questions.Position{Actor: who, Issue: p.Issue, Proposition: proposition, AsOf: g.AsOf, Band: c.Band(), Rule: g.Rule, HalfLife: g.HalfLife,
				N: int(c.N), Of: int(c.Of), AgeDays: c.AgeDays(g.AsOf), Stale: c.Stale(g.AsOf, o.f.Stale), Mixed: c.Mixed(), Possible: c.Possible(), AsSignatory: c.AsSignatory(),
				Signed: c.Signed(), ShareAccepted: c.ShareAccepted(),
				// What a grid does not have:
				Reports: p.Reports, First: p.First, Last: p.Last, LeftOut: p.LeftOut, Speakers: p.Speakers, Statements: p.Statements, Deciding: p.Deciding}
			if value, ok := c.Value(); ok {
				got.Value = &value
			}
			compare(t, fmt.Sprintf("%s on %s", who, proposition), p, got)
			first, last := schema.MaxDay, schema.MaxDay
			if !p.First.IsZero() {
				first, last = p.First.Earliest(), p.Last.Latest()
			}
			compare(t, "first and last day of "+who+" on "+proposition, []schema.Day{first, last}, days(c))
		}
	}
}

func days(c *questions.GridCell) []schema.Day {
	if c.N == 0 {
		return []schema.Day{schema.MaxDay, schema.MaxDay}
	}
	return []schema.Day{c.First, c.Last}
}

// Two rows agree as far as the oracle's positions do.
func TestAgreementsEqualTheOracle(t *testing.T) {
	t.Parallel()
	eachCorpus(t, func(t *testing.T, _ *rand.Rand, s *ledger.Snapshot, o oracle) {
		g := must(questions.BuildGrid(s, o.f, ledgertest.Actors[:5], ledgertest.Propositions))(t)
		pairs := g.Agreements()
		if len(pairs) != 10 {
			t.Fatalf("%d pairs of 5 rows", len(pairs))
		}
		for _, pair := range pairs {
			var sum, n float64
			for _, p := range ledgertest.Propositions {
				a, b := o.position(g.Actors[pair.A], false, p), o.position(g.Actors[pair.B], false, p)
				if a.Value != nil && b.Value != nil {
					sum, n = sum+1-math.Abs(*a.Value-*b.Value)/2, n+1
				}
			}
			if pair.Shared != int(n) || n > 0 && math.Abs(pair.Value-sum/n) > 1e-9 || n == 0 && !math.IsNaN(pair.Value) {
				t.Fatalf("%s and %s: got %+v, want %g over %g", g.Actors[pair.A], g.Actors[pair.B], pair, sum/n, n)
			}
		}
	})
}

func gridStatement(id, actor, date string, confidence float64, signed ...string) schema.Statement {
	return schema.Statement{ID: id, Actor: actor, Proposition: "new-dam", Issue: "water", Stance: schema.Support, Date: schema.MustDate(date),
		Signatories: signed, Status: schema.StatusAccepted, Confidence: confidence, Source: id, Coder: "anna"}
}

// What is signed may be older than all that an actor said by its first day
// alone.
func TestGridFindsTheFirstDayAmongSignatures(t *testing.T) {
	t.Parallel()
	s := ledger.Build(lakeDispute(t), nil, []schema.Statement{gridStatement("a", "norden", "2025-05-16", 1), gridStatement("b", "norden", "2025-05-20", 1),
		gridStatement("c", "sueden", "2025-05-10/2025-05-16", 1, "norden")})
	g := must(questions.BuildGrid(s, questions.Filter{}, []string{"norden"}, []string{"new-dam"}))(t)
	if c := g.Cell(0, 0); c.First.String() != "2025-05-10" || c.Last.String() != "2025-05-20" || c.N != 3 || c.Signed() != 1 || c.AsSignatory() {
		t.Errorf("got %+v", *c)
	}
}

// Confidences that the columns cannot tell apart are told apart by the records.
func TestGridComparesConfidencesExactly(t *testing.T) {
	t.Parallel()
	const under = 0.499995
	if ledger.Quantise(under) != ledger.Quantise(0.5) {
		t.Fatal("the columns tell them apart: this test needs two that they cannot")
	}
	s := ledger.Build(lakeDispute(t), nil, []schema.Statement{gridStatement("a", "norden", "2025-05-16", under), gridStatement("b", "norden", "2025-05-16", 0.5)})
	g := must(questions.BuildGrid(s, questions.Filter{MinConfidence: 0.5}, []string{"norden"}, []string{"new-dam"}))(t)
	if c := g.Cell(0, 0); c.N != 1 || c.Of != 2 {
		t.Errorf("got %d of %d", c.N, c.Of)
	}
}

func TestGridRefusesWhatDoesNotExist(t *testing.T) {
	t.Parallel()
	s := ledger.Build(lakeDispute(t), nil, nil)
	for what, ask := range map[string]func() (*questions.Grid, error){
		"actor": func() (*questions.Grid, error) {
			return questions.BuildGrid(s, questions.Filter{}, []string{"nordn"}, nil)
		},
		"proposition": func() (*questions.Grid, error) {
			return questions.BuildGrid(s, questions.Filter{}, nil, []string{"new-dan"})
		},
	} {
		if _, err := ask(); schema.KindOf(err) != schema.KindNotFound {
			t.Errorf("%s: got %v", what, err)
		}
	}
	if _, err := questions.BuildGrid(s, questions.Filter{Rule: "loudest"}, nil, nil); schema.KindOf(err) != schema.KindUsage {
		t.Errorf("rule: got %v", err)
	}
	// Registered, and silent: a row without a statement, not an error.
	g, err := questions.BuildGrid(s, questions.Filter{}, []string{"norden"}, []string{"new-dam"})
	if err != nil || g.Cell(0, 0).Band() != questions.BandNone || g.Cell(0, 0).AgeDays(g.AsOf) != 0 {
		t.Errorf("silent actor: %+v, %v", g, err)
	}
}
