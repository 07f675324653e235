package server

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// cellSubject fills in what the cell is about and the matrix it stands in.
func (r *request) cellSubject(v *cellPage, l links, ref questions.CellRef) {
	rows, issue := questions.RowsActors, ref.Issue
	if ref.Group {
		rows = questions.RowsGroups
	}
	v.Subject, v.SubjectURL = r.snap.Codebook.IssueLabel(issue), l.Issue(issue)
	if known, ok := r.snap.Codebook.Issue(issue); ok {
		v.Definition = known.Definition
	}
	if p, ok := r.snap.Codebook.Proposition(ref.Proposition); ok {
		v.Subject, v.SubjectURL, v.Definition = p.Label, l.Proposition(p.ID), p.Definition
		if issue == "" {
			issue = p.Issues[0]
		}
	} else if ref.Proposition != "" {
		v.Subject, v.SubjectURL = ref.Proposition, l.Proposition(ref.Proposition)
	}
	if ref.Proposition == "" {
		issue = "" // the cell of an issue stands in the matrix of all issues
	}
	v.MatrixURL, v.OpenedURL = l.Matrix(rows, issue), l.Matrix(rows, ref.Issue)
	if v.N > 0 { // else the matrix may have no such row or column
		v.MatrixURL += "#at-" + cellAnchor(ref.Actor, cmp.Or(ref.Proposition, ref.Issue))
	}
}

// leftOut adds up why statements were left out, in the order of the reasons.
func leftOut(positions []questions.Position) []questions.LeftOut {
	var list []questions.LeftOut
	for _, reason := range questions.Reasons {
		n := 0
		for _, p := range positions {
			for _, out := range p.LeftOut {
				if out.Reason == reason {
					n += out.N
				}
			}
		}
		if n > 0 {
			list = append(list, questions.LeftOut{Reason: reason, N: n})
		}
	}
	return list
}

func cellAnswerOf(r *request, f questions.Filter, ref questions.CellRef, list questions.EvidenceList) cellAnswer {
	a := cellAnswer{
		Actor: ref.Actor, Group: ref.Group, Issue: ref.Issue, Proposition: ref.Proposition,
		AsOf: r.asOf(f), Version: r.snap.Version, Positions: list.Positions,
		Counted: list.Counted, Total: list.Total, Page: list.Page, Pages: list.Pages, Evidence: []witness{},
	}
	if r.shape == formatJSON && list.Limit > 0 {
		a.Positions = positionsOn(list)
	}
	notes := notesIn(r.snap)
	for _, w := range list.Witnesses {
		a.Evidence = append(a.Evidence, witness{w.Statement, w.Counted, w.Reason, w.Deciding, w.AsSignatory, w.Possible, w.Contradicts, len(notes.on(w.Statement.ID))})
	}
	return a
}

// positionsOn are the positions that a page of evidence bears on, with the IDs of
// that page alone: those of a whole cell may be a hundred thousand.
func positionsOn(list questions.EvidenceList) []questions.Position {
	ids, propositions := map[string]bool{}, map[string]bool{}
	for _, w := range list.Witnesses {
		ids[w.Statement.ID], propositions[w.Statement.Proposition] = true, true
	}
	positions := []questions.Position{}
	for _, p := range list.Positions {
		if propositions[p.Proposition] || len(list.Positions) == 1 {
			p.Statements, p.Deciding = among(ids, p.Statements), among(ids, p.Deciding)
			positions = append(positions, p)
		}
	}
	return positions
}

func among(ids map[string]bool, list []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(id string) bool { return !ids[id] })
}

// writeWitnesses prints the evidence of a cell, the counted statements first
// and of these what contradicts a position.
func writeWitnesses(w io.Writer, notes notesOf, witnesses []questions.Witness) error {
	t := table{head: []string{
		"statement", "counted", "left_out", "deciding", "as_signatory", "possible", "contradicts",
		"actor", "proposition", "stance", "date", "mode", "coder", "status", "evidence", "start", "end", "source", "doc", "notes",
	}}
	for _, one := range witnesses {
		st := one.Statement
		t.rows = append(t.rows, []string{
			st.ID, strconv.FormatBool(one.Counted), string(one.Reason), strconv.FormatBool(one.Deciding),
			strconv.FormatBool(one.AsSignatory), strconv.FormatBool(one.Possible), strconv.FormatBool(one.Contradicts),
			st.Actor, st.Proposition, strconv.FormatFloat(st.Stance.Value(), 'f', -1, 64), st.Date.String(), string(st.Mode), st.Coder,
			string(st.Status), st.Evidence, strconv.Itoa(st.Start), strconv.Itoa(st.End), st.Source, st.Doc, strconv.Itoa(len(notes.on(st.ID))),
		})
	}
	return t.write(w)
}
