package server

import (
	"io"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// writeMatrix prints a matrix with one row a position: a table that a
// statistics program reads without guessing. Cells without a statement have no
// row.
func writeMatrix(w io.Writer, m questions.Matrix) error {
	t := table{head: []string{"row", "row_label", "issue", "proposition", "as_of", "rule", "band", "value", "n", "of", "first_date", "last_date", "possible", "as_signatory", "stale"}}
	for _, row := range m.Rows {
		for _, c := range row.Cells {
			for _, p := range positionsOf(c) {
				t.rows = append(t.rows, positionRow(row, p))
			}
		}
	}
	return t.write(w)
}

func positionsOf(c questions.Cell) []questions.Position {
	if c.Position != nil {
		return []questions.Position{*c.Position}
	}
	return append(append(append(turnAbout(c.Issue.Held, nil), c.Issue.Rejected...), c.Issue.Undecided...), c.Issue.Mixed...)
}

func positionRow(row questions.Row, p questions.Position) []string {
	value := ""
	if p.Value != nil {
		value = strconv.FormatFloat(*p.Value, 'g', -1, 64)
	}
	return []string{
		row.ID, row.Label, p.Issue, p.Proposition, p.AsOf.String(), p.Rule, string(p.Band), value, strconv.Itoa(p.N), strconv.Itoa(p.Of),
		p.First.String(), p.Last.String(), strconv.FormatBool(p.Possible), strconv.FormatBool(p.AsSignatory), strconv.FormatBool(p.Stale),
	}
}
