package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func newMatrixCommand(a *app) *cobra.Command {
	var csv, full, similarity bool
	var spec questions.MatrixSpec
	cmd := &cobra.Command{
		Use:   "matrix",
		Short: "Who stands where: actors or groups by issues, or by the propositions of one issue",
		Long: `Prints the positions of groups (with those who speak for them) or of actors (by
themselves) on every issue as of a day; with one --issue, on its propositions.
Each cell says how many statements count of how many there are. With --columns
an issue of many propositions is printed by pages, those on which most
statements pass the filter first. On a terminal a cell of an issue with more
than five positions is counted; --json and --csv list them all.

--full is every actor, by itself, on every proposition that the filter asks for,
in numbers: for statistics, of any size. Its CSV has a row for every pair on
which there is a statement, also where none of them counts. --similarity says of
every two actors how far these positions agree: the mean of 1 - |a-b|/2 over the
propositions on which both have a value, and over how many.`,
		Example: `  stancegraph matrix --issue territory --as-of 2025-10-21
  stancegraph matrix --full --csv > positions.csv
  stancegraph matrix --similarity --issue territory`,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter := addFilterFlags(cmd)
	cmd.Flags().StringVar((*string)(&spec.Rows), "rows", string(questions.RowsGroups), "groups or actors")
	cmd.Flags().IntVar(&spec.Columns, "columns", 0, "of an opened issue, at most so many propositions (default: all)")
	cmd.Flags().IntVar(&spec.Page, "page", 0, "which so many, from 1")
	cmd.Flags().BoolVar(&csv, "csv", false, "print CSV")
	cmd.Flags().BoolVar(&full, "full", false, "every actor on every proposition, in numbers")
	cmd.Flags().BoolVar(&similarity, "similarity", false, "how far every two actors agree")
	cmd.RunE = func(*cobra.Command, []string) error {
		switch {
		case full && similarity:
			return usage("leave one of them out", "--full and --similarity: one output has one form")
		case (full || similarity) && (spec.Rows != questions.RowsActors && cmd.Flags().Changed("rows") || spec.Columns > 0 || spec.Page > 0):
			return usage("leave --rows, --columns and --page out", "--full and --similarity are of actors by themselves, on all propositions")
		}
		return a.ask(filter, func(snapshot *ledger.Snapshot, f questions.Filter) error {
			switch {
			case full:
				return a.printFull(snapshot, f, csv)
			case similarity:
				return a.printSimilarity(snapshot, f, csv)
			case len(f.Issues) == 1:
				spec.Issue = f.Issues[0]
			}
			spec.Brief = !a.json && !csv
			m, err := questions.BuildMatrix(snapshot, f, spec)
			if err != nil {
				return err
			}
			switch {
			case a.json:
				return printJSON(a.stdout, m)
			case csv:
				return export.MatrixCSV(a.stdout, m)
			}
			return printMatrix(a.stdout, m, snapshot.Codebook)
		})
	}
	return cmd
}

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
