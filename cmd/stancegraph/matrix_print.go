package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// printMatrix prints the non-empty cells row by row: a terminal is narrower
// than a matrix.
func printMatrix(out io.Writer, m questions.Matrix, cb *schema.Codebook) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "As of %s, rule %s: %d of %s counted.\n", m.AsOf, m.Rule, m.N, plural(m.Of, "statement"))
	for _, row := range m.Rows {
		fmt.Fprintf(w, "\n%s\n", row.Label)
		for i, cell := range row.Cells {
			if text, n, of := cellText(cell, cb); text != "" {
				fmt.Fprintf(w, "  %s\t%s\t%d of %d\n", m.Columns[i].Label, text, n, of)
			}
		}
	}
	if m.MoreColumns > 0 {
		fmt.Fprintf(w, "\n%s more on other pages: see --columns and --page.\n", plural(m.MoreColumns, "proposition"))
	}
	return w.Flush()
}

// cellText is a cell in words; "" where there is no statement at all.
func cellText(c questions.Cell, cb *schema.Codebook) (text string, n, of int) {
	if p := c.Position; p != nil {
		if p.Of == 0 {
			return "", 0, 0
		}
		return positionText(*p), p.N, p.Of
	}
	i := c.Issue
	if i == nil || i.Of == 0 {
		return "", 0, 0
	}
	if !i.Listed {
		return tallyOfIssue(i.Tally), i.N, i.Of
	}
	var parts []string
	for _, list := range []struct {
		mark      string
		positions []questions.Position
	}{{"+ ", i.Held}, {"- ", i.Rejected}, {"0 ", i.Undecided}, {"± ", i.Mixed}} {
		for _, p := range list.positions {
			parts = append(parts, list.mark+cb.PropositionShort(p.Proposition))
		}
	}
	if len(parts) == 0 {
		parts = []string{string(questions.BandNone) + " counts"}
	}
	return strings.Join(parts, "; "), i.N, i.Of
}

// tallyOfIssue is how many positions there are of each kind.
func tallyOfIssue(t questions.IssueTally) string {
	var parts []string
	for _, kind := range []struct {
		n    int
		word string
	}{{t.Held, "held"}, {t.Rejected, "rejected"}, {t.Undecided, "undecided"}, {t.Mixed, "mixed"}} {
		if kind.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", kind.n, kind.word))
		}
	}
	return strings.Join(parts, ", ")
}

func positionText(p questions.Position) string {
	text := string(p.Band)
	if p.Value != nil {
		text = fmt.Sprintf("%+g %s", *p.Value, p.Band)
	}
	for _, mark := range []struct {
		holds bool
		word  string
	}{{p.Possible, "possibly later"}, {p.AsSignatory, "as signatory"}, {p.Disagree, "speakers disagree"}, {p.Stale, "stale"}} {
		if mark.holds {
			text += ", " + mark.word
		}
	}
	return text
}
