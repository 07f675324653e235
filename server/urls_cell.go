package server

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// naming are the parameters of a filter that choose rows and columns. On the
// page of a cell, an actor or an issue the same words say what the page is
// about, so there the filter's own values travel as "only-actor" and so on.
var naming = []string{"actor", "group", "issue", "proposition"}

const onlyPrefix = "only-"

// Cell is the evidence of a cell. That the matrix around it shows only the
// cell's own issue is no filter of the cell.
func (l links) Cell(ref questions.CellRef) string {
	q := copied(l.filter)
	if slices.Equal(q["issue"], []string{ref.Issue}) {
		q.Del("issue")
	}
	for _, k := range naming {
		if v, ok := q[k]; ok {
			delete(q, k)
			q[onlyPrefix+k] = v
		}
	}
	q.Set("actor", ref.Actor)
	if ref.Group {
		q.Set("group", "1")
	}
	if ref.Issue != "" {
		q.Set("issue", ref.Issue)
	}
	if ref.Proposition != "" {
		q.Set("proposition", ref.Proposition)
	}
	return address("/cell", q)
}

// CellPage is a page of a cell that has more evidence than one shows; the first
// is said only in full links, page 0 never.
func (l links) CellPage(ref questions.CellRef, page int) string {
	if page == 0 || page == 1 && !l.whole {
		return l.Cell(ref)
	}
	return l.Cell(ref) + "&page=" + strconv.Itoa(page)
}

// cellFilter undoes what Cell does to the names of a filter.
func cellFilter(query url.Values) url.Values {
	q := copied(query)
	for _, k := range naming {
		delete(q, k)
		if v, ok := q[onlyPrefix+k]; ok {
			delete(q, onlyPrefix+k)
			q[k] = v
		}
	}
	return q
}
