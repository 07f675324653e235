package server

import (
	"io"
	"slices"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// issuePage is an issue: its propositions, what they mean, who holds what.
type issuePage struct {
	catalogIssue
	Clock      clock
	Groups     bool
	OtherURL   string // the same page with the other rows
	MatrixURL  string
	AsOf       schema.Day
	Rule       string
	Props      []propositionView
	Statements int
}

// propositionView is a proposition with everybody who takes a position on it.
type propositionView struct {
	catalogProposition
	Anchor string
	URL    string
	Also   []issueLink // other issues that it belongs to
	Sides  []side
}

type issueLink struct{ Label, URL string }

// side is one of held, rejected, undecided and mixed, with who takes it.
type side struct {
	Word   string
	Points []standpoint
}

func issue(r *request) (*page, error) {
	f, err := r.filter(naming...)
	if err != nil {
		return nil, err
	}
	all := catalog(r.snap)
	at := slices.IndexFunc(all, func(i catalogIssue) bool { return i.ID == r.id })
	if at < 0 {
		return nil, missing("issue", r.id, "the list of issues is at /issues")
	}
	rows := r.rows()
	m, err := questions.BuildMatrix(r.snap, f, questions.MatrixSpec{Rows: rows, Issue: r.id})
	if err != nil {
		return nil, err
	}
	return r.issuePage(f, all[at], rows, m), nil
}

func (r *request) issuePage(f questions.Filter, known catalogIssue, rows questions.Rows, m questions.Matrix) *page {
	l := linksOf(f)
	v := issuePage{
		catalogIssue: known, Groups: rows == questions.RowsGroups, MatrixURL: l.Matrix(questions.RowsGroups, known.ID),
		AsOf: m.AsOf, Rule: m.Rule, Statements: known.Statements(),
	}
	v.OtherURL = l.IssueBy(otherRows(rows), known.ID)
	about := f
	about.Issues = []string{known.ID}
	v.Clock = r.clock(links{}.Issue(known.ID), r.query, f, statementDays(r.snap, about), func(d schema.Day) string {
		there := f
		there.AsOf = &d
		return linksOf(there).IssueBy(rows, known.ID)
	})
	for _, p := range known.Props {
		v.Props = append(v.Props, r.propositionView(l, p, known.ID, m))
	}
	return &page{
		template: "issue", title: known.Label, view: v, data: issueAnswer(known, m), path: r.full(f).IssueBy(rows, known.ID),
		cite: "positions on " + known.Label + " as of " + longDay(m.AsOf), table: func(w io.Writer) error { return export.MatrixCSV(w, m) },
	}
}

func (r *request) propositionView(l links, p catalogProposition, issue string, m questions.Matrix) propositionView {
	v := propositionView{catalogProposition: p, Anchor: propositionAnchor(p.ID), URL: l.Proposition(p.ID)}
	for _, other := range p.Issues {
		if other != issue {
			v.Also = append(v.Also, issueLink{issueLabel(r.snap.Codebook, other), l.Issue(other)})
		}
	}
	column := slices.IndexFunc(m.Columns, func(c questions.Column) bool { return c.ID == p.ID })
	if column < 0 {
		return v
	}
	var points []standpoint
	for _, row := range m.Rows {
		points = append(points, r.standpoint(l, *row.Cells[column].Position))
	}
	v.Sides = sidesOf(points)
	return v
}

// sidesOf sorts positions into sides and drops those who said nothing.
func sidesOf(points []standpoint) []side {
	all := []struct {
		word string
		is   func(standpoint) bool
	}{
		{"Holds", func(p standpoint) bool { return p.Holds() }},
		{"Rejects", func(p standpoint) bool { return p.Rejects() }},
		{"Undecided", func(p standpoint) bool { return p.Band == questions.BandUndecided }},
		{"Mixed", func(p standpoint) bool { return p.Mixed }},
	}
	var list []side
	for _, one := range all {
		s := side{Word: one.word}
		for _, p := range points {
			if one.is(p) {
				s.Points = append(s.Points, p)
			}
		}
		if len(s.Points) > 0 {
			list = append(list, s)
		}
	}
	return list
}
