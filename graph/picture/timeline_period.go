package picture

import (
	"fmt"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// periods draws bars of statements, and the position at the end of each period
// as a strip below them.
func (d *timelineDrawing) periods(l questions.TimelineLine, mid float64) {
	for i, p := range l.Periods {
		title := fmt.Sprintf("%s, %s, %s to %s: %s", l.Label, d.s.Codebook.PropositionLabel(l.Proposition), p.From, p.Until, tally(p.Tally))
		d.bars(p.Tally, p.From, p.Until, mid, d.most, title)
		until := d.scale.right()
		if i+1 < len(l.Periods) {
			until = d.scale.at(l.Periods[i+1].From)
		}
		if from := d.scale.at(p.From); p.Band != questions.BandNone && until > from {
			d.body.add(&group{title: title + "; at the end " + Signs[p.Band].Word, items: patch(Signs[p.Band], from, mid+reach+1.5, until-from, 3.5)})
		}
	}
	if len(l.Periods) > 0 {
		end := l.Periods[len(l.Periods)-1]
		d.last(l, questions.Position{Actor: l.Actor, Group: l.Group, Issue: l.Issue, Proposition: l.Proposition, Value: end.Value, Band: end.Band}, mid)
	}
}

// bars are the statements of a period: for upwards, against downwards, and
// undecided ones over the middle.
func (d *timelineDrawing) bars(t questions.Tally, from, until schema.Day, mid float64, most int, title string) {
	if t.N == 0 || most == 0 {
		return
	}
	x, w := d.scale.at(from), d.scale.at(until+1)-d.scale.at(from)
	gap := min(1, w/5)
	x, w = x+gap/2, w-gap
	unit := reach / float64(most)
	g := &group{class: "pg-bar", title: title}
	if t.Support > 0 {
		g.add(rect("support", x, mid-unit*float64(t.Support), w, unit*float64(t.Support)))
	}
	if t.Oppose > 0 {
		g.add(rect("oppose", x, mid, w, unit*float64(t.Oppose)))
	}
	if t.Undecided > 0 {
		h := max(2, min(unit*float64(t.Undecided), reach))
		g.add(rect("undecided", x, mid-h/2, w, h), rect("frame", x, mid-h/2, w, h))
	}
	d.body.add(g)
}

func tally(t questions.Tally) string {
	return fmt.Sprintf("%s, %d for, %d against, %d undecided", count(t.N, "statement"), t.Support, t.Oppose, t.Undecided)
}

// issue draws how much is said on an issue by all rows, on a scale of its own.
func (d *timelineDrawing) issue(i questions.IssueTimeline, y float64) float64 {
	most := 0
	for _, p := range i.Periods {
		most = max(most, p.Support, p.Oppose)
	}
	head := &group{link: of(d.links.Issue, i.Issue)}
	head.add(text{class: "head", x: 0, y: y + 13, s: fit("head", i.Label+", everybody", plotLeft+plotWidth)})
	mid := y + 20 + lineHeight/2
	d.body.add(head, segment("rule", plotLeft, mid, plotLeft+plotWidth, mid))
	d.name(fmt.Sprintf("statements, at most %d", most), "", mid)
	d.sides(mid)
	for _, p := range i.Periods {
		d.bars(p.Tally, p.From, p.Until, mid, most, fmt.Sprintf("%s, %s to %s: %s", i.Label, p.From, p.Until, tally(p.Tally)))
	}
	return y + 20 + lineHeight + 8
}

func (d *timelineDrawing) legend() []entry {
	list := signKeys()
	if d.t.Period != questions.NoPeriod {
		return append(list,
			entry{[]item{rect("support", 0, 1, 8, 7), rect("oppose", 10, 8, 8, 7), segment("rule", 0, 8, 20, 8)}, 20, fmt.Sprintf("statements for and against in a %s, at most %d", d.t.Period, d.most)},
			entry{patch(Signs[questions.BandSupport], 0, 6, 20, 3.5), 20, "position at the end of it"})
	}
	return append(list,
		entry{[]item{circle{"mark support", 5, 8, 3.8}}, 10, "statement, at its day and stance"},
		entry{[]item{circle{"mark support", 5, 8, 3.8}, circle{"raised", 5, 8, 2.1}}, 10, "its day is not certain: at the first it may be"},
		entry{[]item{path{class: "shade support", d: box(0, 4, 20, 10)}, rect("support", 0, 2, 20, thick)}, 20, "position: above the middle for, below against"})
}
