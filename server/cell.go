package server

import (
	"cmp"
	"io"
	"net/url"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// cellPage is the evidence of a cell.
type cellPage struct {
	Name        string // of the actor or group
	Group       bool
	ActorURL    string
	Subject     string // label of the proposition or the issue
	SubjectURL  string
	Definition  string
	Clock       clock
	Chips       []chip
	Points      []standpoint // one for a proposition; for an issue, each with a statement
	PointsMore  int          // that the matrix of the issue has
	OpenedURL   string       // that matrix
	LeftOut     []questions.LeftOut
	N, Of       int
	AsOf        schema.Day
	Rule        string
	Counted     []exhibit // of this page: first what contradicts the position
	Rest        []exhibit
	Pager       pager
	MatrixURL   string
	Proposition bool // the cell is about one proposition
}

// cellAnswer is the JSON of a cell.
type cellAnswer struct {
	Actor       string               `json:"actor"`
	Group       bool                 `json:"group"`
	Issue       string               `json:"issue"`
	Proposition string               `json:"proposition"`
	AsOf        schema.Day           `json:"as_of"`
	Version     string               `json:"version"`
	Positions   []questions.Position `json:"positions"` // of a page: those of its evidence, with the IDs of its statements
	Counted     int                  `json:"counted"`   // statements of all pages that count
	Total       int                  `json:"total"`     // statements of all pages
	Page        int                  `json:"page"`      // from 1; without the parameter page all are on one
	Pages       int                  `json:"pages"`
	Evidence    []witness            `json:"evidence"` // of this page: first what contradicts a position
}

// witness is a statement with what the cell makes of it.
type witness struct {
	Statement   *schema.Statement `json:"statement"`
	Counted     bool              `json:"counted"`
	Reason      questions.Reason  `json:"reason"`
	Deciding    bool              `json:"deciding"`
	AsSignatory bool              `json:"as_signatory"`
	Possible    bool              `json:"possible"`
	Contradicts bool              `json:"contradicts"`
	Notes       int               `json:"notes"` // on the statement
}

// cell shows every statement behind a cell, and apart from them those that
// were left out, each with its reason.
func cell(r *request) (*page, error) {
	group, err := r.oneOf("group", "1")
	if err != nil {
		return nil, err
	}
	ref := questions.CellRef{
		Actor: r.query.Get("actor"), Group: group != "",
		Issue: r.query.Get("issue"), Proposition: r.query.Get("proposition"),
	}
	if ref.Actor == "" || ref.Issue == "" && ref.Proposition == "" {
		return nil, schema.Errorf(schema.KindUsage, "open a cell of the matrix, or add actor= and issue= or proposition= to the address",
			"a cell needs an actor, and an issue or a proposition")
	}
	f, err := questions.ParseFilter(cellFilter(r.query), r.snap)
	if err != nil {
		return nil, err
	}
	at, err := r.whole("page", 1, 1)
	if err != nil {
		return nil, err
	}
	limit := evidenceShown
	if r.shape == formatJSON && !r.query.Has("page") {
		limit = 0
	}
	list, err := questions.EvidencePage(r.snap, f, ref, at, limit)
	if err != nil {
		return nil, err
	}
	return r.cellPage(f, ref, list), nil
}

// evidenceShown is how many statements one page of a cell shows.
const evidenceShown = 50

func (r *request) cellPage(f questions.Filter, ref questions.CellRef, list questions.EvidenceList) *page {
	l := linksOf(f)
	positions := list.Positions
	v := cellPage{
		Name: r.snap.Codebook.ActorLabel(ref.Actor), Group: ref.Group, ActorURL: l.Actor(ref.Actor), AsOf: r.asOf(f),
		Points: r.standpoints(l, positions[:min(len(positions), evidenceShown)]), PointsMore: max(0, len(positions)-evidenceShown), LeftOut: leftOut(positions), Proposition: ref.Proposition != "",
	}
	v.Rule, v.N, v.Of = cmp.Or(f.Rule, questions.RuleLatest), list.Counted, list.Total
	r.cellSubject(&v, l, ref)
	query := without(r.query, "page") // another day begins at its beginning
	v.Clock = r.clock("/cell", query, f, list.Days, func(d schema.Day) string {
		return onDay(f, d).Cell(ref)
	})
	v.Chips = r.chipsOf(f.Values(), func(q url.Values) string { return links{filter: q}.Cell(ref) })
	v.Pager = pagerOf(list.Page, evidenceShown, list.Total, "statements", func(n int) string { return l.CellPage(ref, n) })
	for _, w := range list.Witnesses {
		e := r.exhibit(l, w.Statement)
		e.Witness = w
		if w.Counted {
			v.Counted = append(v.Counted, e)
		} else {
			v.Rest = append(v.Rest, e)
		}
	}
	title := v.Name + ": " + v.Subject
	return &page{
		template: "cell", title: title, view: v, data: cellAnswerOf(r, f, ref, list),
		path: r.full(f).CellPage(ref, onlyOf(list)), cite: title + ", evidence as of " + longDay(v.AsOf),
		table: func(w io.Writer) error {
			all, err := questions.Evidence(r.snap, f, ref)
			if err != nil {
				return err
			}
			return writeWitnesses(w, notesIn(r.snap), all)
		},
	}
}

// onlyOf is the page of a list, 0 where there is but one.
func onlyOf(list questions.EvidenceList) int {
	if list.Pages == 1 {
		return 0
	}
	return list.Page
}
