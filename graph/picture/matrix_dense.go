package picture

import (
	"math"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// letters stand for tags where there is no room for words.
var letters = map[string]string{"possible": "p", "signed": "s", "stale": "t", "disagree": "d", "proposed": "u"}

const (
	square    = 24.0 // with its gap
	between   = 9.0  // issues
	slant     = 55.0 // degrees of the names of columns
	shortest  = 130.0
	nameWidth = 170.0 // of a column, along its slant
)

// denseColumns are the propositions on which somebody has a position, in the
// order of the codebook.
func (d *matrixDrawing) denseColumns() []column {
	has := map[column]bool{}
	for _, row := range d.m.Rows {
		for i, c := range row.Cells {
			for _, p := range positions(c) {
				has[column{d.m.Columns[i].ID, p.Proposition}] = true
			}
		}
	}
	var list []column
	for _, issue := range d.m.Columns {
		known := map[string]bool{}
		for _, p := range d.cb.OnIssue(issue.ID) {
			if c := (column{issue.ID, p.ID}); has[c] {
				known[p.ID] = true
				list = append(list, c)
			}
		}
		list = append(list, d.unlisted(issue.ID, known)...)
	}
	return list
}

// unlisted are propositions that the codebook lacks, as they come.
func (d *matrixDrawing) unlisted(issue string, known map[string]bool) []column {
	var list []column
	for _, row := range d.m.Rows {
		for i, c := range row.Cells {
			for _, p := range positions(c) {
				if d.m.Columns[i].ID == issue && !known[p.Proposition] {
					known[p.Proposition] = true
					list = append(list, column{issue, p.Proposition})
				}
			}
		}
	}
	return list
}

// dense draws every position as a square under its issue.
func (d *matrixDrawing) dense() {
	at, right := d.placeColumns()
	top := d.denseHeads(at, right)
	for i, row := range d.m.Rows {
		y := top + float64(i)*square
		d.rowName(i, y, square-2)
		d.body.add(segment("rule", d.left, y+square-1, right, y+square-1))
		said := map[column]bool{}
		for j, c := range row.Cells {
			for _, p := range positions(c) {
				place := column{d.m.Columns[j].ID, p.Proposition}
				said[place] = true
				d.body.add(d.denseCell(row, p, at[place], y))
			}
		}
		for _, c := range d.columns {
			if !said[c] {
				d.body.add(text{class: "small on-none", x: at[c] + (square-2)/2, y: y + 14, anchor: middle, s: Signs[questions.BandNone].Glyph})
			}
		}
	}
	d.height = top + float64(len(d.m.Rows))*square
}

// placeColumns gives every column its place, with a gap between issues.
func (d *matrixDrawing) placeColumns() (at map[column]float64, right float64) {
	at = map[column]float64{}
	x := d.left
	for i, c := range d.columns {
		if i > 0 && d.columns[i-1].issue != c.issue {
			x += between
		}
		at[c] = x
		x += square
	}
	return at, x
}

// denseHeads sets the names of propositions aslant above the columns, each in
// the colour of text, with a line over every issue. It returns where rows begin.
func (d *matrixDrawing) denseHeads(at map[column]float64, right float64) float64 {
	sin, cos := math.Sincos(slant * math.Pi / 180)
	names, rise, reach := make([]string, len(d.columns)), 0.0, right
	for i, c := range d.columns {
		names[i] = fit("column", propositionShort(d.cb, c.proposition), nameWidth)
		w := width("column", names[i])
		rise = max(rise, w*sin)
		reach = max(reach, at[c]+square/2+w*cos+8)
	}
	top := rise + 14
	for i, c := range d.columns {
		g := &group{link: of(d.links.Proposition, c.proposition), title: d.cb.IssueLabel(c.issue) + ": " + d.cb.PropositionLabel(c.proposition)}
		g.add(text{class: "column", x: at[c] + square/2, y: top - 8, angle: -slant, s: names[i]})
		d.body.add(g)
		if i == 0 || d.columns[i-1].issue != c.issue {
			last := i
			for last+1 < len(d.columns) && d.columns[last+1].issue == c.issue {
				last++
			}
			d.body.add(segment("axis", at[c], top-3.5, at[d.columns[last]]+square-2, top-3.5))
		}
	}
	d.width = reach
	return top
}

func (d *matrixDrawing) denseCell(row questions.Row, p questions.Position, x, y float64) item {
	s := Signs[p.Band]
	g := &group{class: "pg-cell", link: d.links.cell(p), title: row.Label + ", " + d.cb.PropositionLabel(p.Proposition) + ": " + reading(p)}
	g.add(patch(s, x, y, square-2, square-2)...)
	marks := ""
	for _, t := range TagsOf(p) {
		d.tags[t.Class] = true
		marks += letters[t.Class]
	}
	if marks == "" {
		g.add(glyph(s, x+(square-2)/2, y+15))
		return g
	}
	g.add(glyph(s, x+(square-2)/2, y+12.5), text{class: "letters on-" + s.Class, x: x + (square-2)/2, y: y + 20, anchor: middle, s: marks})
	return g
}
