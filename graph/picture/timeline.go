package picture

import (
	"fmt"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// What one timeline shows at most.
const (
	maxLines = 150
	maxMarks = 6000 // statements or bars
)

// Timeline draws how positions went, one row a line, all rows on one scale of
// time and of stance. The timeline of one actor has its propositions as rows,
// under their issues; any other has actors as rows, under their propositions.
//
// Without a period every statement is a dot at its date and stance; a thick
// line is the position, at the height of its value. With a period bars say how
// many statements fall into it, for upwards and against downwards, and the
// strip below them is the position at its end.
//
// It is an error of kind not-found when there is nothing in it, and of kind
// usage when there is more than a picture can show.
func Timeline(t questions.Timeline, s *ledger.Snapshot, c Caption, l Links) (*Scene, error) {
	if len(t.Lines) == 0 {
		return nil, empty("no statement passes the filter", "take out a part of the filter, or ask for a later --as-of")
	}
	if t.AsOf == schema.MinDay {
		return nil, empty("no statement has a date", "give --as-of to choose the end of the timeline")
	}
	if err := limit(len(t.Lines), maxLines, "lines", "name an --actor, a --group or a --proposition"); err != nil {
		return nil, err
	}
	d := &timelineDrawing{t: t, s: s, links: l, body: &group{}, tags: map[string]bool{}}
	if err := limit(d.marks(), maxMarks, "marks", "count them by --period year or month, or name an --actor"); err != nil {
		return nil, err
	}
	d.span()
	d.draw()
	return framed(c, d.desc(), d.body, d.width, d.height, d.legend()), nil
}

// TimelineSentence is the sentence of a caption.
func TimelineSentence(t questions.Timeline, f questions.Filter, cb *schema.Codebook) string {
	text := fmt.Sprintf("Positions until %s by the rule %s", day(t.AsOf), t.Rule)
	if t.Period != questions.NoPeriod {
		text += fmt.Sprintf(", statements by %s", t.Period)
	}
	text += "."
	if t.Undated > 0 {
		text += fmt.Sprintf(" %s without a date.", count(t.Undated, "statement"))
	}
	return strings.TrimSpace(text + " " + Selection(f, cb))
}

// timelineDrawing is a timeline while it is drawn.
type timelineDrawing struct {
	t             questions.Timeline
	s             *ledger.Snapshot
	links         Links
	body          *group
	scale         timeScale
	width, height float64
	most          int // statements of one sign in one period
	tags          map[string]bool
}

const (
	lineName   = 186.0
	plotLeft   = lineName + 26
	plotWidth  = 620.0
	lineHeight = 40.0
	reach      = 12.5 // from the middle of a row to full support
)

// marks is how many dots or bars there will be.
func (d *timelineDrawing) marks() int {
	n := 0
	for _, l := range d.t.Lines {
		n += len(l.Periods)
		for _, p := range l.Points {
			n += len(p.Added)
		}
	}
	for _, i := range d.t.Issues {
		n += len(i.Periods)
	}
	return n
}

// span sets the scale of time: from the first known day to the as-of day.
func (d *timelineDrawing) span() {
	first := d.t.AsOf
	for _, l := range d.t.Lines {
		for _, p := range l.Points {
			if p.Day != schema.MinDay { // what it adds stands there
				first = min(first, p.Day)
				continue
			}
			for _, id := range p.Added { // an open start has a known end
				if st, ok := d.s.Statement(id); ok && !st.Date.IsZero() && st.Date.Latest() != schema.MaxDay {
					first = min(first, st.Date.Latest())
				}
			}
		}
		for _, p := range l.Periods {
			first = min(first, p.From)
			d.most = max(d.most, p.Support, p.Oppose)
		}
	}
	for _, i := range d.t.Issues {
		for _, p := range i.Periods {
			first = min(first, p.From)
		}
	}
	d.scale = newTimeScale(first, d.t.AsOf, plotLeft, plotWidth)
}

// lineGroup is the rows under one heading.
type lineGroup struct {
	head, link string
	lines      []questions.TimelineLine
}

// groups are the lines as they are drawn.
func (d *timelineDrawing) groups() []lineGroup {
	one := !slices.ContainsFunc(d.t.Lines, func(l questions.TimelineLine) bool {
		return l.Actor != d.t.Lines[0].Actor || l.Group != d.t.Lines[0].Group
	})
	var list []lineGroup
	at := map[string]int{}
	for _, l := range d.ordered(one) {
		key, g := l.Proposition, lineGroup{head: d.s.Codebook.PropositionLabel(l.Proposition), link: of(d.links.Proposition, l.Proposition)}
		if one {
			key, g = l.Issue, lineGroup{head: d.s.Codebook.IssueLabel(l.Issue), link: of(d.links.Issue, l.Issue)}
		}
		if _, ok := at[key]; !ok {
			at[key] = len(list)
			list = append(list, g)
		}
		list[at[key]].lines = append(list[at[key]].lines, l)
	}
	return list
}

// ordered are the lines in the order of the codebook: an answer has them by
// actor, a picture of many actors by proposition.
func (d *timelineDrawing) ordered(one bool) []questions.TimelineLine {
	if one {
		return d.t.Lines
	}
	place := map[string]int{}
	for _, i := range d.s.Codebook.Issues {
		for _, p := range d.s.Codebook.OnIssue(i.ID) {
			if _, ok := place[p.ID]; !ok {
				place[p.ID] = len(place)
			}
		}
	}
	rank := func(l questions.TimelineLine) int {
		if n, ok := place[l.Proposition]; ok {
			return n
		}
		return len(place)
	}
	list := slices.Clone(d.t.Lines)
	slices.SortStableFunc(list, func(a, b questions.TimelineLine) int { return rank(a) - rank(b) })
	return list
}

func (d *timelineDrawing) draw() {
	groups := d.groups()
	grid := &group{} // behind everything
	d.body.add(grid)
	y := 14.0
	for _, issue := range d.t.Issues {
		y = d.issue(issue, y)
	}
	for _, g := range groups {
		head := &group{link: g.link}
		head.add(text{class: "head", x: 0, y: y + 13, s: fit("head", g.head, plotLeft+plotWidth)})
		d.body.add(head)
		y += 20
		for _, l := range g.lines {
			d.line(l, len(groups) > 0 && g.head == d.s.Codebook.IssueLabel(l.Issue) && g.head != d.s.Codebook.PropositionLabel(l.Proposition), y)
			y += lineHeight
		}
		y += 8
	}
	y -= 2
	d.axis(grid, 10, y)
	d.width, d.height = plotLeft+plotWidth+40, y+20
}

// axis draws the days that stand out, from top to bottom.
func (d *timelineDrawing) axis(g *group, top, bottom float64) {
	for _, t := range d.scale.ticks() {
		g.add(segment("rule", t.x, top, t.x, bottom))
		for _, y := range []float64{top - 4, bottom + 12} {
			g.add(text{class: "small", x: t.x, y: y, anchor: middle, s: t.label})
		}
	}
	g.add(segment("axis", plotLeft, bottom, plotLeft+plotWidth, bottom))
}

// desc is the picture in words.
func (d *timelineDrawing) desc() string {
	n, moved := 0, 0
	for _, l := range d.t.Lines {
		for i, p := range l.Points {
			n += len(p.Added)
			if i > 0 && p.Position.Band != l.Points[i-1].Position.Band {
				moved++
			}
		}
	}
	if d.t.Period != questions.NoPeriod {
		return fmt.Sprintf("A timeline of %s by %s until %s.", count(len(d.t.Lines), "line"), d.t.Period, day(d.t.AsOf))
	}
	return fmt.Sprintf("A timeline of %s with %s until %s; positions change %s.", count(len(d.t.Lines), "line"), count(n, "mark"), day(d.t.AsOf), times(moved))
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// TimelineTitle is the title of a caption: whom or what the timeline is about.
func TimelineTitle(t questions.Timeline, cb *schema.Codebook) string {
	actors, propositions, issues := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, l := range t.Lines {
		actors[l.Label], propositions[l.Proposition], issues[l.Issue] = true, true, true
	}
	title := "Positions over time"
	switch {
	case len(propositions) == 1:
		title = cb.PropositionLabel(t.Lines[0].Proposition)
	case len(issues) == 1:
		title = cb.IssueLabel(t.Lines[0].Issue)
	}
	if len(actors) == 1 {
		if title == "Positions over time" {
			return t.Lines[0].Label + ": positions over time"
		}
		return t.Lines[0].Label + ": " + title
	}
	return title
}
