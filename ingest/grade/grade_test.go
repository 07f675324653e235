package grade

import (
	"testing"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

func TestModeFollowsTheManual(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		found Findings
		want  schema.Mode
	}{
		{Findings{Kind: attribute.Says, Part: lexis.Verb, Quoted: true, Document: true}, schema.ModeQuote},
		{Findings{Kind: attribute.Says, Part: lexis.Verb, Document: true}, schema.ModeDocument},
		{Findings{Kind: attribute.Says, Part: lexis.Verb, Class: lexis.Deed}, schema.ModeAction},
		{Findings{Kind: attribute.Credit}, schema.ModeQuote},
		{Findings{Kind: attribute.Says, Part: lexis.Verb}, schema.ModeIndirect},
		{Findings{Kind: attribute.Owns}, schema.ModeNarrative},
	} {
		if got, _ := Grade(c.found); got != c.want {
			t.Errorf("%+v: got %s, want %s", c.found, got, c.want)
		}
	}
}

func TestEveryInferenceCostsConfidence(t *testing.T) {
	t.Parallel()
	_, best := Grade(Findings{Polar: true, Near: true, Quoted: true})
	_, worst := Grade(Findings{Kind: attribute.Owns, Back: true, Anaphor: true, Unknown: true, Relays: 3})
	if best <= 0.8 || worst >= 0.3 || worst < 0.05 {
		t.Errorf("best %.2f, worst %.2f", best, worst)
	}
}

func TestOnceKeepsStatedDatesAndBothSides(t *testing.T) {
	t.Parallel()
	s := func(start int, stance schema.Stance, date string, basis schema.DateBasis) Candidate {
		return Candidate{Statement: schema.Statement{Start: start, End: start + 5, Actor: "a", Proposition: "p", Stance: stance, Date: schema.MustDate(date), DateBasis: basis, Mode: schema.ModeIndirect}}
	}
	got := Once([]Candidate{
		s(0, schema.Support, "2031-04-09", schema.DateArticle), s(10, schema.Support, "2031-04-07", schema.DateStated),
		s(20, schema.ConditionalSupport, "2031-04-07", schema.DateStated), s(30, schema.Support, "2031-04-08", schema.DateStated),
		s(40, schema.Oppose, "2031-04-09", schema.DateArticle),
	})
	if len(got) != 3 || got[0].Start != 20 || got[1].Start != 30 || got[2].Start != 40 {
		t.Errorf("got %+v", got)
	}
}

func TestOnceKeepsTheFullestReportAndTheLastOfEquals(t *testing.T) {
	t.Parallel()
	c := func(start int, f Findings) Candidate {
		return Candidate{Statement: schema.Statement{Start: start, Actor: "a", Proposition: "p", Stance: schema.Support}, Clarity: Clarity(f)}
	}
	full := Findings{Named: true, Dated: true, Sided: true}
	again := Findings{Sided: true, Quoted: true} // "the statement also stressed the '…'"
	for _, list := range [][]Candidate{
		{c(7, full), c(20, again)}, {c(7, again), c(7, full), c(30, Findings{Named: true, Example: true})}, {c(1, full), c(7, full)},
	} {
		if got := Once(list); len(got) != 1 || got[0].Start != 7 {
			t.Errorf("got %+v", got)
		}
	}
}

func TestBothSignsOfOnePassageAreNotDecided(t *testing.T) {
	t.Parallel()
	a := schema.Statement{Start: 0, End: 9, Actor: "a", Proposition: "p", Stance: schema.Support, Confidence: 0.8}
	b, other := a, a
	b.Stance, other.Start = schema.Oppose, 4
	sure, open := Contradictions([]schema.Statement{a, b, other})
	if len(sure) != 1 || sure[0].Start != 4 || len(open) != 2 || open[0].Reason == "" || open[0].Confidence != Open {
		t.Errorf("got %v and %v", sure, open)
	}
}
