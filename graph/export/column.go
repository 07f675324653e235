package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Type is the type of a column, as CSV on the Web names it.
type Type string

// The types of columns.
const (
	TypeText    Type = "string"
	TypeJSON    Type = "json" // a list or an object of texts: no separator can break it
	TypeDate    Type = "date"
	TypeDecimal Type = "decimal"
	TypeCount   Type = "nonNegativeInteger"
)

// Column is a column of a table of CSV.
type Column struct {
	Name     string
	Help     string // what stands in it
	Type     Type
	Pattern  string // of a text: a regular expression that every value matches
	Required bool   // never empty
	Derived  bool   // follows from other columns or tables: import does not read it
}

// columnOf is a column with the value that a row has in it.
type columnOf[T any] struct {
	Column
	value func(T) string
}

// isText reports whether a cell must be guarded: numbers and dates are no
// formulas, and the minus of a number is its own.
func (c Column) isText() bool { return c.Type == TypeText || c.Type == TypeJSON }

var (
	edtf      = strings.ReplaceAll(`DATE|DATE/DATE|\.\./DATE`, "DATE", `\d{4}(-\d{2}(-\d{2})?)?~?`) // the subset of schema.Date
	hash      = `[0-9a-f]{64}`
	uuidWords = `[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`
)

// words is the pattern of a closed list.
func words[W ~string](list []W) string {
	texts := make([]string, len(list))
	for i, w := range list {
		texts[i] = string(w)
	}
	return strings.Join(texts, "|")
}

func columnsOf[T any](list []columnOf[T]) []Column {
	names := make([]Column, len(list))
	for i, c := range list {
		names[i] = c.Column
	}
	return names
}

// writeRows writes a table: its head, and a row for each item.
func writeRows[T any](w io.Writer, what string, columns []columnOf[T], rows iter.Seq[T]) error {
	head := make([]string, len(columns))
	for i, col := range columns {
		head[i] = col.Name
	}
	c := csv.NewWriter(w)
	_ = c.Write(head) // Error reports what went wrong
	c.Flush()
	err := c.Error()
	if err == nil {
		err = writeInOrder(w, rows, func(b *bytes.Buffer, batch []T) error { return encodeRows(b, columns, batch) })
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", what, err)
	}
	return nil
}

func encodeRows[T any](b *bytes.Buffer, columns []columnOf[T], rows []T) error {
	c := csv.NewWriter(b)
	cells := make([]string, len(columns))
	for _, row := range rows {
		for i, col := range columns {
			if cells[i] = col.value(row); col.isText() {
				cells[i] = schema.Guard(cells[i])
			}
		}
		_ = c.Write(cells) // Error reports what went wrong
	}
	c.Flush()
	return c.Error()
}
