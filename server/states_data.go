package server

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// The canned data of the page of states. No codebook knows the names, so each
// is its own label.
const (
	longActor    = "Permanent Interparliamentary Conference of the Riverside Municipalities and Their Harbour Authorities"
	hebrewActor  = "ועידת הערים שעל הנהר"
	unknownActor = "NEW:A speaker whom nobody registered"
	cannedIssue  = "canned"
)

var cannedDay = schema.MustDate("2025-06-01").Latest()

var statesGuide = guide{"All states", "Every part of a page in each state that it can have, drawn from invented data. Their links lead nowhere.", []guideSection{
	{ID: "cells", Head: "Cells of a matrix"}, {ID: "compared", Head: "Cells of a comparison"}, {ID: "evidence", Head: "Evidence"},
	{ID: "filters", Head: "Chips and facets"}, {ID: "pages", Head: "Pages of a list"}, {ID: "forms", Head: "A form with wrong fields"},
	{ID: "problems", Head: "Problems"}, {ID: "empty", Head: "Nothing to show"},
}}

type cannedMatrix struct {
	title string
	questions.Matrix
}

// cannedMatrices are the cells of propositions by their bands, those by what is
// said beside a band, and those of issues.
func cannedMatrices() []cannedMatrix {
	return []cannedMatrix{
		canned("bands", cannedIssue, cannedBands(), longActor, hebrewActor),
		canned("marks", cannedIssue, cannedMarks(), unknownActor, hebrewActor),
		canned("issues", "", cannedIssues(), longActor, hebrewActor),
	}
}

// cannedColumn is a head and the cell that each row has below it.
type cannedColumn struct {
	head string
	cell questions.Cell
}

func (c cannedColumn) counted() int {
	if c.cell.Issue != nil {
		return c.cell.Issue.N
	}
	return c.cell.Position.N
}

func canned(title, issue string, columns []cannedColumn, actors ...string) cannedMatrix {
	m := questions.Matrix{AsOf: cannedDay, Rule: questions.RuleLatest, Issue: issue}
	for _, c := range columns {
		m.Columns = append(m.Columns, questions.Column{ID: title + " " + c.head, Label: c.head, Short: c.head})
	}
	for _, actor := range actors {
		row := questions.Row{ID: actor, Label: strings.TrimPrefix(actor, schema.NewActorPrefix), Kind: schema.KindOrganisation}
		if actor == unknownActor {
			row.Kind = ""
		}
		for j, c := range columns {
			row.Cells = append(row.Cells, c.cell)
			row.Counted += c.counted()
			m.Columns[j].Counted += c.counted()
		}
		m.Rows = append(m.Rows, row)
	}
	return cannedMatrix{title, m}
}

var cannedValues = map[questions.Band]float64{
	questions.BandSupport: 1, questions.BandConditionalSupport: 0.5, questions.BandUndecided: 0,
	questions.BandConditionalOppose: -0.5, questions.BandOppose: -1,
}

// cannedPosition is one on three of four statements that a person accepted.
func cannedPosition(b questions.Band) questions.Position {
	p := questions.Position{Actor: longActor, Group: true, Issue: cannedIssue, Proposition: "on " + string(b), AsOf: cannedDay, Band: b, Rule: questions.RuleLatest, N: 3, Of: 4, ShareAccepted: 1}
	if v, ok := cannedValues[b]; ok {
		p.Value = &v
	}
	p.Mixed = b == questions.BandMixed
	if b == questions.BandNone {
		p.N, p.Of = 0, 0
	}
	return p
}

func cannedBands() []cannedColumn {
	var list []cannedColumn
	for _, b := range bands {
		p := cannedPosition(b)
		list = append(list, cannedColumn{string(b), questions.Cell{Position: &p}})
	}
	return list
}

func cannedMarks() []cannedColumn {
	var list []cannedColumn
	mark := func(head string, b questions.Band, set func(*questions.Position)) {
		p := cannedPosition(b)
		set(&p)
		list = append(list, cannedColumn{head, questions.Cell{Position: &p}})
	}
	mark("none of them counts", questions.BandNone, func(p *questions.Position) { p.Of = 4 })
	mark("older", questions.BandSupport, func(p *questions.Position) { p.AgeDays = 150 })
	mark("stale", questions.BandConditionalSupport, func(p *questions.Position) { p.AgeDays, p.Stale = 800, true })
	mark("possible", questions.BandOppose, func(p *questions.Position) { p.Possible = true })
	mark("signed", questions.BandConditionalOppose, func(p *questions.Position) { p.AsSignatory, p.Signed = true, 3 })
	mark("speakers differ", questions.BandMixed, func(p *questions.Position) { p.Disagree = true })
	mark("reviewed in part", questions.BandSupport, func(p *questions.Position) { p.ShareAccepted = 2. / 3 })
	mark("not reviewed", questions.BandUndecided, func(p *questions.Position) { p.ShareAccepted = 0 })
	mark("all at once", questions.BandOppose, func(p *questions.Position) {
		p.AgeDays, p.Stale, p.Possible, p.AsSignatory, p.Disagree, p.ShareAccepted, p.N, p.Of = 8000, true, true, true, true, 0.6, 12345, 67890
	})
	return list
}

