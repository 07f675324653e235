package questions_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// parties are those who are heard in a statement and pass the filter.
func (o oracle) parties(st schema.Statement) []string {
	var list []string
	if o.reason(heard{st, st.Actor, false}) == "" {
		list = append(list, st.Actor)
	}
	for _, signer := range st.Signatories {
		if signer != st.Actor && !slices.Contains(list, signer) && o.reason(heard{st, signer, true}) == "" {
			list = append(list, signer)
		}
	}
	return list
}

// inConflict holds two statements against the definitions of the package
// comment, day by day where days matter.
func (o oracle) inConflict(x, y schema.Statement, window int) (kind string, actor string, groups []string) {
	xs, ys := o.parties(x), o.parties(y)
	oneSource, sameActor := x.Source == y.Source, x.Actor == y.Actor && slices.Contains(xs, x.Actor) && slices.Contains(ys, y.Actor)
	common := ""
	for _, p := range xs {
		if common == "" && slices.Contains(ys, p) {
			common = p
		}
	}
	allowed := window
	switch {
	case sameActor && !oneSource:
		kind, actor = "two reports", x.Actor
	case sameActor:
		kind, actor, allowed = "one report", x.Actor, 0
		if countIf(x.Mode == "narrative")+countIf(y.Mode == "narrative") == 1 {
			kind = "text and table"
			if x.Mode == "narrative" && x.DateBasis == "article" || y.Mode == "narrative" && y.DateBasis == "article" {
				allowed = window
			}
		}
	case common != "":
		kind, actor = "signatory", common
		if oneSource {
			allowed = 0
		}
	case slices.Contains(xs, x.Actor) && slices.Contains(ys, y.Actor):
		for _, g := range ledgertest.Actors {
			if o.speaksFor(x, g) && o.speaksFor(y, g) && o.asksFor(g) {
				kind, groups = "two speakers", append(groups, g)
			}
		}
	}
	if kind == "" || !o.near(x.Date, y.Date, allowed) {
		return "", "", nil
	}
	return kind, actor, groups
}

func (o oracle) speaksFor(st schema.Statement, g string) bool {
	return st.Actor == g || o.in(st.Actor, g, st.Date) || st.OnBehalfOf == g || st.OnBehalfOf != "" && o.in(st.OnBehalfOf, g, st.Date)
}

// near reports whether two dates may be, or with dates=certain are, at most so
// many days apart: whether widening one by them makes it touch the other.
func (o oracle) near(a, b schema.Date, days int) bool {
	from, to := int64(a.Earliest())-int64(days), int64(a.Latest())+int64(days)
	touches := from <= int64(b.Latest()) && int64(b.Earliest()) <= to
	return touches && (!o.f.Certain || o.surely(a, b, days))
}

func (o oracle) surely(a, b schema.Date, days int) bool {
	for _, x := range []schema.Day{a.Earliest(), a.Latest()} {
		for _, y := range []schema.Day{b.Earliest(), b.Latest()} {
			if d := int64(x) - int64(y); d > int64(days) || -d > int64(days) {
				return false
			}
		}
	}
	return true
}

// reportedOnce are the statements in which somebody is heard, where it is asked
// without those that report an utterance again; and how many these are.
func (o oracle) reportedOnce() (statements []schema.Statement, relayed int) {
	for _, p := range ledgertest.Propositions {
		var list []heard
		for _, st := range o.Statements {
			if st.Proposition == p && o.askedIssue(p) != "" && len(o.parties(st)) > 0 {
				list = append(list, heard{st, st.Actor, false})
			}
		}
		first := list
		if o.f.Independent {
			first = o.firstReports(list)
		}
		relayed += len(list) - len(first)
		for _, h := range first {
			statements = append(statements, h.Statement)
		}
	}
	return statements, relayed
}

