package questions_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// codings are those of one coder that the coder did not replace.
func (o oracle) codings(name string) []schema.Statement {
	alone := o.coderAlone(name)
	alone.f.Coders = nil
	var list []schema.Statement
	for _, st := range alone.Statements {
		voices := []heard{{st, st.Actor, false}}
		for _, signer := range st.Signatories {
			voices = append(voices, heard{st, signer, true})
		}
		in := o.f.AsOf == nil || st.Date.Earliest() <= *o.f.AsOf && (!o.f.Certain || st.Date.Latest() <= *o.f.AsOf)
		if why := alone.standing[st.ID]; in && (why == "" || why == questions.ReasonRejected) && slices.ContainsFunc(voices, alone.passes) {
			list = append(list, st)
		}
	}
	return list
}

// pairUp takes the best pair there is, again and again.
func pairUp(left, right []schema.Statement) (pairs [][2]schema.Statement, onlyLeft, onlyRight []schema.Statement) {
	for {
		var best [2]int
		var rank []string
		for i, l := range left {
			for j, r := range right {
				if l.Source != r.Source || l.Actor != r.Actor || l.Proposition != r.Proposition || !l.Overlaps(&r) {
					continue
				}
				shared := max(0, min(l.End, r.End)-max(l.Start, r.Start))
				apart := 1 - countIf(l.Date.IsZero() == r.Date.IsZero() && l.Date.Earliest() == r.Date.Earliest() && l.Date.Latest() == r.Date.Latest())
				now := []string{fmt.Sprintf("%06d %d %06d %06d", 100000-shared, apart, l.Start, r.Start), l.ID, r.ID}
				if rank == nil || slices.Compare(now, rank) < 0 {
					rank, best = now, [2]int{i, j}
				}
			}
		}
		if rank == nil {
			return pairs, left, right
		}
		pairs = append(pairs, [2]schema.Statement{left[best[0]], right[best[1]]})
		left, right = without(left, best[0]), without(right, best[1])
	}
}

func without(list []schema.Statement, i int) []schema.Statement {
	return slices.Delete(slices.Clone(list), i, i+1)
}

// alphaOf compares every pair of values with every other, as alpha is defined:
// one less the disagreement inside units over that among all values. It is NaN
// where that is not defined.
func alphaOf(pairs [][2]schema.Statement, distance func(values []float64, a, b float64) float64) float64 {
	var values []float64
	for _, p := range pairs {
		values = append(values, p[0].Stance.Value(), p[1].Stance.Value())
	}
	var observed, expected float64
	for _, p := range pairs {
		observed += distance(values, p[0].Stance.Value(), p[1].Stance.Value()) / float64(len(pairs))
	}
	for i, a := range values {
		for j, b := range values {
			if i != j {
				expected += distance(values, a, b) / float64(len(values)*(len(values)-1))
			}
		}
	}
	if expected == 0 {
		return math.NaN()
	}
	return 1 - observed/expected
}

func nominal(_ []float64, a, b float64) float64 { return float64(countIf(a != b)) }

// ordinal counts the values between two: those of the ends by half.
func ordinal(values []float64, a, b float64) float64 {
	between := 0.0
	for _, v := range values {
		switch {
		case a == b:
		case v == a || v == b:
			between += 0.5
		case v > min(a, b) && v < max(a, b):
			between++
		}
	}
	return between * between
}

func TestAgreementEqualsTheOracle(t *testing.T) {
	t.Parallel()
	common, defined := 0, 0
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		left, right := "anna", oneOf(r, "Ben Bell", "rules", "rules/1")
		got, err := questions.Agreement(s, o.f, left, right)
		if err != nil {
			if strings.Contains(err.Error(), "no coder of this ID") {
				return
			}
			t.Fatal(err)
		}
		pairs, l, rr := pairUp(o.codings(left), o.codings(right))
		compareAgreed(t, "all", pairs, l, rr, got.Agreed)
		differ := 0
		for _, p := range pairs {
			differ += countIf(p[0].Stance != p[1].Stance)
		}
		compare(t, "differences", differ, len(got.Differences))
		common, defined = common+len(pairs), defined+countIf(got.Ordinal.Value != nil)
		for _, issue := range got.Issues {
			on := func(st schema.Statement) bool {
				p, _ := o.Codebook.Proposition(st.Proposition)
				return slices.Contains(p.Issues, issue.Issue)
			}
			compareAgreed(t, issue.Issue, slices.DeleteFunc(slices.Clone(pairs), func(p [2]schema.Statement) bool { return !on(p[0]) }),
				only(l, on), only(rr, on), issue.Agreed)
		}
	})
	if allCorpora(t) && (common < 30 || defined < 10) {
		t.Errorf("%d common units, %d alphas: too few to tell", common, defined)
	}
}

func only(list []schema.Statement, is func(schema.Statement) bool) []schema.Statement {
	return slices.DeleteFunc(slices.Clone(list), func(st schema.Statement) bool { return !is(st) })
}

