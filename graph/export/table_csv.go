package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// TableCSV writes a comparison table, one row a cell, with the columns row,
// column, position, value, band, rule, n, of, first_date, last_date, notes and
// statement_ids. Value and band are those of a proposition; where the rows are
// issues they are empty, because an issue has no number. Notes and IDs are
// separated by spaces.
func TableCSV(w io.Writer, t questions.Table) error {
	c := csv.NewWriter(w)
	_ = c.Write([]string{"row", "column", "position", "value", "band", "rule", "n", "of", "first_date", "last_date", "notes", "statement_ids"})
	for _, r := range t.Rows {
		for i, cell := range r.Cells {
			_ = c.Write(tableRow(t, r, t.Columns[i], cell))
		}
	}
	c.Flush()
	if err := c.Error(); err != nil { // it reports what went wrong above
		return fmt.Errorf("write table: %w", err)
	}
	return nil
}

func tableRow(t questions.Table, r questions.TableRow, head questions.TableHead, cell questions.TableCell) []string {
	standpoints := cell.Standpoints()
	value, band := "", ""
	if r.Proposition != "" {
		band = string(questions.BandNone)
		for _, sp := range standpoints {
			band = string(sp.Band)
			if sp.Value != nil {
				value = number(*sp.Value)
			}
		}
	}
	first, last := span(standpoints)
	return []string{Guard(rowID(r)), Guard(columnID(t, head)), Guard(plain(cell, func([]int) string { return "" })), value, band, t.Rule,
		strconv.Itoa(cell.N), strconv.Itoa(cell.Of), first, last, notes(standpoints), ids(standpoints)}
}

// rowID is the issue or proposition of a row.
func rowID(r questions.TableRow) string {
	if r.Proposition != "" {
		return r.Proposition
	}
	return r.Issue
}

// columnID is the actor, with its date where the columns differ in it.
func columnID(t questions.Table, head questions.TableHead) string {
	if head.AsOf != t.AsOf {
		return head.Actor + " " + head.AsOf.String()
	}
	return head.Actor
}

// span is the date of the earliest and of the latest statement counted.
func span(standpoints []questions.Standpoint) (first, last string) {
	var from, to schema.Date
	for _, sp := range standpoints {
		if from.IsZero() || sp.First.Earliest() < from.Earliest() {
			from = sp.First
		}
		if to.IsZero() || sp.Last.Latest() > to.Latest() {
			to = sp.Last
		}
	}
	return from.String(), to.String()
}

func notes(standpoints []questions.Standpoint) string {
	var numbers []string
	for _, sp := range standpoints {
		for _, n := range sp.Notes {
			numbers = append(numbers, strconv.Itoa(n))
		}
	}
	return strings.Join(numbers, " ")
}

func ids(standpoints []questions.Standpoint) string {
	var all []string
	for _, sp := range standpoints {
		all = append(all, sp.Statements...)
	}
	return strings.Join(all, " ")
}

// TableNotesCSV writes the source notes of a comparison table, one row a note.
func TableNotesCSV(w io.Writer, t questions.Table) error {
	c := csv.NewWriter(w)
	_ = c.Write([]string{"note", "statement_id", "quotation", "actor", "on_behalf_of", "date", "outlet", "via", "url", "source", "start", "end"})
	for _, n := range t.Notes {
		st, outlet, url := n.Statement, "", ""
		if n.Source != nil {
			outlet, url = n.Source.Outlet, n.Source.URL
		}
		_ = c.Write([]string{strconv.Itoa(n.Number), st.ID, Guard(st.Evidence), Guard(st.Actor), Guard(st.OnBehalfOf), st.Date.String(),
			Guard(outlet), list(st.Via), Guard(url), st.Source, strconv.Itoa(st.Start), strconv.Itoa(st.End)})
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write table notes: %w", err)
	}
	return nil
}
