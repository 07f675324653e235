package server

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/schema"
)

// table is the CSV of a list: a head and its rows. Statements and matrices are
// written by graph/export, as the commands write them.
type table struct {
	head []string
	rows [][]string
}

// write prints the table as RFC 4180. Values that a spreadsheet would take for
// a formula are guarded.
func (t table) write(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(t.head); err != nil {
		return fmt.Errorf("server: write csv: %w", err)
	}
	for _, row := range t.rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = guarded(v)
		}
		if err := out.Write(cells); err != nil {
			return fmt.Errorf("server: write csv: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// guarded leaves numbers alone: the minus of "-1" belongs to it.
func guarded(v string) string {
	if _, err := strconv.ParseFloat(v, 64); err == nil && strings.Trim(v, "-.0123456789") == "" {
		return v
	}
	return export.Guard(v)
}

// numberOf is a value in a table; "" where there is none.
func numberOf(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func wholeField(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func dayField(d schema.Day) string {
	if d == schema.MinDay || d == schema.MaxDay {
		return ""
	}
	return d.String()
}
