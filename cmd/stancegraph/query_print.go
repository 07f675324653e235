package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode"

	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/graph/export"
)

// widestCell is how many characters of a value the table shows: it is for
// looking; --json and --csv have everything.
const widestCell = 80

// printResult prints rows; what is to be said about them goes to standard
// error.
func (a *app) printResult(r explore.Result, asCSV bool) error {
	if r.Note != "" {
		fmt.Fprintln(a.stderr, "note: ", r.Note)
	}
	switch {
	case a.json:
		return printJSON(a.stdout, r)
	case asCSV:
		return printRowsCSV(a.stdout, r)
	}
	return printRows(a.stdout, r)
}

func printRows(out io.Writer, r explore.Result) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	if len(r.Columns) > 0 {
		fmt.Fprintln(w, strings.Join(cells(r.Columns, onLine), "\t"))
	}
	for _, row := range r.Rows {
		fmt.Fprintln(w, strings.Join(cells(r.Columns, func(c string) string { return onLine(explore.Text(row[c])) }), "\t"))
	}
	return writing("standard output", w.Flush())
}

func printRowsCSV(out io.Writer, r explore.Result) error {
	w := csv.NewWriter(out)
	_ = w.Write(cells(r.Columns, export.Guard)) // Error reports what went wrong
	for _, row := range r.Rows {
		_ = w.Write(cells(r.Columns, func(c string) string {
			if _, isNumber := row[c].(json.Number); isNumber {
				return explore.Text(row[c]) // no formula: "-1" stays a number
			}
			return export.Guard(explore.Text(row[c]))
		}))
	}
	w.Flush()
	return writing("standard output", w.Error())
}

func cells(columns []string, text func(string) string) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = text(c)
	}
	return out
}

// onLine keeps a value on its line and in its column. Texts of articles are
// not trusted: nothing in them may move the cursor of a terminal.
func onLine(s string) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, s))
	if len(runes) > widestCell {
		return string(runes[:widestCell-1]) + "…"
	}
	return string(runes)
}

func (a *app) printExamples() error {
	if a.json {
		return printJSON(a.stdout, explore.Examples())
	}
	for _, e := range explore.Examples() {
		_, body, _ := strings.Cut(e.Text, "\n")
		_, body, _ = strings.Cut(body, "\n")
		fmt.Fprintf(a.stdout, "%s (%s)\n%s. %s\n\n    %s\n\n", e.Name, e.Language, e.Title, e.About,
			strings.ReplaceAll(strings.TrimSpace(body), "\n", "\n    "))
	}
	fmt.Fprintln(a.stdout, "Run one with: stancegraph query --example NAME --store STORE")
	return nil
}
