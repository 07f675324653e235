package server

import (
	"fmt"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// columnView is a head of the matrix. Heads of issues open them.
type columnView struct {
	Label, Short, URL string
}

// rowView is one actor or group with its cells.
type rowView struct {
	Label        string
	URL          string
	Kind         string
	Unregistered bool
	Cells        []cellView
}

// cellView is a cell as it is drawn: either one standpoint, or the first few
// of an issue, or only their numbers.
type cellView struct {
	Column  string // for the cards of narrow screens, where there are no heads
	URL     string // "" where there is no statement at all
	Empty   bool   // nothing counts
	Point   *standpoint
	Points  []standpoint
	More    int
	Tallies []tally
	Tags    []tag
	N, Of   int
}

// tally is how many propositions of an issue are held, rejected and so on.
type tally struct {
	Sign sign
	N    int
	Word string
}

const (
	labelsShown    = 2 // propositions that a cell of an issue names
	labelsPossible = 5 // past these it counts instead
)

func (r *request) columnViews(l links, spec questions.MatrixSpec, m questions.Matrix) []columnView {
	var list []columnView
	for _, c := range m.Columns {
		v := columnView{Label: c.Label, Short: c.Short, URL: l.Matrix(spec.Rows, c.ID)}
		if spec.Issue != "" {
			v.URL = l.Issue(spec.Issue) + "#" + propositionAnchor(c.ID)
		}
		list = append(list, v)
	}
	return list
}

func (r *request) rowViews(l links, m questions.Matrix) []rowView {
	var list []rowView
	for _, row := range m.Rows {
		v := rowView{Label: row.Label, URL: l.Actor(row.ID), Kind: string(row.Kind), Unregistered: row.Kind == ""}
		for i, c := range row.Cells {
			v.Cells = append(v.Cells, r.cellView(l, m.Columns[i], c))
		}
		list = append(list, v)
	}
	return list
}

func (r *request) cellView(l links, column questions.Column, c questions.Cell) cellView {
	v := cellView{Column: capitalised(column.Short)}
	switch {
	case c.Position != nil:
		p := r.standpoint(l, *c.Position)
		v.Point, v.N, v.Of, v.Empty, v.Tags = &p, p.N, p.Of, p.Band == questions.BandNone, p.Tags
		v.URL = p.URL
	case c.Issue != nil:
		v.N, v.Of = c.Issue.N, c.Issue.Of
		v.URL = l.Cell(questions.CellRef{Actor: c.Issue.Actor, Group: c.Issue.Group, Issue: c.Issue.Issue})
		r.fillIssue(&v, l, *c.Issue)
	}
	if v.Of == 0 {
		v.URL = ""
	}
	return v
}

// fillIssue names what is held and rejected, turn about, so that a cell never
// hides that there is both; past five propositions it counts.
func (r *request) fillIssue(v *cellView, l links, ip questions.IssuePosition) {
	ordered := turnAbout(ip.Held, ip.Rejected)
	ordered = append(append(ordered, ip.Undecided...), ip.Mixed...)
	v.Empty, v.Tags = len(ordered) == 0, tagsOfAll(ordered)
	if len(ordered) > labelsPossible {
		v.Tallies = talliesOf(ip)
		return
	}
	shown := min(len(ordered), labelsShown)
	v.Points, v.More = r.standpoints(l, ordered[:shown]), len(ordered)-shown
}

func turnAbout(a, b []questions.Position) []questions.Position {
	var list []questions.Position
	for i := range max(len(a), len(b)) {
		if i < len(a) {
			list = append(list, a[i])
		}
		if i < len(b) {
			list = append(list, b[i])
		}
	}
	return list
}

func talliesOf(ip questions.IssuePosition) []tally {
	all := []tally{
		{signs[questions.BandSupport], len(ip.Held), "held"},
		{signs[questions.BandOppose], len(ip.Rejected), "rejected"},
		{signs[questions.BandUndecided], len(ip.Undecided), "undecided"},
		{signs[questions.BandMixed], len(ip.Mixed), "mixed"},
	}
	var some []tally
	for _, t := range all {
		if t.N > 0 {
			some = append(some, t)
		}
	}
	return some
}

// tagsOfAll are the tags that at least one of the positions has, each once.
func tagsOfAll(ps []questions.Position) []tag {
	has := map[string]bool{}
	for _, p := range ps {
		for _, t := range tagsOf(p) {
			has[t.Class] = true
		}
	}
	var list []tag
	for _, t := range tags {
		if has[t.Class] {
			list = append(list, t)
		}
	}
	return list
}

// Count is "3 of 4"; cells of issues leave "of" away where all count.
func (c cellView) Count() string {
	if c.N == c.Of && c.Point == nil {
		return thousands(c.N)
	}
	return fmt.Sprintf("%s of %s", thousands(c.N), thousands(c.Of))
}

// KindLabel is the kind of actor, or what it means that there is none.
func (r rowView) KindLabel() string { return kindLabel(schema.ActorKind(r.Kind)) }

func kindLabel(k schema.ActorKind) string {
	if k == "" {
		return "not in the codebook"
	}
	return string(k)
}
