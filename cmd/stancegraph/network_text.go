package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"text/tabwriter"
	"time"

	"github.com/stancegraph/stancegraph/graph/network"
)

// text prints a matrix with numbered columns: labels are sentences, and longer
// than a column may be.
func (p *networkPrinter) text(r answer) error {
	if p.printed > 1 {
		fmt.Fprintln(p.out)
	}
	fmt.Fprintf(p.out, "%s from %s to %s%s.\n", plural(r.Statements, "statement"), day(r.Start), day(r.Stop), leftOut(r.Left))
	if len(r.Rows) == 0 {
		return nil
	}
	columns := r.Cols
	if p.mode == network.TwoMode {
		fmt.Fprintln(p.out)
		for i, label := range columns {
			fmt.Fprintf(p.out, "%d: %s\n", i+1, label)
		}
	}
	fmt.Fprintln(p.out)
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	for i := range columns {
		fmt.Fprintf(w, "\t%d", i+1)
	}
	fmt.Fprintln(w)
	for i, label := range r.Rows {
		if p.mode == network.OneMode {
			label = strconv.Itoa(i+1) + ": " + label
		}
		fmt.Fprintf(w, "%s%s\n", label, cellsText(r.Matrix[i]))
	}
	if err := w.Flush(); err != nil {
		return writing("standard output", err)
	}
	return p.communities(r)
}

func cellsText(row []float64) string {
	var b []byte
	for _, x := range row {
		b = append(b, '\t')
		b = strconv.AppendFloat(b, x, 'g', 4, 64)
	}
	return string(b)
}

func (p *networkPrinter) communities(r answer) error {
	if r.Communities == nil {
		return nil
	}
	count := "1 community"
	if r.Communities.Count != 1 {
		count = strconv.Itoa(r.Communities.Count) + " communities"
	}
	fmt.Fprintf(p.out, "\n%s, modularity %.3f, seed %d.\n", count, r.Communities.Modularity, r.Communities.Seed)
	for c := range r.Communities.Count {
		fmt.Fprintf(p.out, "\nCommunity %d\n", c+1)
		for i, label := range r.Rows {
			if r.Communities.Of[i] == c {
				fmt.Fprintf(p.out, "  %s\n", label)
			}
		}
	}
	return nil
}

func day(c network.Clock) string {
	switch {
	case c.IsZero():
		return "the beginning"
	case c.Truncate(24 * time.Hour).Equal(c.Time):
		return c.Format(time.DateOnly)
	}
	return c.String()
}

// leftOut says how many statements are not in the network, and why.
func leftOut(l network.Left) string {
	text := ""
	for _, one := range []struct {
		n   int
		why string
	}{
		{l.Review, "by review"}, {l.Range, "outside the range"}, {l.Document, "by document or type"},
		{l.Excluded, "excluded"}, {l.Empty, "without a value"}, {l.Duplicate, "duplicate"},
	} {
		if one.n > 0 {
			text += fmt.Sprintf(", %d %s", one.n, one.why)
		}
	}
	if text == "" {
		return ""
	}
	return "; left out" + text[1:]
}

func printEvent(w io.Writer, e network.Listed) {
	fmt.Fprintf(w, "%s %s %d-%d\n", day(e.Time), e.ID, e.Start, e.End)
	for _, name := range slices.Sorted(maps.Keys(e.Values)) {
		if v := e.Values[name]; v != "" {
			fmt.Fprintf(w, "  %s: %s\n", name, v)
		}
	}
}
