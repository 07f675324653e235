package dna

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// number reads a whole number.
func (row row) number(column string) int64 {
	n, ok := row.values[column].(int64)
	if !ok {
		row.bad(column, shown(row.values[column]), "expected a whole number, found "+sqlType(row.values[column]))
	}
	return n
}

// optional reads a whole number that may be missing; it is then 0.
func (row row) optional(column string) int64 {
	if row.values[column] == nil {
		return 0
	}
	return row.number(column)
}

// text reads a text; a missing one is empty.
func (row row) text(column string) string {
	s, ok := row.values[column].(string)
	switch {
	case row.values[column] == nil:
	case !ok:
		row.bad(column, shown(row.values[column]), "expected a text, found "+sqlType(row.values[column]))
	case !utf8.ValidString(s):
		row.bad(column, strings.ToValidUTF8(s, "\ufffd"), "expected UTF-8")
		return ""
	}
	return s
}

// flag reads 0 or 1.
func (row row) flag(column string) bool {
	n := row.number(column)
	if n != 0 && n != 1 {
		row.bad(column, strconv.FormatInt(n, 10), "expected 0 or 1")
	}
	return n == 1
}

func (row row) color() Color {
	return Color{row.optional("Red"), row.optional("Green"), row.optional("Blue")}
}

// sqlType names the type of a value as SQLite does.
func sqlType(v any) string {
	switch v.(type) {
	case nil:
		return "none"
	case int64:
		return "an integer"
	case float64:
		return "a real number"
	case string:
		return "a text"
	case []byte:
		return "bytes"
	}
	return fmt.Sprintf("%T", v)
}

func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []byte:
		return fmt.Sprintf("%d bytes", len(v))
	case string:
		return strings.ToValidUTF8(v, "\ufffd")
	}
	return fmt.Sprint(v)
}
