package picture

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// What one matrix shows at most: more could not be read.
const (
	maxRows    = 250
	maxColumns = 150
)

// Matrix draws positions as of a day. Where an issue is opened, a cell has the
// glyph, the value, how many statements count, and its tags; else every
// proposition on which somebody has a position is a column under its issue or,
// where these are too many, a cell is a bar of how many are held and rejected.
//
// It is an error of kind not-found when there is nothing in it, and of kind
// usage when there is more than a picture can show.
func Matrix(m questions.Matrix, cb *schema.Codebook, c Caption, l Links) (*Scene, error) {
	if len(m.Rows) == 0 || len(m.Columns) == 0 {
		return nil, empty("no statement passes the filter", "take out a part of the filter, or ask for a later --as-of")
	}
	if !Drawable(m) {
		return nil, empty("nobody has a position on this day under this filter", "ask for a later --as-of, or open an issue to see what does not count")
	}
	d := &matrixDrawing{m: m, cb: cb, links: l, body: &group{}}
	draw, keys := d.open, signKeys()
	switch {
	case m.Issue != "":
		d.columns = d.openColumns()
	case d.countsOnly():
		d.columns, draw, keys = d.issueColumns(), d.counts, countKeys()
	default:
		d.columns, draw = d.denseColumns(), d.dense
	}
	if err := limit(len(m.Rows), maxRows, "rows", "name some with --actor or --group"); err != nil {
		return nil, err
	}
	if err := limit(len(d.columns), maxColumns, "columns", "name some with --proposition or --issue"); err != nil {
		return nil, err
	}
	d.nameRows()
	draw()
	return framed(c, d.desc(), d.body, d.width, d.height, append(keys, d.tagKeys()...)), nil
}

// Drawable reports whether a matrix has anything that a picture can show.
func Drawable(m questions.Matrix) bool {
	return len(m.Rows) > 0 && len(m.Columns) > 0 && (m.Issue != "" || m.N > 0)
}

// MatrixSentence is the sentence of a caption: day, rule, how many statements
// count, and the filter.
func MatrixSentence(m questions.Matrix, f questions.Filter, cb *schema.Codebook) string {
	text := fmt.Sprintf("Positions as of %s by the rule %s; %d of %s count.", day(m.AsOf), m.Rule, m.N, count(m.Of, "statement"))
	if m.MoreColumns > 0 {
		text += fmt.Sprintf(" %s with fewer statements are not shown.", count(m.MoreColumns, "more column"))
	}
	return strings.TrimSpace(text + " " + Selection(f, cb))
}

// matrixDrawing is a matrix while it is drawn.
type matrixDrawing struct {
	m       questions.Matrix
	cb      *schema.Codebook
	links   Links
	columns []column
	body    *group

	names         [][]string // of the rows, in lines
	left          float64    // where cells begin
	width, height float64
	tags          map[string]bool // classes that occur
}

// column is a proposition under an issue; without a proposition, the issue.
type column struct{ issue, proposition string }

func (d *matrixDrawing) openColumns() []column {
	var list []column
	for _, c := range d.m.Columns {
		list = append(list, column{d.m.Issue, c.ID})
	}
	return list
}

func (d *matrixDrawing) issueColumns() []column {
	var list []column
	for _, c := range d.m.Columns {
		list = append(list, column{issue: c.ID})
	}
	return list
}

const rowNameWidth = 150.0

func (d *matrixDrawing) nameRows() {
	d.tags = map[string]bool{}
	for _, r := range d.m.Rows {
		lines := wrap("row", r.Label, rowNameWidth, 2)
		d.names = append(d.names, lines)
		d.left = max(d.left, widest("row", lines))
	}
	d.left += 12
}

// rowName sets the name of a row in the middle of a height.
func (d *matrixDrawing) rowName(i int, y, height float64) {
	const lineHeight = 13.0
	lines := d.names[i]
	g := &group{title: d.m.Rows[i].Label, link: of(d.links.Actor, d.m.Rows[i].ID)}
	at := y + height/2 - float64(len(lines)-1)*lineHeight/2 + 3.7
	for _, l := range lines {
		g.add(text{class: "row", x: 0, y: at, s: l})
		at += lineHeight
	}
	d.body.add(g)
}

func (d *matrixDrawing) tagKeys() []entry {
	var list []entry
	for _, t := range Tags {
		if !d.tags[t.Class] {
			continue
		}
		drawn, wide := []item{text{class: "small", x: 0, y: 11.5, s: t.Word}}, width("small", t.Word)
		if d.m.Issue == "" {
			drawn, wide = []item{text{class: "letters ink", x: 0, y: 11, s: letters[t.Class]}}, 5
		}
		means := t.Means
		if d.m.Issue == "" {
			means = t.Word + ": " + means
		}
		list = append(list, entry{drawn, wide, means})
	}
	return list
}

// desc is the picture in words: how many positions of each kind.
func (d *matrixDrawing) desc() string {
	n := map[questions.Band]int{}
	var t questions.IssueTally
	for _, row := range d.m.Rows {
		for _, c := range row.Cells {
			for _, p := range positions(c) {
				n[p.Band]++
			}
			if c.Issue != nil {
				t.Held, t.Rejected = t.Held+c.Issue.Tally.Held, t.Rejected+c.Issue.Tally.Rejected
				t.Undecided, t.Mixed = t.Undecided+c.Issue.Tally.Undecided, t.Mixed+c.Issue.Tally.Mixed
			}
		}
	}
	if d.columns[0].proposition == "" {
		return fmt.Sprintf("A matrix of %s by %s: propositions %s.", count(len(d.m.Rows), "row"), count(len(d.columns), "issue"), tallied(t))
	}
	var parts []string
	for _, b := range Bands {
		if n[b] > 0 && b != questions.BandNone {
			parts = append(parts, fmt.Sprintf("%d %s", n[b], b))
		}
	}
	return fmt.Sprintf("A matrix of %s by %s: %s.", count(len(d.m.Rows), "row"), count(len(d.columns), "proposition"), strings.Join(parts, ", "))
}

// positions are those of a cell, whatever its kind.
func positions(c questions.Cell) []questions.Position {
	if c.Position != nil {
		return []questions.Position{*c.Position}
	}
	var list []questions.Position
	for _, some := range [][]questions.Position{c.Issue.Held, c.Issue.Rejected, c.Issue.Undecided, c.Issue.Mixed} {
		list = append(list, some...)
	}
	return list
}