func cannedIssues() []cannedColumn {
	held, rejected := []questions.Position{cannedPosition(questions.BandSupport)}, []questions.Position{cannedPosition(questions.BandConditionalOppose)}
	one := func(n, of int, listed bool, t questions.IssueTally) questions.IssuePosition {
		return questions.IssuePosition{Actor: longActor, Group: true, Issue: cannedIssue, N: n, Of: of, Listed: listed, Tally: t}
	}
	few := one(6, 8, true, questions.IssueTally{Held: 1, Rejected: 1})
	few.Held, few.Rejected = held, rejected
	more := one(15, 15, true, questions.IssueTally{Held: 2, Rejected: 1, Undecided: 1, Mixed: 1, Stale: 1})
	more.Held, more.Rejected = slices.Concat(held, held), rejected
	more.Undecided, more.Mixed = []questions.Position{cannedPosition(questions.BandUndecided)}, []questions.Position{cannedPosition(questions.BandMixed)}
	many := one(12345, 67890, false, questions.IssueTally{Held: 120, Rejected: 34, Undecided: 5, Mixed: 6, Possible: 1, AsSignatory: 2, Disagree: 3, Stale: 4})
	none, left := one(0, 0, true, questions.IssueTally{}), one(0, 3, true, questions.IssueTally{})
	return []cannedColumn{
		{"no statement", questions.Cell{Issue: &none}}, {"none counts", questions.Cell{Issue: &left}}, {"few positions", questions.Cell{Issue: &few}},
		{"more positions", questions.Cell{Issue: &more}}, {"many positions", questions.Cell{Issue: &many}},
	}
}

// cannedSnapshot has a digest that may only be quoted, and a statement in each
// status.
func cannedSnapshot() *ledger.Snapshot {
	passages := []string{"“We shall not pay for the locks, whatever the upper towns decide,” the chair told the radio.", "The chair had asked for the locks before.", "הערים יתמכו בסכרים."}
	src := schema.Source{
		Doc: "canned.md", Title: "A conference and its locks", Outlet: "An outlet", URL: "https://example.org/locks", Kind: schema.KindDigest, Published: schema.MustDate("2025-03-02"),
		Rights: schema.RightsQuoteOnly, Text: strings.Join(passages, "\n"),
	}
	src.ID = schema.HashText(src.Text)
	full := schema.Statement{
		Actor: longActor, OnBehalfOf: "The towns", Signatories: []string{hebrewActor, "Another signer"}, Stance: schema.ConditionalOppose, Condition: "unless the upper towns pay",
		Date: schema.MustDate("2025-03~"), DateBasis: schema.DateStated, Mode: schema.ModeQuote, Via: []string{"a radio", "a listener"}, Coder: "ada", Reviewer: "grace",
		Confidence: 0.9, Status: schema.StatusAccepted, Trace: []string{"the words “shall not pay”", "the chair speaks for the towns"},
	}
	proposed := schema.Statement{Actor: unknownActor, Stance: schema.Support, Date: schema.Date{}, Mode: schema.ModeIndirect, Coder: "rules/1", Confidence: 0.4, Status: schema.StatusProposed, Reason: "who speaks is not certain"}
	rejected := schema.Statement{Actor: hebrewActor, Stance: schema.Undecided, Date: src.Published, DateBasis: schema.DateArticle, Mode: schema.ModeNarrative, Coder: "rules/1", Reviewer: "grace", Confidence: 0.6, Status: schema.StatusRejected, Reason: rejections[0]}
	list, at := []schema.Statement{full, proposed, rejected}, 0
	for i := range list {
		st := &list[i]
		st.Source, st.Doc, st.Issue, st.Proposition, st.Codebook = src.ID, src.Doc, cannedIssue, "The towns pay for the locks", "canned/1"
		st.Evidence, st.Start, st.End = passages[i], at, at+len([]rune(passages[i]))
		at, st.ID = st.End+1, st.DeriveID()
	}
	return ledger.Build(&schema.Codebook{}, []schema.Source{src}, list)
}
