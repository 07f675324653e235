package server

import (
	"net/url"
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// arrangeView is what the page says of its arrangement, and the ways to change
// it. The choices are only there when they are opened.
type arrangeView struct {
	OpenURL, CloseURL    string // one of them
	SwapURL              string
	Rows                 pager
	Columns              pager
	Words                []string // "rows by name"
	PlainURL             string   // the matrix in the order of the codebook, nothing pinned or hidden; "" where it is
	Orders, AcrossOrders []orderLink
	RowItems, Across     []arrangeItem
	HiddenRows           int
	HiddenColumns        int
	CompareURL           string // the two pinned rows next to each other; "" unless there are two
	ComparedA, ComparedB string
}

type orderLink struct {
	Label, URL string
	Chosen     bool
}

// arrangeItem is a row or a column with what can be done to it.
type arrangeItem struct {
	Label                    string
	Pinned, Hidden, Liked    bool
	PinURL, HideURL, LikeURL string
}

func (r *request) arrangeView(p place, f questions.Filter, spec questions.MatrixSpec, a arrangement, m, shown questions.Matrix) arrangeView {
	values := f.Values()
	v := arrangeView{
		Rows:       pagerOf(a.page, rowsOnPage, len(shown.Rows), "rows", func(n int) string { return p.with("row-page", pageParam(n)).at(values) }),
		Columns:    pagerOf(a.columnsOnPage, columnsOnPage, len(m.Columns)+m.MoreColumns, "columns", func(n int) string { return p.onPage(n).at(values) }),
		HiddenRows: len(m.Rows) - len(shown.Rows), HiddenColumns: len(m.Columns) - len(shown.Columns), Words: a.words(m),
	}
	plain := p
	for _, name := range []string{"order", "across", "like", "axes", "row-page", paramPin, paramPinColumn, paramHide, paramHideColumn} {
		plain = plain.with(name, "")
	}
	if len(plain.own) < len(p.own) {
		v.PlainURL = plain.at(values)
	}
	v.SwapURL = p.with("axes", other(a.swapped, "swapped")).at(values)
	r.pair(&v, f, spec, a, shown)
	if !a.open {
		v.OpenURL = p.with("arrange", "open").at(values) + "#arrange"
		return v
	}
	v.CloseURL = p.with("arrange", "").at(values)
	v.fill(p, values, a, m)
	return v
}

func pageParam(n int) string { return place{}.onPage(n).own.Get("page") }

// other is the value that switches a choice over.
func other(on bool, value string) string {
	if on {
		return ""
	}
	return value
}

// words say how the matrix is arranged.
func (a arrangement) words(m questions.Matrix) []string {
	var list []string
	if a.order != "" {
		list = append(list, "rows by "+orderWords[a.order])
	}
	for _, row := range m.Rows {
		if row.ID == a.like {
			list = append(list, "rows by likeness to "+row.Label)
		}
	}
	if a.across != "" {
		list = append(list, "columns by "+orderWords[a.across])
	}
	return list
}

// pair offers to compare the two rows that are pinned.
func (r *request) pair(v *arrangeView, f questions.Filter, spec questions.MatrixSpec, a arrangement, shown questions.Matrix) {
	var two []questions.Row
	for _, row := range shown.Rows {
		if slices.Contains(a.pinned, row.ID) {
			two = append(two, row)
		}
	}
	if len(two) != 2 {
		return
	}
	by := questions.ByGroup
	if spec.Rows == questions.RowsActors {
		by = questions.ByActor
	}
	v.ComparedA, v.ComparedB = two[0].Label, two[1].Label
	v.CompareURL = linksOf(f).Compare(by, two[0].ID, two[1].ID)
}

// fill lists every row and column with what can be done to it.
func (v *arrangeView) fill(p place, values url.Values, a arrangement, m questions.Matrix) {
	p = p.with("row-page", "") // another order begins at its beginning
	for _, o := range append([]string{""}, orders...) {
		v.Orders = append(v.Orders, orderLink{orderWords[o], p.with("like", "").with("order", o).at(values), a.like == "" && a.order == o})
		v.AcrossOrders = append(v.AcrossOrders, orderLink{orderWords[o], p.with("across", o).at(values), a.across == o})
	}
	for _, row := range m.Rows {
		v.RowItems = append(v.RowItems, arrangeItem{
			Label: row.Label, Pinned: slices.Contains(a.pinned, row.ID), Hidden: slices.Contains(a.hidden, row.ID), Liked: row.ID == a.like,
			PinURL: p.toggled(paramPin, row.ID).at(values), HideURL: p.toggled(paramHide, row.ID).at(values),
			LikeURL: p.with("order", "").with("like", other(row.ID == a.like, row.ID)).at(values),
		})
	}
	for _, c := range m.Columns {
		v.Across = append(v.Across, arrangeItem{
			Label: c.Short, Pinned: slices.Contains(a.pinnedCols, c.ID), Hidden: slices.Contains(a.hiddenCols, c.ID),
			PinURL: p.toggled(paramPinColumn, c.ID).at(values), HideURL: p.toggled(paramHideColumn, c.ID).at(values),
		})
	}
}
