package picture

import (
	"fmt"

	"github.com/stancegraph/stancegraph/graph/questions"
)

const (
	cellGap    = 3.0
	cellHeight = 36.0
	headHeight = 12.5 // of a line
)

// open draws the propositions of one issue: few columns, so that cells have
// room for words.
func (d *matrixDrawing) open() {
	wide := min(max((1000-d.left)/float64(len(d.columns)), 74), 124)
	y := d.openHeads(wide)
	for i, row := range d.m.Rows {
		height := cellHeight
		if d.needsLine(row, wide-cellGap) {
			height += 11
		}
		d.rowName(i, y, height)
		for j, c := range row.Cells {
			if c.Position.Of > 0 {
				d.body.add(d.openCell(row, *c.Position, d.left+float64(j)*wide, y, wide-cellGap, height))
			} else {
				d.body.add(d.silent(d.left+float64(j)*wide, y, wide-cellGap, height))
			}
		}
		y += height + cellGap
	}
	d.width, d.height = d.left+wide*float64(len(d.columns))-cellGap, y-cellGap
}

// openHeads sets the heads of columns on one line, and returns where rows begin.
func (d *matrixDrawing) openHeads(wide float64) float64 {
	heads, most := make([][]string, len(d.columns)), 0
	for j, c := range d.columns {
		heads[j] = wrap("column", d.cb.PropositionLabel(c.proposition), wide-10, 6)
		most = max(most, len(heads[j]))
	}
	bottom := float64(most) * headHeight
	for j, c := range d.columns {
		g := &group{link: of(d.links.Proposition, c.proposition), title: d.cb.PropositionLabel(c.proposition)}
		for k, l := range heads[j] {
			g.add(text{class: "column", x: d.left + float64(j)*wide, y: bottom - float64(len(heads[j])-k-1)*headHeight - 3, s: l})
		}
		d.body.add(g)
	}
	return bottom + 5
}

// needsLine reports whether the tags of a row need a line of their own.
func (d *matrixDrawing) needsLine(r questions.Row, w float64) bool {
	for _, c := range r.Cells {
		if width("count", counted(*c.Position)) > w-12 {
			return true
		}
	}
	return false
}

// counted is "2 of 3 \u00b7 signed".
func counted(p questions.Position) string {
	s := fmt.Sprintf("%d of %d", p.N, p.Of)
	for i, t := range TagsOf(p) {
		if i == 0 {
			s += " \u00b7 " + t.Word
		} else {
			s += ", " + t.Word
		}
	}
	return s
}

func (d *matrixDrawing) openCell(row questions.Row, p questions.Position, x, y, w, h float64) item {
	s := Signs[p.Band]
	g := &group{class: "pg-cell", link: d.links.cell(p), title: row.Label + ", " + d.cb.PropositionLabel(p.Proposition) + ": " + reading(p)}
	g.add(patch(s, x, y, w, h)...)
	on, lines := "on-"+s.Class, wrap("count", counted(p), w-12, 2)
	if p.Band == questions.BandMixed { // words need quiet ground
		g.add(rect("mixed", x+3, y+3, max(widest("count", lines), width("glyph", s.Glyph))+8, h-6))
	}
	g.add(text{class: "glyph " + on, x: x + 7, y: y + 15, s: s.Glyph})
	if p.Value != nil {
		g.add(text{class: "value " + on, x: x + 11 + width("glyph", s.Glyph), y: y + 15, s: signed(*p.Value)})
	}
	for i, line := range lines {
		g.add(text{class: "count " + on, x: x + 7, y: y + 28 + 11*float64(i), s: line})
	}
	for _, t := range TagsOf(p) {
		d.tags[t.Class] = true
	}
	return g
}

// silent is a cell without any statement: nothing but the dot of the legend.
func (d *matrixDrawing) silent(x, y, w, h float64) item {
	return text{class: "glyph on-none", x: x + w/2, y: y + h/2 + 3, anchor: middle, s: Signs[questions.BandNone].Glyph}
}
