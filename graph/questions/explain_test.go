package questions_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// An explanation accounts for every statement of the pool, and blames the
// parameters that, given alone, keep a statement out.
func TestExplanationsEqualTheOracle(t *testing.T) {
	t.Parallel()
	empty, blamed := map[string]int{}, map[string]int{}
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		who, group, p := oneOf(r, o.askable()...), r.IntN(2) == 0, oneOf(r, ledgertest.Propositions...)
		list, err := questions.Explain(s, o.f, questions.CellRef{Actor: who, Group: group, Proposition: p})
		if err != nil {
			t.Fatal(err)
		}
		e := list[0]
		compare(t, "position", o.position(who, group, p), e.Position)
		pool := o.pool(who, group, p)
		counted, _ := o.judge(pool)
		compare(t, "counted", idsOf(counted), passageIDs(slices.Concat(e.Deciding, e.Counted)))
		compare(t, "deciding", len(e.Position.Deciding), len(e.Deciding))
		compare(t, "independent", len(o.utterances(counted)), e.Independent.Utterances)
		var left []string
		for _, x := range e.LeftOut {
			left = append(left, fmt.Sprintf("%s: %s %v", x.Statement.ID, x.Reason, x.Parameters))
			for _, name := range x.Parameters {
				blamed[name]++
			}
		}
		slices.Sort(left)
		compare(t, "left out", o.excuses(pool, counted), left)
		more := 0
		if !group {
			more = len(o.pool(who, true, p)) - len(pool)
		}
		compare(t, "as group", more, e.AsGroup)
		compare(t, "empty", len(counted) == 0, e.Empty != "")
		empty[e.Empty]++
		if !strings.Contains(strings.Join(e.Words, "\n"), " as of "+o.asOf.String()) {
			t.Fatalf("words %q", e.Words)
		}
	})
	for _, why := range []string{"", questions.EmptyNothing, string(questions.ReasonFiltered), string(questions.ReasonLater), string(questions.ReasonTooFew), string(questions.ReasonRejected)} {
		if allCorpora(t) && empty[why] == 0 {
			t.Errorf("no cell is empty because %q", why)
		}
	}
	if allCorpora(t) && len(blamed) < 8 {
		t.Errorf("only %v keep statements out", blamed)
	}
}

// askable are all who may be asked about: the codebook's and those who speak.
func (o oracle) askable() []string {
	list := slices.Clone(ledgertest.Actors[:11])
	for _, st := range o.Statements {
		if strings.HasPrefix(st.Actor, "NEW:") {
			list = append(list, st.Actor)
		}
	}
	return list
}

func (o oracle) excuses(pool []heard, counted []heard) []string {
	var list []string
	for _, h := range pool {
		why, names := o.reason(h), []string{}
		switch {
		case why == "" && len(counted) == 0:
			why = questions.ReasonTooFew
		case why == "" && !slices.Contains(idsOf(counted), h.ID):
			why = questions.ReasonRelayed
		}
		if why == questions.ReasonFiltered {
			for _, one := range onlyOne(o.f) {
				alone := o
				alone.f = one.f
				if !alone.passes(h) {
					names = append(names, one.name)
				}
			}
		}
		if why != "" {
			list = append(list, fmt.Sprintf("%s: %s %v", h.ID, why, names))
		}
	}
	slices.Sort(list)
	return list
}

type oneParameter struct {
	name string
	f    questions.Filter
}

