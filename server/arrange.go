package server

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// arrangement is the order of a matrix, as its address says it. It changes
// what stands where and what is in sight, never a position.
type arrangement struct {
	order, across       string   // of the rows and of the columns: one of orders, "" for the order of the codebook
	like                string   // the row that the others are ordered by likeness to
	pinned, pinnedCols  []string // first, in this order
	hidden, hiddenCols  []string
	swapped             bool // issues down, actors across
	open                bool // the choices are shown
	page, columnsOnPage int
}

// orders are what rows and columns may be ordered by.
var orders = []string{"name", "statements", "mean", "disagreement"}

// orderWords say what they are.
var orderWords = map[string]string{
	"": "codebook", "name": "name", "statements": "statements", "mean": "mean position", "disagreement": "disagreement",
}

// The names of the parameters of an arrangement that are lists.
const (
	paramPin, paramPinColumn   = "pin", "pin-column"
	paramHide, paramHideColumn = "hide", "hide-column"
)

func (r *request) arrangement() (a arrangement, err error) {
	if a.order, err = r.oneOf("order", orders...); err != nil {
		return a, err
	}
	if a.across, err = r.oneOf("across", orders...); err != nil {
		return a, err
	}
	axes, err := r.oneOf("axes", "swapped")
	if err != nil {
		return a, err
	}
	choices, err := r.oneOf("arrange", "open")
	if err != nil {
		return a, err
	}
	if a.page, err = r.whole("row-page", 1, 1); err != nil {
		return a, err
	}
	if a.columnsOnPage, err = r.whole("page", 1, 1); err != nil {
		return a, err
	}
	a.like, a.swapped, a.open = r.query.Get("like"), axes != "", choices != ""
	if a.like != "" && a.order != "" {
		return a, schema.Errorf(schema.KindUsage, "leave out one of the two", "rows are ordered by order=%s or by likeness to like=%s", a.order, a.like)
	}
	a.pinned, a.pinnedCols = r.query[paramPin], r.query[paramPinColumn]
	a.hidden, a.hiddenCols = r.query[paramHide], r.query[paramHideColumn]
	return a, nil
}

// applied is the matrix in its arrangement, without what is hidden.
func (a arrangement) applied(m questions.Matrix) questions.Matrix {
	columns := a.columns(m)
	rows := a.rows(m)
	out := m
	out.Columns, out.Rows = make([]questions.Column, len(columns)), make([]questions.Row, len(rows))
	for j, from := range columns {
		out.Columns[j] = m.Columns[from]
	}
	for i, from := range rows {
		row := m.Rows[from]
		cells := make([]questions.Cell, len(columns))
		for j, column := range columns {
			cells[j] = row.Cells[column]
		}
		row.Cells = cells
		out.Rows[i] = row
	}
	return out
}

// rows are the places of the rows that are shown, in their order.
func (a arrangement) rows(m questions.Matrix) []int {
	scores := map[string]func(int) float64{
		"statements":   func(i int) float64 { return -float64(m.Rows[i].Counted) },
		"mean":         func(i int) float64 { return -meanOf(valuesOf(m.Rows[i].Cells)) },
		"disagreement": func(i int) float64 { return -disagreementOf(m, i) },
	}
	score := scores[a.order]
	if a.like != "" {
		if at := slices.IndexFunc(m.Rows, func(r questions.Row) bool { return r.ID == a.like }); at >= 0 {
			score = func(i int) float64 {
				if i == at {
					return math.Inf(-1) // first, also where others are just like it
				}
				return -likeness(m.Rows[at].Cells, m.Rows[i].Cells)
			}
		}
	}
	return arranged(len(m.Rows), func(i int) (id, label string) { return m.Rows[i].ID, m.Rows[i].Label }, a.order, score, a.pinned, a.hidden)
}

func (a arrangement) columns(m questions.Matrix) []int {
	scores := map[string]func(int) float64{
		"statements":   func(j int) float64 { return -float64(m.Columns[j].Counted) },
		"mean":         func(j int) float64 { return -meanOf(valuesOf(columnOf(m, j))) },
		"disagreement": func(j int) float64 { return -spreadOf(valuesOf(columnOf(m, j))) },
	}
	return arranged(len(m.Columns), func(j int) (id, label string) { return m.Columns[j].ID, m.Columns[j].Short }, a.across, scores[a.across], a.pinnedCols, a.hiddenCols)
}

// arranged orders n rows or columns: what is pinned first, then by name or by
// score. What has no score comes last; equals keep the order of the codebook.
func arranged(n int, name func(int) (id, label string), order string, score func(int) float64, pinned, hidden []string) []int {
	type entry struct {
		at, pin int
		label   string
		score   float64
	}
	var list []entry
	for i := range n {
		id, label := name(i)
		if slices.Contains(hidden, id) {
			continue
		}
		e := entry{at: i, pin: slices.Index(pinned, id), label: strings.ToLower(label)}
		if e.pin < 0 {
			e.pin = len(pinned)
		}
		if score != nil {
			if e.score = score(i); math.IsNaN(e.score) {
				e.score = math.Inf(1)
			}
		}
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b entry) int {
		if a.pin != b.pin {
			return cmp.Compare(a.pin, b.pin)
		}
		if order == "name" {
			return cmp.Compare(a.label, b.label)
		}
		return cmp.Compare(a.score, b.score)
	})
	places := make([]int, len(list))
	for i, e := range list {
		places[i] = e.at
	}
	return places
}
