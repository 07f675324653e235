package server

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// comparison is what the page is asked for.
type comparison struct {
	place   place
	filter  questions.Filter
	spec    questions.ComparisonSpec
	changed bool // only cells that are not alike
	page    int
}

// at is the address of one page of the changes.
func (q comparison) at(page int) string { return q.place.onPage(page).at(q.filter.Values()) }

// comparison reads the query. Its place is known where the rest cannot be read,
// too.
func (r *request) comparison() (q comparison, err error) {
	by, err := r.oneOf("by", termsOf(questions.Comparisons)...)
	q.place = place{path: "/compare", timeless: by == "" || by == string(questions.ByDate)}.asked(r.query, "by", "left", "right", "rows", "show")
	if err != nil {
		return q, err
	}
	if q.filter, err = r.filter(); err != nil {
		return q, err
	}
	q.spec = questions.ComparisonSpec{By: questions.By(cmp.Or(by, string(questions.ByDate))), Left: r.query.Get("left"), Right: r.query.Get("right")}
	if q.spec.Rows, err = r.rowsOr(q.filter); err != nil {
		return q, err
	}
	if q.page, err = r.whole("page", 1, 1); err != nil {
		return q, err
	}
	show, err := r.oneOf("show", "changed")
	q.changed = show != ""
	if q.spec.By == questions.ByDate {
		r.defaultDates(q.filter, &q.spec)
	}
	return q, err
}

// defaultDates are the day by which half of the statements had been made, or
// the last one before the other side, and the last one. The form and the
// heading say them. Where there are not two days, the sides stay open.
func (r *request) defaultDates(f questions.Filter, spec *questions.ComparisonSpec) {
	days := questions.Days(r.snap, f)
	if len(days) == 0 {
		return
	}
	if last := days[len(days)-1].Day.String(); spec.Right == "" && spec.Left != last {
		spec.Right = last
	}
	right, err := schema.ParseDay(spec.Right)
	before := slices.IndexFunc(days, func(d questions.DayCount) bool { return err == nil && d.Day >= right })
	if before < 0 {
		before = len(days)
	}
	if spec.Left == "" && before > 0 {
		all, until := sum(days), 0
		at := slices.IndexFunc(days, func(d questions.DayCount) bool { until += d.N; return 2*until >= all })
		spec.Left = days[min(at, before-1)].Day.String()
	}
}