// onlyOne is a filter taken apart, in the order of the parameters.
func onlyOne(f questions.Filter) []oneParameter {
	return []oneParameter{
		{"actor", questions.Filter{Actors: f.Actors}}, {"group", questions.Filter{Groups: f.Groups}}, {"issue", questions.Filter{Issues: f.Issues}},
		{"proposition", questions.Filter{Propositions: f.Propositions}}, {"source", questions.Filter{Sources: f.Sources}}, {"outlet", questions.Filter{Outlets: f.Outlets}},
		{"coder", questions.Filter{Coders: f.Coders}}, {"mode", questions.Filter{Modes: f.Modes}}, {"status", questions.Filter{Statuses: f.Statuses}},
		{"stance", questions.Filter{Stances: f.Stances}}, {"act", questions.Filter{Acts: f.Acts}}, {"year", questions.Filter{Years: f.Years}},
		{"min-confidence", questions.Filter{MinConfidence: f.MinConfidence}}, {"from", questions.Filter{From: f.From}}, {"until", questions.Filter{Until: f.Until}},
		{"known-by", questions.Filter{KnownBy: f.KnownBy}},
		{"not-actor", questions.Filter{Not: questions.Exclusion{Actors: f.Not.Actors}}},
		{"not-group", questions.Filter{Not: questions.Exclusion{Groups: f.Not.Groups}}},
		{"not-issue", questions.Filter{Not: questions.Exclusion{Issues: f.Not.Issues}}},
		{"not-proposition", questions.Filter{Not: questions.Exclusion{Propositions: f.Not.Propositions}}},
		{"not-source", questions.Filter{Not: questions.Exclusion{Sources: f.Not.Sources}}},
		{"not-outlet", questions.Filter{Not: questions.Exclusion{Outlets: f.Not.Outlets}}},
		{"not-coder", questions.Filter{Not: questions.Exclusion{Coders: f.Not.Coders}}},
		{"not-mode", questions.Filter{Not: questions.Exclusion{Modes: f.Not.Modes}}},
		{"not-status", questions.Filter{Not: questions.Exclusion{Statuses: f.Not.Statuses}}},
		{"not-stance", questions.Filter{Not: questions.Exclusion{Stances: f.Not.Stances}}},
		{"not-act", questions.Filter{Not: questions.Exclusion{Acts: f.Not.Acts}}},
		{"not-year", questions.Filter{Not: questions.Exclusion{Years: f.Not.Years}}},
	}
}

func TestExplainFindsUnresolvedActors(t *testing.T) {
	t.Parallel()
	c := &caseFile{t: t, cb: lakeDispute(t)}
	for id, who := range map[string]string{"a": "NEW:Minister Ånestad", "b": "NEW:Åse Ånested", "c": "NEW:The mayor", "d": "NEW:Åse Ånestad"} {
		proposition := "new-dam"
		if id == "d" {
			proposition = "shared-lake"
		}
		c.statements = append(c.statements, c.statement([]string{id, who, proposition, "1", "2025-05-01"}, nil))
	}
	s := ledger.Build(c.cb, nil, c.statements)
	list, err := questions.Explain(s, questions.Filter{}, questions.CellRef{Actor: "ånestad", Proposition: "new-dam"})
	if err != nil {
		t.Fatal(err)
	}
	// "Minister Ånestad" is farther from "Åse Ånestad" than a misspelling is.
	if want := []questions.Unresolved{{Actor: "NEW:Åse Ånested", N: 1}}; !slices.Equal(list[0].Unresolved, want) {
		t.Errorf("got %v, want %v", list[0].Unresolved, want)
	}
	if list[0].Empty != questions.EmptyNothing || !slices.ContainsFunc(list[0].Words, func(w string) bool { return strings.Contains(w, `by "NEW:Åse Ånested"`) }) {
		t.Errorf("got %q, %q", list[0].Empty, list[0].Words)
	}
}

func TestFindCell(t *testing.T) {
	t.Parallel()
	s := ledger.Build(lakeDispute(t), nil, nil)
	for _, c := range []struct {
		actor, subject, rows string
		want                 questions.CellRef
		err                  string
	}{
		{"norden", "new-dam", "", questions.CellRef{Actor: "norden", Group: true, Proposition: "new-dam"}, ""},
		{"Norden", "new-dam", "actors", questions.CellRef{Actor: "norden", Proposition: "new-dam"}, ""},
		{"The envoy", "The border", "", questions.CellRef{Actor: "envoy", Issue: "border"}, ""},
		{"envoy", "Patrols are joint", "groups", questions.CellRef{Actor: "envoy", Group: true, Proposition: "joint-patrol"}, ""},
		{"the south", "new-dam", "", questions.CellRef{Actor: "sueden", Group: true, Proposition: "new-dam"}, ""},
		{"envoi", "new-dam", "", questions.CellRef{}, `actor "envoi": no actor of this ID or label; did you mean envoy?`},
		{"envoy", "new-damm", "", questions.CellRef{}, `proposition or issue "new-damm": no proposition or issue of this ID or label; did you mean new-dam?`},
		{"envoy", "watr", "", questions.CellRef{}, `did you mean water?`},
		{"envoy", "new-dam", "people", questions.CellRef{}, `rows "people": expected groups or actors`},
	} {
		got, err := questions.FindCell(s, c.actor, c.subject, questions.Rows(c.rows))
		if c.err != "" {
			if err == nil || !strings.Contains(err.Error(), c.err) || schema.KindOf(err) != schema.KindUsage {
				t.Errorf("%s, %s: got %v, want %s", c.actor, c.subject, err, c.err)
			}
		} else if err != nil || got != c.want {
			t.Errorf("%s, %s: got %+v, %v", c.actor, c.subject, got, err)
		}
	}
}
