package server

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// writeAgreements prints one pair on one issue a row; the first row of a pair
// is on all issues, and its issue is empty.
func writeAgreements(w io.Writer, list []questions.AgreementReport) error {
	t := table{head: []string{"left", "right", "issue", "units_both", "units_only_left", "units_only_right", "share", "alpha_nominal", "alpha_ordinal", "same_stance", "kappa"}}
	number := func(a questions.Coefficient) string {
		if a.Value == nil {
			return ""
		}
		return strconv.FormatFloat(*a.Value, 'f', -1, 64)
	}
	for _, r := range list {
		for _, on := range slices.Concat([]questions.IssueAgreement{{Agreed: r.Agreed}}, r.Issues) {
			t.rows = append(t.rows, []string{
				r.Left, r.Right, on.Issue, strconv.Itoa(on.Units.Common), strconv.Itoa(on.Units.OnlyLeft), strconv.Itoa(on.Units.OnlyRight),
				strconv.FormatFloat(on.Units.Share, 'f', -1, 64), number(on.Nominal), number(on.Ordinal), number(on.Same), number(on.Kappa),
			})
		}
	}
	return t.write(w)
}

// writeUnits prints one unit a row, as both have it; what one left out is empty.
func writeUnits(w io.Writer, r questions.AgreementReport, units []questions.CodedUnit) error {
	t := table{head: []string{"source", "doc", "actor", "issue", "proposition", "left", "left_statement", "left_stance", "left_start", "left_end", "left_evidence", "right", "right_statement", "right_stance", "right_start", "right_end", "right_evidence"}}
	coding := func(coder string, st *schema.Statement) []string {
		if st == nil {
			return []string{coder, "", "", "", "", ""}
		}
		return []string{coder, st.ID, st.Stance.String(), strconv.Itoa(st.Start), strconv.Itoa(st.End), st.Evidence}
	}
	for _, u := range units {
		st := cmp.Or(u.Left, u.Right)
		t.rows = append(t.rows, slices.Concat([]string{st.Source, st.Doc, st.Actor, st.Issue, st.Proposition}, coding(r.Left, u.Left), coding(r.Right, u.Right)))
	}
	return t.write(w)
}
