package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// MatrixCSV writes a matrix as a table, actors or groups down, issues or
// propositions across; the heads are IDs. The first two columns are the ID and
// the label of the row.
//
// A cell of a proposition is its value (-1 to 1), "mixed", or empty where there
// is no statement. A cell of an issue lists its propositions, "id (+)" held,
// "id (-)" rejected, "id (0)" undecided, "id (±)" mixed, with "; " between.
func MatrixCSV(w io.Writer, m questions.Matrix) error {
	c := csv.NewWriter(w)
	header := []string{"id", "label"}
	for _, col := range m.Columns {
		header = append(header, Guard(col.ID))
	}
	_ = c.Write(header) // Error reports what went wrong
	for _, r := range m.Rows {
		cells := []string{Guard(r.ID), Guard(r.Label)}
		for _, one := range r.Cells {
			cells = append(cells, cell(one))
		}
		_ = c.Write(cells)
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write matrix: %w", err)
	}
	return nil
}

func cell(c questions.Cell) string {
	switch {
	case c.Issue != nil:
		return Guard(issueCell(c.Issue))
	case c.Position == nil || c.Position.N == 0:
		return ""
	case c.Position.Mixed:
		return "mixed"
	}
	return strconv.FormatFloat(*c.Position.Value, 'f', -1, 64)
}

func issueCell(ip *questions.IssuePosition) string {
	var parts []string
	for _, list := range []struct {
		sign      string
		positions []questions.Position
	}{{"+", ip.Held}, {"-", ip.Rejected}, {"0", ip.Undecided}, {"±", ip.Mixed}} {
		for _, p := range list.positions {
			parts = append(parts, p.Proposition+" ("+list.sign+")")
		}
	}
	return strings.Join(parts, "; ")
}
