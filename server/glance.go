package server

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// glance is the small picture of the front page: the most heard groups down,
// all propositions across, one square a position. It shows nothing that the
// matrix does not say in words.
type glance struct {
	Left, Width, Height int
	Rows                []glanceRow
}

type glanceRow struct {
	Label           string
	Y, Middle, Base int // top and middle of the squares, and the line that glyphs stand on
	Squares         []square
}

type square struct {
	X     int
	URL   string
	Title string
	Sign  sign
}

// The picture in its own units.
const (
	glanceRows  = 6
	squareSize  = 18 // with its gap
	issueGap    = 8
	labelWidth  = 120
	labelRunes  = 19 // what fits into it
	rowHeight   = 24
	leastWidth  = 640 // few squares are not drawn larger
	glyphOffset = 12  // from the top of a square to the base of its glyph

	glanceMost = 200 // propositions; with more, cells with many positions are left out of it
)

// glanceOf draws the matrix of issues, which carries the positions.
func (r *request) glanceOf(m questions.Matrix) glance {
	var l links
	places, width := glancePlaces(m)
	g := glance{Left: labelWidth, Width: max(width, leastWidth)}
	for _, row := range m.Rows {
		top := len(g.Rows) * rowHeight
		drawn := glanceRow{Label: clipped(row.Label), Y: top, Middle: top + squareSize/2, Base: top + glyphOffset}
		for _, c := range row.Cells {
			for _, p := range positionsOf(c) {
				s := r.standpoint(l, p)
				drawn.Squares = append(drawn.Squares, square{
					X: places[p.Issue+"\x00"+p.Proposition], URL: s.URL, Sign: s.Sign,
					Title: row.Label + ", " + s.Label + ": " + s.Sign.Word,
				})
			}
		}
		if len(drawn.Squares) > 2 {
			g.Rows = append(g.Rows, drawn)
		}
		if len(g.Rows) == glanceRows {
			break
		}
	}
	g.Height = len(g.Rows) * rowHeight
	return g
}

// glancePlaces gives every proposition on which somebody has a position its
// column, with a gap between issues, and returns the width of the whole.
func glancePlaces(m questions.Matrix) (places map[string]int, width int) {
	places, width = map[string]int{}, labelWidth
	for i := range m.Columns {
		before := len(places)
		for _, row := range m.Rows {
			for _, p := range positionsOf(row.Cells[i]) {
				key := p.Issue + "\x00" + p.Proposition
				if _, placed := places[key]; !placed {
					places[key] = width
					width += squareSize
				}
			}
		}
		if len(places) > before {
			width += issueGap
		}
	}
	return places, width
}

// clipped is a label that fits the picture; the matrix has it whole.
func clipped(label string) string {
	r := []rune(label)
	if len(r) <= labelRunes {
		return label
	}
	return string(r[:labelRunes-1]) + "\u2026"
}

// positionsOf are the positions of a cell, whatever its kind.
func positionsOf(c questions.Cell) []questions.Position {
	if c.Position != nil {
		return []questions.Position{*c.Position}
	}
	return slices.Concat(c.Issue.Held, c.Issue.Rejected, c.Issue.Undecided, c.Issue.Mixed)
}
