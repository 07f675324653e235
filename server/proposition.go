package server

import (
	"io"
	"math"
	"slices"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// propositionPage is a proposition: what it means, what words name it, who is
// for and who against it, on what evidence.
type propositionPage struct {
	catalogProposition
	On          []issueLink
	Clock       clock
	Groups      bool
	OtherURL    string // the same page with the other rows
	MatrixURL   string // the matrix of its issue
	TimelineURL string
	AsOf        schema.Day
	Rule        string
	Sides       []side
	Nobody      bool      // has a statement that counts on this day
	List        []exhibit // newest first
	Pager       pager     // of List
}

// propositionAnswer is the JSON of a proposition.
type propositionAnswer struct {
	propJSON
	Accusation bool                 `json:"accusation"`
	Cues       []cueJSON            `json:"cues"`
	AsOf       schema.Day           `json:"as_of"`
	Version    string               `json:"version"`
	Positions  []questions.Position `json:"positions"`
	Evidence   []*schema.Statement  `json:"evidence"`
}

func proposition(r *request) (*page, error) {
	f, err := r.filter(naming...)
	if err != nil {
		return nil, err
	}
	known, ok := findProposition(r.snap, r.id)
	if !ok {
		return nil, r.unnamed("proposition", "the codebook lists all of them: /codebook")
	}
	rows, err := r.rows(questions.RowsActors)
	if err != nil {
		return nil, err
	}
	about := f
	about.Propositions = []string{known.ID}
	m, err := questions.BuildMatrix(r.snap, about, questions.MatrixSpec{Rows: rows, Issue: known.Issues[0]})
	if err != nil {
		return nil, err
	}
	return r.propositionPage(f, known, rows, m)
}

func (r *request) propositionPage(f questions.Filter, known catalogProposition, rows questions.Rows, m questions.Matrix) (*page, error) {
	l := linksOf(f)
	statements := slices.Clone(r.snap.OnProposition(known.ID))
	slices.SortStableFunc(statements, func(a, b *schema.Statement) int { return ledger.CompareDates(b.Date, a.Date) })
	at := func(l links, page int) string {
		return place{path: links{}.Proposition(known.ID)}.onPage(page).at(l.keptBy(rows))
	}
	shown, pages, err := r.statementPage(statements, "statements-head", func(page int) string { return at(l, page) })
	if err != nil {
		return nil, err
	}
	v := propositionPage{
		catalogProposition: known, Groups: rows == questions.RowsGroups, OtherURL: l.PropositionBy(otherRows(rows), known.ID),
		MatrixURL: l.Matrix(rows, known.Issues[0]), TimelineURL: l.Timeline("", "", known.ID), AsOf: m.AsOf, Rule: m.Rule,
		List: r.exhibits(l, shown), Pager: pages,
	}
	for _, id := range known.Issues {
		v.On = append(v.On, issueLink{r.snap.Codebook.IssueLabel(id), l.Issue(id)})
	}
	v.Clock = r.clock(links{}.Proposition(known.ID), without(r.query, "page"), f, daysOf(statements), func(d schema.Day) string {
		return onDay(f, d).PropositionBy(rows, known.ID)
	})
	positions := positionsIn(m)
	v.Sides = r.sidesOf(l, positions, math.MaxInt)
	v.Nobody = len(v.Sides) == 0
	return &page{
		template: "proposition", title: known.Label, view: v, path: at(r.full(f), pages.Page),
		cite: "positions on \u201c" + known.Label + "\u201d as of " + longDay(m.AsOf),
		data: propositionAnswer{propJSONOf(known), known.Accusation, cuesOf(known.Cues), m.AsOf, r.snap.Version, positions, statements},
		table: func(w io.Writer) error {
			return export.CSV(w, r.snap, questions.Filter{Propositions: []string{known.ID}})
		},
	}, nil
}

// findProposition looks in the codebook and in what only statements name.
func findProposition(s *ledger.Snapshot, id string) (catalogProposition, bool) {
	for _, i := range catalog(s) {
		for _, p := range i.Props {
			if p.ID == id {
				return p, true
			}
		}
	}
	return catalogProposition{}, false
}

// positionsIn are the positions of the cells of a matrix of propositions,
// those of who said something.
func positionsIn(m questions.Matrix) []questions.Position {
	list := []questions.Position{}
	for _, row := range m.Rows {
		for _, c := range row.Cells {
			if c.Position.Of > 0 {
				list = append(list, *c.Position)
			}
		}
	}
	return list
}