func compareAgreed(t *testing.T, what string, pairs [][2]schema.Statement, left, right []schema.Statement, got questions.Agreed) {
	t.Helper()
	compare(t, what+": units", []int{len(pairs), len(left), len(right)}, []int{got.Units.Common, got.Units.OnlyLeft, got.Units.OnlyRight})
	for _, c := range []struct {
		want float64
		got  questions.Coefficient
	}{{alphaOf(pairs, nominal), got.Nominal}, {alphaOf(pairs, ordinal), got.Ordinal}, {sameOf(pairs), got.Same}, {kappaOf(pairs), got.Kappa}} {
		if math.IsNaN(c.want) != (c.got.Value == nil) || (c.got.Value == nil) == (c.got.Undefined == "") || c.got.Value != nil && math.Abs(*c.got.Value-c.want) > 1e-9 {
			t.Fatalf("%s: %v, want %v", what, c.got, c.want)
		}
	}
	for i, row := range got.Confusion {
		for j, n := range row {
			want := len(slices.DeleteFunc(slices.Clone(pairs), func(p [2]schema.Statement) bool {
				return p[0].Stance != schema.Stances[i] || p[1].Stance != schema.Stances[j]
			}))
			compare(t, what+": confusion", want, n)
		}
	}
}

// sameOf is the share of pairs of one stance; not a number without a pair.
func sameOf(pairs [][2]schema.Statement) float64 {
	same := 0
	for _, p := range pairs {
		same += countIf(p[0].Stance == p[1].Stance)
	}
	return float64(same) / float64(len(pairs))
}

// kappaOf takes for chance that every coding of the one meets every one of the
// other.
func kappaOf(pairs [][2]schema.Statement) float64 {
	met := 0
	for _, p := range pairs {
		for _, q := range pairs {
			met += countIf(p[0].Stance == q[1].Stance)
		}
	}
	chance := float64(met) / float64(len(pairs)*len(pairs))
	return (sameOf(pairs) - chance) / (1 - chance)
}

// Fifty applications that two readers say yes or no to: 20 twice yes, 15 twice
// no, 5 yes and no, 10 no and yes. They agree on 0.7, and by chance on 0.5.
func TestKappaOfAnExample(t *testing.T) {
	t.Parallel()
	var c questions.Confusion
	c[4][4], c[0][0], c[4][0], c[0][4] = 20, 15, 5, 10
	if same, kappa := c.Same(), c.Kappa(); math.Abs(*same.Value-0.7) > 1e-12 || math.Abs(*kappa.Value-0.4) > 1e-12 {
		t.Errorf("got %v and %v, want 0.7 and 0.4", *same.Value, *kappa.Value)
	}
}

// The binary example of two coders of Krippendorff, Computing Krippendorff's
// Alpha-Reliability (2011): ten units, four of them in disagreement,
// 14 values of one kind and 6 of the other.
func TestAlphaOfKrippendorffsExample(t *testing.T) {
	t.Parallel()
	var c questions.Confusion
	for i, a := range []int{0, 1, 0, 0, 0, 0, 0, 0, 1, 0} {
		c[a][[]int{1, 1, 1, 0, 0, 1, 0, 0, 0, 0}[i]]++
	}
	if got := c.Nominal(); got.Value == nil || math.Abs(*got.Value-(1-19*4.0/84)) > 1e-12 || math.Round(*got.Value*1000) != 95 {
		t.Errorf("got %v, want 0.095", *got.Value)
	}
}

func TestCoefficientsAreNotAlwaysDefined(t *testing.T) {
	t.Parallel()
	var none, same, perfect questions.Confusion
	same[4][4] = 7
	perfect[0][0], perfect[4][4] = 2, 3
	for name, c := range map[string]struct {
		confusion questions.Confusion
		undefined string
	}{"no unit": {none, questions.NoCommonUnits}, "one value": {same, questions.NoVariation}, "perfect": {perfect, ""}} {
		for _, a := range []questions.Coefficient{c.confusion.Nominal(), c.confusion.Ordinal(), c.confusion.Kappa()} {
			if a.Undefined != c.undefined || (a.Value == nil) != (c.undefined != "") || a.Value != nil && *a.Value != 1 {
				t.Errorf("%s: got %+v", name, a)
			}
		}
	}
}

func TestAgreementsOfAllPairs(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 0))
	s := ledgertest.Generate(r, 60).Build()
	coders := s.Coders()
	all, err := questions.Agreements(s, questions.Filter{})
	if err != nil || len(coders) < 3 || len(all) != len(coders)*(len(coders)-1)/2 {
		t.Fatalf("%d coders, %d pairs, %v", len(coders), len(all), err)
	}
	for _, one := range all {
		again, err := questions.Agreement(s, questions.Filter{}, one.Left, one.Right)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, one.Left+" and "+one.Right, one, again)
	}
	if some, err := questions.Agreements(s, questions.Filter{Coders: []string{"rules", "anna"}}); err != nil || len(some) != 1 || some[0].Right != "rules" {
		t.Errorf("of two: %+v, %v", some, err)
	}
	for _, pair := range [][2]string{{"anna", "anna"}, {"anna", "nobody"}} {
		if _, err := questions.Agreement(s, questions.Filter{}, pair[0], pair[1]); schema.KindOf(err) != schema.KindUsage || schema.HintOf(err) == "" {
			t.Errorf("%v: %v", pair, err)
		}
	}
}
