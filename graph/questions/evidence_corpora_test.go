package questions_test

import (
	"cmp"
	"fmt"
	"maps"
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

// The evidence of a cell, of an issue or of a proposition, is what the oracle
// makes of every statement, with the positions that it comes to; pages put
// together are the whole.
func TestEvidenceEqualsTheOracle(t *testing.T) {
	t.Parallel()
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		ref := questions.CellRef{Actor: oneOf(r, o.askable()...), Group: r.IntN(2) == 0, Issue: oneOf(r, ledgertest.Issues...)}
		propositions := o.propositionsOn(ref.Issue)
		if r.IntN(2) == 0 {
			ref.Issue, ref.Proposition = "", oneOf(r, ledgertest.Propositions...)
			propositions = []string{ref.Proposition}
		}
		counted, want := o.evidence(ref, propositions)
		list, err := questions.EvidencePage(s, o.f, ref, 1, 0)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, "evidence", want, tellWitnesses(list.Witnesses))
		compareSums(t, s, o.f, ref, propositions, list)
		compare(t, "counts", []int{counted, len(want), 1}, []int{list.Counted, list.Total, list.Pages})
		var pages []string
		limit := 1 + r.IntN(5)
		for page := 1; page <= max(1, (len(want)+limit-1)/limit); page++ {
			one, err := questions.EvidencePage(s, o.f, ref, page, limit)
			if err != nil || one.Total != len(want) || one.Pages != max(1, (len(want)+limit-1)/limit) || len(one.Witnesses) > limit {
				t.Fatalf("page %d of %d: %+v, %v", page, limit, one, err)
			}
			pages = append(pages, tellWitnesses(one.Witnesses)...)
		}
		compare(t, "pages", want, pages)
		if beyond, err := questions.EvidencePage(s, o.f, ref, 1_000_000, limit); err != nil || len(want) > 0 && !slices.Equal(tellWitnesses(beyond.Witnesses), pages[(beyond.Pages-1)*limit:]) {
			t.Fatalf("a page past the last is not the last: %+v, %v", beyond, err)
		}
	})
}

// compareSums asks for the positions one by one, and counts the days of the list.
func compareSums(t *testing.T, s *ledger.Snapshot, f questions.Filter, ref questions.CellRef, propositions []string, list questions.EvidenceList) {
	t.Helper()
	want := []questions.Position{}
	for _, id := range propositions {
		p := questions.On(s, f, ref.Actor, ref.Group, id)
		if ref.Proposition == "" {
			p.Issue = ref.Issue
		}
		if p.Of > 0 || ref.Proposition != "" {
			want = append(want, p)
		}
	}
	compare(t, "positions", want, list.Positions)
	n := map[schema.Day]int{}
	for _, w := range list.Witnesses {
		if st := w.Statement; !st.Date.IsZero() && st.Status != schema.StatusRejected {
			n[st.Date.Latest()]++
		}
	}
	days := []questions.DayCount{}
	for _, day := range slices.Sorted(maps.Keys(n)) {
		days = append(days, questions.DayCount{Day: day, N: n[day]})
	}
	compare(t, "days", days, list.Days)
}

// evidence tells the statements of a cell in order, and counts those that count.
func (o oracle) evidence(ref questions.CellRef, propositions []string) (counted int, list []string) {
	type told struct {
		heard
		why         questions.Reason
		deciding    bool
		contradicts bool
	}
	var all []told
	for _, p := range propositions {
		pool := o.pool(ref.Actor, ref.Group, p)
		counts, _ := o.judge(pool)
		counted += len(counts)
		var decide []heard
		value := math.NaN()
		if len(counts) > 0 {
			decide, value = o.decide(counts)
		}
		for _, h := range pool {
			one := told{h, o.reason(h), slices.Contains(idsOf(decide), h.ID), false}
			switch {
			case one.why != "" || slices.Contains(idsOf(counts), h.ID):
			case len(counts) == 0:
				one.why = questions.ReasonTooFew
			default:
				one.why = questions.ReasonRelayed
			}
			one.contradicts = one.why == "" && (value >= 0.25 && h.Stance.Value() < 0 || value <= -0.25 && h.Stance.Value() > 0)
			all = append(all, one)
		}
	}
	slices.SortFunc(all, func(a, b told) int {
		return cmp.Or(countIf(b.contradicts)-countIf(a.contradicts), countIf(a.why != "")-countIf(b.why != ""), countIf(later(b.Date, a.Date))-countIf(later(a.Date, b.Date)), strings.Compare(a.ID, b.ID))
	})
	for _, one := range all {
		list = append(list, fmt.Sprintf("%s %q contradicts=%v decides=%v signed=%v", one.ID, one.why, one.contradicts, one.deciding, one.signed))
	}
	return counted, list
}

func tellWitnesses(witnesses []questions.Witness) []string {
	var list []string
	for _, w := range witnesses {
		list = append(list, fmt.Sprintf("%s %q contradicts=%v decides=%v signed=%v", w.Statement.ID, w.Reason, w.Contradicts, w.Deciding, w.AsSignatory))
	}
	return list
}
