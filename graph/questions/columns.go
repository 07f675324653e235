package questions

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// issueColumns are the issues in the order of the codebook, then those that
// only records name.
func issueColumns(s *ledger.Snapshot) []Column {
	var columns []Column
	for _, i := range s.Codebook.Issues {
		columns = append(columns, Column{ID: i.ID, Label: i.Label, Short: i.Short})
	}
	return append(columns, missing(columns, issueNames(s))...)
}

// propositionColumns are the propositions of an issue in the order of the
// codebook, then those that only records name.
func propositionColumns(s *ledger.Snapshot, issue string) []Column {
	var columns []Column
	for _, p := range s.Codebook.OnIssue(issue) {
		columns = append(columns, Column{ID: p.ID, Label: p.Label, Short: p.Short})
	}
	unknown := named{}
	for _, id := range s.Propositions() {
		if _, ok := s.Codebook.Proposition(id); !ok && firstIssue(s, id) == issue {
			unknown[id] = id
		}
	}
	return append(columns, missing(columns, unknown)...)
}

// missing are the columns for known IDs that have none yet, sorted.
func missing(columns []Column, known named) []Column {
	var more []Column
	for id, label := range known {
		if !slices.ContainsFunc(columns, func(c Column) bool { return c.ID == id }) {
			more = append(more, Column{ID: id, Label: label, Short: label})
		}
	}
	slices.SortFunc(more, func(a, b Column) int { return strings.Compare(a.ID, b.ID) })
	return more
}
