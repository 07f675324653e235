package server

import (
	"fmt"
	"slices"

	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// columnView is a head of a comparison.
type columnView struct {
	Label, Short, URL string
}

// cellView is a cell as it is drawn: either one standpoint, or the first few
// of an issue, or only their numbers.
type cellView struct {
	Anchor  string // of the cell: with "cell-" before it the address opens its evidence, with "at-" it leads to its link
	Column  string // for the cards of narrow screens, where there are no heads
	URL     string // "" where there is no statement at all
	Empty   bool   // nothing counts
	Point   *standpoint
	Points  []standpoint
	More    int
	Tallies []tally
	Tags    []tag
	N, Of   int
	Age     string // of the last statement, where it is older than the as-of date
	Review  string // how much of what counts has been accepted, where it is a part
}

// tally is how many propositions of an issue are held, rejected and so on.
type tally struct {
	Sign sign
	N    int
	Word string
}

// labelsShown is how many propositions a cell of an issue names.
const labelsShown = 2

func (r *request) cellView(l links, column headView, row string, c questions.Cell) cellView {
	v := cellView{Column: capitalised(column.Short), Anchor: cellAnchor(row, column.ID)}
	switch {
	case c.Position != nil:
		p := r.standpoint(l, *c.Position)
		v.Point, v.N, v.Of, v.Empty, v.Tags = &p, p.N, p.Of, p.Band == questions.BandNone, p.Tags
		v.URL, v.Review = p.URL, reviewed(p.Position)
		if p.AgeDays > 0 {
			v.Age = ago(p.AgeDays)
		}
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

// reviewed is the share of accepted statements where some are and some are
// not; that none is has a tag.
func reviewed(p questions.Position) string {
	if p.ShareAccepted == 0 || p.ShareAccepted == 1 {
		return ""
	}
	return percent(p.ShareAccepted) + " reviewed"
}

// fillIssue names what is held and rejected, turn about, so that a cell never
// hides that there is both; where there is more than a list would hold it
// counts.
func (r *request) fillIssue(v *cellView, l links, ip questions.IssuePosition) {
	v.Empty, v.Tags = ip.Tally.Positions() == 0, tagsIn(ip)
	if !ip.Listed {
		v.Tallies = talliesOf(ip.Tally)
		return
	}
	ordered := turnAbout(ip.Held, ip.Rejected)
	ordered = append(append(ordered, ip.Undecided...), ip.Mixed...)
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

func talliesOf(t questions.IssueTally) []tally {
	all := []tally{
		{signs[questions.BandSupport], t.Held, "held"},
		{signs[questions.BandOppose], t.Rejected, "rejected"},
		{signs[questions.BandUndecided], t.Undecided, "undecided"},
		{signs[questions.BandMixed], t.Mixed, "mixed"},
	}
	var some []tally
	for _, t := range all {
		if t.N > 0 {
			some = append(some, t)
		}
	}
	return some
}

// tagsIn are the tags that at least one of the positions of a cell has. Where
// positions are only counted, nobody counts who reviewed them.
func tagsIn(ip questions.IssuePosition) []tag {
	has := map[string]bool{
		picture.TagPossible.Class: ip.Tally.Possible > 0, picture.TagSigned.Class: ip.Tally.AsSignatory > 0,
		picture.TagStale.Class: ip.Tally.Stale > 0, picture.TagDisagree.Class: ip.Tally.Disagree > 0,
	}
	for _, p := range slices.Concat(ip.Held, ip.Rejected, ip.Undecided, ip.Mixed) {
		for _, t := range tagsOf(p) {
			has[t.Class] = true
		}
	}
	var list []tag
	for _, one := range tags {
		if has[one.Class] {
			list = append(list, one)
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

// kindLabel is the kind of an actor, or what it means that there is none.
func kindLabel(k schema.ActorKind) string {
	if k == "" {
		return "not in the codebook"
	}
	return string(k)
}
