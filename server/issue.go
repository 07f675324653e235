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
	Listed     []propositionView // of this page
	Pager      pager
	Statements int
}

// propositionView is a proposition with everybody who takes a position on it.
type propositionView struct {
	catalogProposition
	Anchor string
	URL    string
	AllURL string      // everybody, where a side has more than are shown
	Also   []issueLink // other issues that it belongs to
	Sides  []side
}

type issueLink struct{ Label, URL string }

// side is one of held, rejected, undecided and mixed, with who takes it.
type side struct {
	Word   string
	N      int          // who take it
	Points []standpoint // the first of them
}

func issue(r *request) (*page, error) {
	f, err := r.filter(naming...)
	if err != nil {
		return nil, err
	}
	all := catalog(r.snap)
	at := slices.IndexFunc(all, func(i catalogIssue) bool { return i.ID == r.id })
	if at < 0 {
		return nil, r.unnamed("issue", "the list of issues is at /issues")
	}
	rows, err := r.rows(questions.RowsActors)
	if err != nil {
		return nil, err
	}
	spec := questions.MatrixSpec{Rows: rows, Issue: r.id}
	if spec.Page, err = r.whole("page", 1, 1); err != nil {
		return nil, err
	}
	if r.shape == formatHTML {
		spec.Columns, spec.Page = propositionsShown, min(spec.Page, max(1, (len(all[at].Props)+propositionsShown-1)/propositionsShown))
	}
	m, err := questions.BuildMatrix(r.snap, f, spec)
	if err != nil {
		return nil, err
	}
	return r.issuePage(f, all[at], spec, m), nil
}

// propositionsShown is how many propositions one page of an issue shows: those
// with most statements come first, as on the pages of its matrix. Of each side
// so many holders are shown; the page of the proposition has all.
const (
	propositionsShown = columnsOnPage
	holdersShown      = 24
)

func (r *request) issuePage(f questions.Filter, known catalogIssue, spec questions.MatrixSpec, m questions.Matrix) *page {
	rows := spec.Rows
	l := linksOf(f)
	v := issuePage{
		catalogIssue: known, Groups: rows == questions.RowsGroups, MatrixURL: l.Matrix(questions.RowsGroups, known.ID),
		AsOf: m.AsOf, Rule: m.Rule, Statements: known.Statements(),
	}
	v.OtherURL = l.IssueBy(otherRows(rows), known.ID)
	about := f
	about.Issues = []string{known.ID}
	v.Clock = r.clock(links{}.Issue(known.ID), r.query, f, questions.Days(r.snap, about), func(d schema.Day) string {
		return onDay(f, d).IssueBy(rows, known.ID)
	})
	at := func(l links, page int) string {
		return place{path: links{}.Issue(known.ID)}.onPage(page).at(l.keptBy(rows))
	}
	v.Pager = pagerOf(spec.Page, propositionsShown, len(known.Props), "propositions", func(page int) string { return at(l, page) })
	for _, p := range known.Props {
		if len(known.Props) <= propositionsShown || columnIn(m, p.ID) >= 0 {
			v.Listed = append(v.Listed, r.propositionView(l, p, spec, m))
		}
	}
	return &page{
		template: "issue", title: known.Label, view: v, data: issueAnswer(known, m), path: at(r.full(f), spec.Page),
		cite: "positions on " + known.Label + " as of " + longDay(m.AsOf), table: func(w io.Writer) error { return export.MatrixCSV(w, m) },
	}
}

func (r *request) propositionView(l links, p catalogProposition, spec questions.MatrixSpec, m questions.Matrix) propositionView {
	v := propositionView{catalogProposition: p, Anchor: propositionAnchor(p.ID), URL: l.Proposition(p.ID), AllURL: l.PropositionBy(spec.Rows, p.ID)}
	for _, other := range p.Issues {
		if other != spec.Issue {
			v.Also = append(v.Also, issueLink{r.snap.Codebook.IssueLabel(other), l.Issue(other)})
		}
	}
	column := columnIn(m, p.ID)
	if column < 0 {
		return v
	}
	positions := make([]questions.Position, 0, len(m.Rows))
	for _, row := range m.Rows {
		positions = append(positions, *row.Cells[column].Position)
	}
	v.Sides = r.sidesOf(l, positions, holdersShown)
	return v
}

func columnIn(m questions.Matrix, proposition string) int {
	return slices.IndexFunc(m.Columns, func(c questions.Column) bool { return c.ID == proposition })
}

// sidesOf sorts positions into sides, of each of which so many are shown, and
// drops those who said nothing.
func (r *request) sidesOf(l links, positions []questions.Position, shown int) []side {
	all := []struct {
		word string
		is   func(questions.Position) bool
	}{
		{"Holds", questions.Position.Holds},
		{"Rejects", questions.Position.Rejects},
		{"Undecided", func(p questions.Position) bool { return p.Band == questions.BandUndecided }},
		{"Mixed", func(p questions.Position) bool { return p.Mixed }},
	}
	var list []side
	for _, one := range all {
		s := side{Word: one.word}
		for _, p := range positions {
			if !one.is(p) {
				continue
			}
			if s.N++; s.N <= shown {
				s.Points = append(s.Points, r.standpoint(l, p))
			}
		}
		if s.N > 0 {
			list = append(list, s)
		}
	}
	return list
}
