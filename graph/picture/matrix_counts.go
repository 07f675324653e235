package picture

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// Countable reports whether a matrix of issues has more propositions than a
// picture has columns, so that its cells are counts; a brief matrix will do.
func Countable(s *ledger.Snapshot, f questions.Filter, spec questions.MatrixSpec) bool {
	if spec.Issue != "" || len(f.Propositions) > 0 {
		return false
	}
	n := 0
	for _, i := range s.Codebook.Issues {
		if len(f.Issues) == 0 || slices.Contains(f.Issues, i.ID) {
			n += len(s.Codebook.OnIssue(i.ID))
		}
	}
	return n > maxColumns
}

// countsOnly reports whether some cell has positions that are not listed, or
// all together are too many for columns of their own.
func (d *matrixDrawing) countsOnly() bool {
	for _, row := range d.m.Rows {
		for _, c := range row.Cells {
			if c.Issue != nil && len(positions(c)) < c.Issue.Tally.Positions() {
				return true
			}
		}
	}
	return len(d.denseColumns()) > maxColumns
}

const (
	barHeight = 15.0
	barRow    = 23.0
)

// counts draws a bar for every issue: the shares of propositions that are held,
// undecided, mixed and rejected, each with its number where there is room.
func (d *matrixDrawing) counts() {
	wide := min(max((1000-d.left)/float64(len(d.m.Columns)), 96), 190)
	heads, most := make([][]string, len(d.m.Columns)), 0
	for j, c := range d.m.Columns {
		heads[j] = wrap("column", c.Label, wide-12, 4)
		most = max(most, len(heads[j]))
	}
	bottom := float64(most) * headHeight
	for j, c := range d.m.Columns {
		g := &group{link: of(d.links.Issue, c.ID), title: c.Label}
		for k, l := range heads[j] {
			g.add(text{class: "column", x: d.left + float64(j)*wide, y: bottom - float64(len(heads[j])-k-1)*headHeight - 3, s: l})
		}
		d.body.add(g)
	}
	y := bottom + 5
	for i, row := range d.m.Rows {
		d.rowName(i, y, barHeight)
		for j, c := range row.Cells {
			if c.Issue.Tally.Positions() == 0 {
				d.body.add(d.silent(d.left+float64(j)*wide, y, wide-10, barHeight))
				continue
			}
			d.body.add(d.bar(row, d.m.Columns[j], *c.Issue, d.left+float64(j)*wide, y, wide-10))
		}
		y += barRow
	}
	d.width, d.height = d.left+wide*float64(len(d.m.Columns))-10, y-barRow+barHeight
}

// bar is one issue of one row.
func (d *matrixDrawing) bar(row questions.Row, column questions.Column, ip questions.IssuePosition, x, y, w float64) item {
	t := ip.Tally
	g := &group{class: "pg-cell", title: fmt.Sprintf("%s, %s: %s; %d of %s", row.Label, column.Label, tallied(t), ip.N, count(ip.Of, "statement"))}
	if d.links.Cell != nil {
		g.link = d.links.Cell(questions.CellRef{Actor: ip.Actor, Group: ip.Group, Issue: ip.Issue})
	}
	for _, part := range partsOf(t) {
		share := w * float64(part.n) / float64(t.Positions())
		g.add(patch(part.sign, x, y, share, barHeight)...)
		label := fmt.Sprintf("%s %d", part.sign.Glyph, part.n)
		if room := width("count", label); room < share-3 {
			if part.sign.Class == "mixed" { // numbers need quiet ground
				g.add(rect("mixed", x+share/2-room/2-1.5, y+2.5, room+3, barHeight-5))
			}
			g.add(text{class: "count on-" + part.sign.Class, x: x + share/2, y: y + 10.5, anchor: middle, s: label})
		}
		x += share
	}
	return g
}

// part is how many propositions of an issue are of one kind.
type part struct {
	sign Sign
	n    int
	word string
}

// partsOf are the kinds that occur: held at the left, rejected at the right.
func partsOf(t questions.IssueTally) []part {
	var some []part
	for _, p := range []part{
		{Signs[questions.BandSupport], t.Held, "held"}, {Signs[questions.BandUndecided], t.Undecided, "undecided"},
		{Signs[questions.BandMixed], t.Mixed, "mixed"}, {Signs[questions.BandOppose], t.Rejected, "rejected"},
	} {
		if p.n > 0 {
			some = append(some, p)
		}
	}
	return some
}

func tallied(t questions.IssueTally) string {
	var words []string
	for _, p := range partsOf(t) {
		words = append(words, fmt.Sprintf("%d %s", p.n, p.word))
	}
	return strings.Join(words, ", ")
}

// countKeys are the legend of bars.
func countKeys() []entry {
	var list []entry
	for _, p := range partsOf(questions.IssueTally{Held: 1, Undecided: 1, Mixed: 1, Rejected: 1}) {
		e := entry{width: 24, means: "propositions " + p.word, drawn: patch(p.sign, 0, 0, 24, 16)}
		e.drawn = append(e.drawn, glyph(p.sign, 12, 12))
		list = append(list, e)
	}
	return append(list, entry{[]item{text{class: "glyph on-none", x: 4, y: 12, anchor: middle, s: Signs[questions.BandNone].Glyph}}, 8, "no position"})
}
