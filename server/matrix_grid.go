package server

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// gridView is the table: heads across, lines of cells down, and what each
// comes to at its end. Actors stand down unless the axes are swapped.
type gridView struct {
	Prefix string // of the ID of its caption, where a page has several tables
	Corner string
	Heads  []headView
	Lines  []lineView
	Foot   []summaryView // of the heads

	LineSums, HeadSums string // what is above the sums of lines, and beside those of heads
	Cards              string // what a card of a narrow screen is about
}

// headView is the head of a row or a column.
type headView struct {
	ID           string
	Label, Short string
	URL          string
	Kind         string
	Unregistered bool
	Pinned       bool
}

// together is the head of what rows and columns come to.
const together = "Together"

type lineView struct {
	headView
	Cells   []cellView
	Summary summaryView
}

// gridView lays out the rows of this page of an arranged matrix. What columns
// come to is of the rows of all pages.
func (r *request) gridView(l links, spec questions.MatrixSpec, a arrangement, rows pager, m questions.Matrix) gridView {
	part := m
	part.Rows = m.Rows[rows.From-1 : rows.To]
	actors, columns := r.actorHeads(l, a, part), r.columnHeads(l, spec, a, part)
	g := gridView{Corner: "Actor", Heads: columns, LineSums: together, HeadSums: together}
	if m.MoreColumns > 0 {
		g.LineSums += ", these " + strconv.Itoa(len(columns))
	}
	if len(part.Rows) < len(m.Rows) {
		g.HeadSums += ", all " + strconv.Itoa(len(m.Rows))
	}
	if spec.Rows != questions.RowsActors {
		g.Corner = "Group"
	}
	for i, row := range part.Rows {
		line := lineView{headView: actors[i], Summary: summaryOf(together, row.Cells, row.Counted, spec.Issue != "")}
		for j, c := range row.Cells {
			line.Cells = append(line.Cells, r.cellView(l, columns[j], row.ID, c))
		}
		g.Lines = append(g.Lines, line)
	}
	for j, head := range columns {
		g.Foot = append(g.Foot, summaryOf(capitalised(head.Short), columnOf(m, j), m.Columns[j].Counted, spec.Issue != ""))
	}
	if a.swapped {
		g = g.swapped(actors, spec.Issue != "")
	}
	return g
}

func columnOf(m questions.Matrix, j int) []questions.Cell {
	cells := make([]questions.Cell, len(m.Rows))
	for i, row := range m.Rows {
		cells[i] = row.Cells[j]
	}
	return cells
}

// swapped is the grid with its axes exchanged.
func (g gridView) swapped(actors []headView, opened bool) gridView {
	out := gridView{Corner: "Issue", Heads: actors, LineSums: g.HeadSums, HeadSums: g.LineSums}
	if opened {
		out.Corner = "Proposition"
	}
	for j, head := range g.Heads {
		line := lineView{headView: head, Summary: g.Foot[j]}
		line.Summary.Column = together
		for i, other := range g.Lines {
			c := other.Cells[j]
			c.Column = actors[i].Label
			line.Cells = append(line.Cells, c)
		}
		out.Lines = append(out.Lines, line)
	}
	for _, line := range g.Lines {
		line.Summary.Column = line.Label
		out.Foot = append(out.Foot, line.Summary)
	}
	return out
}

func (r *request) actorHeads(l links, a arrangement, m questions.Matrix) []headView {
	list := make([]headView, len(m.Rows))
	for i, row := range m.Rows {
		list[i] = headView{
			ID: row.ID, Label: row.Label, Short: row.Label, URL: l.Actor(row.ID), Kind: kindLabel(row.Kind), Unregistered: row.Kind == "",
			Pinned: slices.Contains(a.pinned, row.ID),
		}
	}
	return list
}

// columnHeads open an issue, or lead to the page of a proposition.
func (r *request) columnHeads(l links, spec questions.MatrixSpec, a arrangement, m questions.Matrix) []headView {
	list := make([]headView, len(m.Columns))
	for j, c := range m.Columns {
		list[j] = headView{ID: c.ID, Label: c.Label, Short: c.Short, URL: l.Matrix(spec.Rows, c.ID), Pinned: slices.Contains(a.pinnedCols, c.ID)}
		if spec.Issue != "" {
			list[j].URL = l.PropositionBy(spec.Rows, c.ID)
		}
	}
	return list
}

// cellAnchor names the cell of a row and a column.
func cellAnchor(row, column string) string { return anchorOf(row) + "-" + anchorOf(column) }

// anchorOf is an ID as part of an element's ID, which may not have spaces.
func anchorOf(id string) string {
	return strings.Map(func(c rune) rune {
		if c <= ' ' {
			return '_'
		}
		return c
	}, id)
}

// summaryView is what a row or a column comes to: how many positions of each
// kind, their mean where they are numbers, and how many statements, each once.
type summaryView struct {
	Column  string // what a card of a narrow screen calls it
	Tallies []tally
	Mean    string // "" without numbers
	N       int
}

func summaryOf(column string, cells []questions.Cell, counted int, opened bool) summaryView {
	var t questions.IssueTally
	for _, c := range cells {
		one := tallyIn(c)
		t.Held, t.Rejected, t.Undecided, t.Mixed = t.Held+one.Held, t.Rejected+one.Rejected, t.Undecided+one.Undecided, t.Mixed+one.Mixed
	}
	s := summaryView{Column: column, Tallies: talliesOf(t), N: counted}
	if mean := meanOf(valuesOf(cells)); opened && !math.IsNaN(mean) {
		s.Mean = signedValue(mean)
	}
	return s
}
