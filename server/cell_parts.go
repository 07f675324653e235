package server

import (
	"cmp"
	"io"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// cellPositions are the positions of a cell: the one on its proposition, or
// those on the propositions of its issue that anybody's statement is on.
func (r *request) cellPositions(f questions.Filter, ref questions.CellRef) []questions.Position {
	if ref.Proposition != "" {
		return []questions.Position{questions.On(r.snap, f, ref.Actor, ref.Group, ref.Proposition)}
	}
	list := []questions.Position{}
	for _, p := range r.snap.Codebook.OnIssue(ref.Issue) {
		if on := questions.On(r.snap, f, ref.Actor, ref.Group, p.ID); on.Of > 0 {
			on.Issue = ref.Issue
			list = append(list, on)
		}
	}
	return list
}

// cellSubject fills in what the cell is about and the matrix it stands in.
func (r *request) cellSubject(v *cellPage, l links, f questions.Filter, ref questions.CellRef) {
	rows, issue := questions.RowsActors, ref.Issue
	if ref.Group {
		rows = questions.RowsGroups
	}
	v.Subject, v.SubjectURL = issueLabel(r.snap.Codebook, issue), l.Issue(issue)
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

// sides say for each proposition whether it is held or rejected: 1 or -1.
type sides map[string]float64

func sidesIn(positions []questions.Position) sides {
	s := sides{}
	for i := range positions {
		switch p := &positions[i]; {
		case p.Holds():
			s[p.Proposition] = 1
		case p.Rejects():
			s[p.Proposition] = -1
		}
	}
	return s
}

// contradicts reports whether a statement counts and supports what is rejected,
// or opposes what is held. A mixed position has no side to contradict.
func (s sides) contradicts(w *questions.Witness) bool {
	return w.Counted && s[w.Statement.Proposition]*w.Statement.Stance.Value() < 0
}

// contradictingFirst puts the counted statements that speak against the
// position in front: whoever doubts a number looks for them. The rest keeps its
// order, the counted before those left out.
func (s sides) contradictingFirst(witnesses []questions.Witness) []questions.Witness {
	list := make([]questions.Witness, 0, len(witnesses))
	for _, against := range []bool{true, false} {
		for i := range witnesses {
			if s.contradicts(&witnesses[i]) == against {
				list = append(list, witnesses[i])
			}
		}
	}
	return list
}

func witnessDays(witnesses []questions.Witness) []dayCount {
	var list []*schema.Statement
	for _, w := range witnesses {
		list = append(list, w.Statement)
	}
	return daysOf(list)
}

func cellAnswerOf(r *request, f questions.Filter, ref questions.CellRef, positions []questions.Position, witnesses []questions.Witness) cellAnswer {
	a := cellAnswer{
		Actor: ref.Actor, Group: ref.Group, Issue: ref.Issue, Proposition: ref.Proposition,
		AsOf: r.asOf(f), Version: r.snap.Version, Positions: positions, Evidence: []witness{},
	}
	for _, w := range witnesses {
		a.Evidence = append(a.Evidence, witness{w.Statement, w.Counted, w.Reason, w.Deciding, w.AsSignatory, w.Possible})
	}
	return a
}

// writeWitnesses prints the evidence of a cell, the counted statements first.
func writeWitnesses(w io.Writer, witnesses []questions.Witness) error {
	t := table{head: []string{
		"statement", "counted", "left_out", "deciding", "as_signatory", "possible",
		"actor", "proposition", "stance", "date", "mode", "coder", "status", "evidence", "start", "end", "source", "doc",
	}}
	for _, one := range witnesses {
		st := one.Statement
		t.rows = append(t.rows, []string{
			st.ID, strconv.FormatBool(one.Counted), string(one.Reason), strconv.FormatBool(one.Deciding),
			strconv.FormatBool(one.AsSignatory), strconv.FormatBool(one.Possible),
			st.Actor, st.Proposition, strconv.FormatFloat(st.Stance.Value(), 'f', -1, 64), st.Date.String(), string(st.Mode), st.Coder,
			string(st.Status), st.Evidence, strconv.Itoa(st.Start), strconv.Itoa(st.End), st.Source, st.Doc,
		})
	}
	return t.write(w)
}
