package picture

import (
	"fmt"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// line draws one row: its name, its way through time, and where it stands at
// the end.
func (d *timelineDrawing) line(l questions.TimelineLine, byIssue bool, top float64) {
	mid := top + lineHeight/2
	name, link := l.Label, of(d.links.Actor, l.Actor)
	if byIssue {
		name, link = d.s.Codebook.PropositionLabel(l.Proposition), of(d.links.Proposition, l.Proposition)
	}
	d.name(name, link, mid)
	d.body.add(segment("rule", plotLeft, mid, plotLeft+plotWidth, mid))
	d.sides(mid)
	if d.t.Period != questions.NoPeriod {
		d.periods(l, mid)
		return
	}
	said := questions.BandNone // the sign that stands last on the line
	for i, p := range l.Points {
		until := d.scale.right()
		if i+1 < len(l.Points) {
			until = d.scale.at(l.Points[i+1].Day)
		}
		if d.stretch(l, p, d.scale.at(p.Day), until, mid, p.Position.Band != said) {
			said = p.Position.Band
		}
	}
	for _, p := range l.Points {
		for _, id := range p.Added {
			if st, ok := d.s.Statement(id); ok {
				d.dot(st, p.Day, mid)
			}
		}
	}
	if len(l.Points) > 0 {
		d.last(l, l.Points[len(l.Points)-1].Position, mid)
	}
}

// name sets the name of a row beside its middle.
func (d *timelineDrawing) name(name, link string, mid float64) {
	const height = 12.5
	lines := wrap("row", name, lineName, 2)
	g := &group{title: name, link: link}
	for i, s := range lines {
		g.add(text{class: "row", x: 0, y: mid + 3.5 + height*(float64(i)-float64(len(lines)-1)/2), s: s})
	}
	d.body.add(g)
}

// sides says which way is for.
func (d *timelineDrawing) sides(mid float64) {
	d.body.add(text{class: "row muted", x: plotLeft - 10, y: mid - reach + 5, anchor: middle, s: "+"},
		text{class: "row muted", x: plotLeft - 10, y: mid + reach + 2, anchor: middle, s: "\u2212"})
}

const (
	thick      = 5.0
	signWidth  = 22.0
	signHeight = 14.0
)

// stretch is a position from one day to another: a thick line at the height of
// its value, shaded towards the middle, with its sign where that is new and has
// room. It reports whether the sign is there.
func (d *timelineDrawing) stretch(l questions.TimelineLine, p questions.Point, from, until, mid float64, news bool) bool {
	band := p.Position.Band
	if band == questions.BandNone || until-from < .2 {
		return false
	}
	s := Signs[band]
	g := &group{class: "pg-stretch", title: fmt.Sprintf("%s, %s, from %s: %s", l.Label, d.s.Codebook.PropositionLabel(l.Proposition), day(p.Day), reading(p.Position))}
	d.body.add(g)
	y := mid
	if p.Position.Value != nil {
		y -= *p.Position.Value * reach
		if abs(y-mid) > thick/2 {
			g.add(path{class: "shade " + s.Class, d: box(from, min(y, mid), until-from, abs(y-mid))})
		}
	}
	half := thick / 2
	if band == questions.BandMixed {
		half = thick
	}
	g.add(patch(s, from, y-half, until-from, 2*half)...)
	if !news || until-from < signWidth+16 {
		return false
	}
	g.add(patch(s, from+8, y-signHeight/2, signWidth, signHeight)...)
	if band == questions.BandMixed {
		g.add(rect("mixed", from+8+5, y-5, signWidth-10, 10))
	}
	g.add(glyph(s, from+8+signWidth/2, y+3.8))
	return true
}

// dot is a statement at its stance and at the day from which it counts. Where
// that is only the first of the days that it may mean, the dot is hollow.
func (d *timelineDrawing) dot(st *schema.Statement, from schema.Day, mid float64) {
	s := stanceSign(st.Stance)
	x, y := d.scale.at(from), mid-st.Stance.Value()*reach
	g := &group{class: "pg-dot", link: of(d.links.Statement, st.ID), title: d.said(st)}
	fill := s.Class
	if st.Stance == schema.Undecided { // its colour would look hollow
		fill = "edge"
	}
	g.add(circle{"mark " + fill, x, y, 3.8})
	if st.Date.IsZero() || st.Date.Earliest() != st.Date.Latest() {
		g.add(circle{"raised", x, y, 2.1})
	}
	d.body.add(g)
}

// said is a statement in words.
func (d *timelineDrawing) said(st *schema.Statement) string {
	when := st.Date.String()
	if st.Date.IsZero() {
		when = "date unknown"
	}
	text := fmt.Sprintf("%s, %s: %s", d.s.Codebook.ActorLabel(st.Actor), when, st.Stance.Label())
	if st.Evidence != "" {
		text += " \u2013 \u201c" + shortened(st.Evidence, 160) + "\u201d"
	}
	return text
}

func shortened(s string, most int) string {
	s = clean(s)
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "\u2026"
	}
	return s
}

// stanceSign draws a coded stance like the position that it would make alone.
func stanceSign(s schema.Stance) Sign {
	return Signs[map[schema.Stance]questions.Band{
		schema.Support: questions.BandSupport, schema.ConditionalSupport: questions.BandConditionalSupport,
		schema.Undecided:         questions.BandUndecided,
		schema.ConditionalOppose: questions.BandConditionalOppose, schema.Oppose: questions.BandOppose,
	}[s]]
}

// last is where the row stands at the end, beside the plot.
func (d *timelineDrawing) last(l questions.TimelineLine, p questions.Position, mid float64) {
	s := Signs[p.Band]
	x := plotLeft + plotWidth + 8
	g := &group{class: "pg-cell", link: d.links.cell(p), title: l.Label + ", " + d.s.Codebook.PropositionLabel(l.Proposition) + ": " + reading(p)}
	g.add(patch(s, x, mid-8, 26, 16)...)
	if p.Band == questions.BandMixed {
		g.add(rect("mixed", x+7, mid-6, 12, 12))
	}
	g.add(glyph(s, x+13, mid+4))
	d.body.add(g)
}
