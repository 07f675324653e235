package questions_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// described are the statements in which somebody is heard whom the filter lets
// through.
func (o oracle) described() []schema.Statement {
	var list []schema.Statement
	for _, st := range o.Statements {
		voices := []heard{{st, st.Actor, false}}
		for _, signer := range st.Signatories {
			voices = append(voices, heard{st, signer, true})
		}
		if slices.ContainsFunc(voices, o.passes) {
			list = append(list, st)
		}
	}
	return list
}

// figures counts those described and, of them, those that count as of the day.
func (o oracle) figures() [2]int {
	var n [2]int
	for _, st := range o.described() {
		n[0] += countIf(o.standing[st.ID] == "" && st.Date.Earliest() <= o.asOf && (!o.f.Certain || st.Date.Latest() <= o.asOf))
		n[1]++
	}
	return n
}

// inFacet is the filter that asks for one value of a dimension, and how that is
// asked for now.
func inFacet(f questions.Filter, name, value string) (one questions.Filter, chosen, excluded []string) {
	lists := map[string][2]*[]string{"actor": {&f.Actors, &f.Not.Actors}, "group": {&f.Groups, &f.Not.Groups}, "issue": {&f.Issues, &f.Not.Issues},
		"stance": {&f.Stances, &f.Not.Stances}, "act": {&f.Acts, &f.Not.Acts}, "outlet": {&f.Outlets, &f.Not.Outlets}, "mode": {&f.Modes, &f.Not.Modes},
		"coder": {&f.Coders, &f.Not.Coders}, "status": {&f.Statuses, &f.Not.Statuses}, "year": {&f.Years, &f.Not.Years}}
	asked, out := lists[name][0], lists[name][1]
	chosen, excluded = *asked, *out
	*asked, *out = []string{value}, nil
	return f, chosen, excluded
}

// valuesOf are all that a facet may have.
func (o oracle) valuesOf(name string) []string {
	var list []string
	switch name {
	case "actor":
		return ledgertest.Actors
	case "group":
		for _, a := range o.Codebook.Actors {
			if a.Kind.IsGroup() {
				list = append(list, a.ID)
			}
		}
	case "issue":
		return ledgertest.Issues
	case "stance":
		return []string{"1", "0.5", "0", "-0.5", "-1"}
	case "act":
		return terms(schema.Acts)
	case "outlet":
		return ledgertest.Outlets
	case "mode":
		return terms(schema.Modes)
	case "coder":
		return ledgertest.Coders
	case "status":
		return terms(schema.Statuses)
	case "year":
		for year := 2020; year < 2030; year++ {
			list = append(list, strconv.Itoa(year))
		}
		list = append(list, questions.Undated)
	}
	return list
}

func terms[T ~string](list []T) []string {
	var texts []string
	for _, one := range list {
		texts = append(texts, string(one))
	}
	return texts
}

// A value of a facet has the statements that the filter describes when it asks
// for that value instead.
func TestFacetsEqualTheOracle(t *testing.T) {
	t.Parallel()
	eachCorpus(t, func(t *testing.T, _ *rand.Rand, s *ledger.Snapshot, o oracle) {
		got, err := questions.Facets(s, o.f)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, "all", o.figures(), [2]int{got.N, got.Of})
		if len(got.Facets) != 10 {
			t.Fatalf("%d facets", len(got.Facets))
		}
		for _, facet := range got.Facets {
			want, found := map[string][4]int{}, map[string][4]int{}
			for _, value := range o.valuesOf(facet.Name) {
				one := o
				var chosen, excluded []string
				one.f, chosen, excluded = inFacet(o.f, facet.Name, value)
				names := []string{value}
				if facet.Name == "coder" {
					names = append(names, ledger.WithoutVersion(value))
				}
				is := func(v string) bool { return slices.Contains(names, v) }
				n := one.figures()
				all := [4]int{n[0], n[1], countIf(slices.ContainsFunc(chosen, is)), countIf(slices.ContainsFunc(excluded, is))}
				if all[1]+all[2]+all[3] > 0 {
					want[value] = all
				}
			}
			for i, v := range facet.Values {
				found[v.Value] = [4]int{v.N, v.Of, countIf(v.Chosen), countIf(v.Excluded)}
				if i > 0 && facet.Name != "year" && (v.N > facet.Values[i-1].N || v.N == facet.Values[i-1].N && v.Of > facet.Values[i-1].Of) {
					t.Fatalf("%s: %s is not in its place", facet.Name, v.Value)
				}
			}
			if facet.Name == "coder" || facet.Name == "outlet" { // those that the store lacks are not there to be asked for
				for value := range want {
					if known := append(s.Coders(), s.Outlets()...); !slices.Contains(known, value) {
						delete(want, value)
					}
				}
			}
			if facet.Name == "actor" {
				for value, n := range want {
					if _, named := s.Columns().Actors.Code(value); n[1] == 0 && !named {
						delete(want, value)
					}
				}
			}
			compare(t, facet.Name, want, found)
		}
	})
}

func TestSelectAndDaysEqualTheOracle(t *testing.T) {
	t.Parallel()
	eachCorpus(t, func(t *testing.T, _ *rand.Rand, s *ledger.Snapshot, o oracle) {
		want, days := []string{}, map[schema.Day]int{}
		for _, st := range o.described() {
			if o.f.AsOf == nil || st.Date.Earliest() <= *o.f.AsOf && (!o.f.Certain || st.Date.Latest() <= *o.f.AsOf) {
				want = append(want, st.ID)
			}
			if !st.Date.IsZero() && st.Status != schema.StatusRejected {
				days[st.Date.Latest()]++
			}
		}
		got := []string{}
		for i, st := range questions.Select(s, o.f) {
			got = append(got, st.ID)
			if i > 0 && got[i] == got[i-1] {
				t.Fatalf("%s stands twice", st.ID)
			}
		}
		described := []string{}
		for i := range s.Statements {
			if o.f.Describes(s, &s.Statements[i]) {
				described = append(described, s.Statements[i].ID)
			}
		}
		compare(t, "described", got, described)
		slices.Sort(want)
		slices.Sort(got)
		compare(t, "selected", want, got)
		told := map[schema.Day]int{}
		list := questions.Days(s, o.f)
		for i, d := range list {
			told[d.Day] = d.N
			if i > 0 && list[i-1].Day >= d.Day {
				t.Fatalf("%s is after %s", d.Day, list[i-1].Day)
			}
		}
		compare(t, "days", days, told)
	})
}

// The year of a day is that of the calendar.
func TestYearsFollowTheCalendar(t *testing.T) {
	t.Parallel()
	for _, day := range []string{"0001-01-01", "1599-12-31", "1600-02-29", "1900-02-28", "1900-03-01", "1999-12-31", "2000-01-01", "2000-02-29", "2024-12-31", "2025-01-01", "9999-12-31"} {
		s := ledger.Build(lakeDispute(t), nil, []schema.Statement{gridStatement("a", "norden", day, 1)})
		if n := len(questions.Select(s, questions.Filter{Years: []string{day[:4]}})); n != 1 {
			t.Errorf("%s is not of its year", day)
		}
	}
}