func TestConflictsEqualTheOracle(t *testing.T) {
	t.Parallel()
	kinds := map[questions.ConflictKind]int{}
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		o.f.MinStatements = 0
		window := oneOf(r, 0, 1, 7, 40)
		want, recoded := map[string]bool{}, 0
		statements, relayed := o.reportedOnce()
		for i, x := range statements {
			for _, y := range statements[:i] {
				if x.Proposition != y.Proposition || x.Stance.Value()*y.Stance.Value() >= 0 || o.askedIssue(x.Proposition) == "" {
					continue
				}
				a, b := x, y
				if x.Stance.Value() < 0 {
					a, b = y, x // the first party of the supporting statement is named
				}
				passage := x.Source == y.Source && x.Overlaps(&y)
				kind, actor, groups := o.inConflict(a, b, window)
				switch sameDate := x.Date.Earliest() == y.Date.Earliest() && x.Date.Latest() == y.Date.Latest(); {
				case kind == "":
				case passage && x.Actor == y.Actor && x.Coder == y.Coder && !(sameDate && x.Date.IsZero() == y.Date.IsZero()):
				case passage && (x.Coder != y.Coder || x.Codebook != y.Codebook):
					recoded++
				default:
					pair := []string{x.ID, y.ID}
					slices.Sort(pair)
					slices.Sort(groups)
					want[fmt.Sprint(kind, " ", actor, groups, pair)] = true
				}
			}
		}
		list, err := questions.Conflicts(s, o.f, questions.ConflictSpec{Window: window})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]bool{}
		for _, c := range list.Conflicts {
			kinds[c.Kind]++
			a, b := c.First.Statement, c.Second.Statement
			if later(a.Date, b.Date) || a.Date.IsZero() != b.Date.IsZero() && b.Date.IsZero() {
				t.Fatalf("the second of %s and %s is older", a.Date, b.Date)
			}
			if c.Possible == o.surely(a.Date, b.Date, window) && c.Kind == questions.ConflictTwoReports {
				t.Fatalf("%s and %s within %d days: possible %v", a.Date, b.Date, window, c.Possible)
			}
			pair := []string{a.ID, b.ID}
			slices.Sort(pair)
			slices.Sort(c.Groups)
			got[fmt.Sprint(c.Kind, " ", c.Actor, c.Groups, pair)] = true
		}
		compare(t, "conflicts", want, got)
		compare(t, "each pair once; recoded; relayed", []int{len(want), recoded, relayed}, []int{len(list.Conflicts), list.Recoded, list.Relayed})
	})
	for _, kind := range questions.ConflictKinds {
		if allCorpora(t) && kinds[kind] == 0 {
			t.Errorf("no corpus has a conflict of kind %s", kind)
		}
	}
}

// Where reports of one utterance count once, so do their conflicts.
func TestConflictsOfRelayedReports(t *testing.T) {
	t.Parallel()
	c := &caseFile{t: t, cb: lakeDispute(t)}
	for i, line := range []struct{ id, source, stance string }{{"a", "s1", "1"}, {"b", "s2", "1"}, {"c", "s3", "-1"}} {
		st := c.statement([]string{line.id, "norden", "new-dam", line.stance, "2025-05-01"}, map[string][]string{"source": {line.source}})
		st.Evidence = []string{"Norden builds the dam now.", "Norden builds the dam now!", "Norden wants no dam."}[i]
		c.statements = append(c.statements, st)
	}
	s := ledger.Build(c.cb, nil, c.statements)
	for _, once := range []bool{false, true} {
		list, err := questions.Conflicts(s, questions.Filter{Independent: once}, questions.ConflictSpec{})
		if want := 2 - countIf(once); err != nil || len(list.Conflicts) != want {
			t.Errorf("independent %v: %d conflicts, %v; want %d", once, len(list.Conflicts), err, want)
		}
	}
	if _, err := questions.Conflicts(s, questions.Filter{}, questions.ConflictSpec{Window: -1}); schema.KindOf(err) != schema.KindUsage {
		t.Errorf("a negative window: %v", err)
	}
}
