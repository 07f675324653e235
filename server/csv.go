package server

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// table is a CSV of a page: a head and its rows.
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
		guarded := make([]string, len(row))
		for i, v := range row {
			guarded[i] = guard(v)
		}
		if err := out.Write(guarded); err != nil {
			return fmt.Errorf("server: write csv: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// guard puts an apostrophe before what a spreadsheet would execute.
func guard(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
