package server

import (
	"io"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// compareView is two dates, actors, outlets or the like, cell by cell.
type compareView struct {
	Begin       bool
	Selection   selection
	Title       string
	Ask         string // what to choose first; "" where both sides are known
	Comparison  questions.Comparison
	Dates       bool // two dates are compared: things have changed, and do not merely differ
	Left, Right string
	Counts      []changeCount
	Silent      int    // propositions on which neither side has a position; only of two actors or groups
	OtherURL    string // with, or without, the cells that are alike
	Changed     bool   // only cells that are not alike
	Diff        *diffTable
	Pairs       []pairIssue // two actors or groups next to each other, in place of Diff
	Changes     []changeView
	Pager       pager
}

type changeCount struct {
	Word string
	N    int
}

// compare sets two sides next to each other.
func compare(r *request) (*page, error) {
	q, err := r.comparison()
	var c *questions.Contrast
	if err == nil && q.spec.Left != "" && q.spec.Right != "" {
		c, err = questions.NewContrast(r.snap, q.filter, q.spec)
	}
	switch {
	case err != nil:
		return nil, unread(err, "compare", compareView{Title: "Compare", Selection: r.brokenSelection(q.place, err, r.compareFields(r.query)...)})
	case c == nil:
		return r.compareAsk(q), nil
	}
	return r.comparePage(q, c), nil
}

// comparePage shows some of the cells; what is no page has all of them.
func (r *request) comparePage(q comparison, contrast *questions.Contrast) *page {
	c, f := contrast.Heading(), q.filter
	if r.shape != formatHTML {
		c = contrast.Whole()
	}
	p := q.place.with("left", c.Left).with("right", c.Right)
	q.place = p
	v := compareView{
		Selection: r.selection(p, f, r.compareFields(p.query(f.Values()))...), Comparison: c, Dates: c.By == questions.ByDate,
		Left: r.sideLabel(c, c.Left), Right: r.sideLabel(c, c.Right), Changed: q.changed,
	}
	v.Title = v.Left + " and " + v.Right
	if v.Dates {
		v.Title = "From " + v.Left + " to " + v.Right
	}
	for _, n := range c.Counts {
		v.Counts = append(v.Counts, changeCount{v.countWord(n.Kind), n.N})
	}
	v.OtherURL = p.with("show", other(q.changed, "changed")).at(f.Values())
	if r.shape == formatHTML {
		r.fillComparison(&v, q, contrast)
	}
	full := r.full(f).filter
	if p.timeless {
		full.Del("as-of") // the two dates say it
	}
	return &page{
		template: "compare", title: v.Title, view: v, data: c, path: p.with("by", string(c.By)).with("rows", string(c.Rows)).onPage(q.page).at(full),
		cite: "positions compared: " + v.Left + " and " + v.Right + ", by the rule " + c.Rule, table: func(w io.Writer) error { return writeComparison(w, c) },
	}
}
