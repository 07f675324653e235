package server

import (
	"io"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// compareAsk is the page before both sides are chosen.
func (r *request) compareAsk(q comparison) *page {
	v := compareView{
		Begin: len(r.snap.Statements) == 0, Title: "Compare", Selection: r.selection(q.place, q.filter, r.compareFields(r.query)...),
		Ask: r.askFor(q.filter, q.spec.By),
	}
	return &page{template: "compare", title: v.Title, view: v, path: q.place.at(q.filter.Values()), data: questions.Comparison{By: q.spec.By, Changes: []questions.Change{}, Counts: []questions.ChangeCount{}, Version: r.snap.Version},
		table: func(w io.Writer) error { return writeComparison(w, questions.Comparison{}) }}
}

// askFor says which sides are to be chosen and, of dates, why none are.
func (r *request) askFor(f questions.Filter, by questions.By) string {
	if by != questions.ByDate {
		return "Choose two " + string(by) + "s."
	}
	which, days := "here", questions.Days(r.snap, f)
	if !f.IsZero() {
		which = "under this filter"
	}
	switch {
	case len(days) == 0:
		return "There is no dated statement " + which + ", and so nothing to compare. Choose another filter."
	case len(days) == 1:
		return "All statements " + which + " are of one day, " + longDay(days[0].Day) + ", so nothing has changed between two. Choose two dates, or compare groups, actors or outlets."
	}
	return "Choose two dates from " + longDay(days[0].Day) + " to " + longDay(days[len(days)-1].Day) + ", the earlier one first."
}
