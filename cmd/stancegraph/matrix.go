package main

import (
	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// matrixFlags say which matrix is asked for, and how it is printed.
type matrixFlags struct {
	spec                  questions.MatrixSpec
	csv, full, similarity bool
}

func newMatrixCommand(a *app) *cobra.Command {
	var f matrixFlags
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
	f.add(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		if err := f.check(cmd); err != nil {
			return err
		}
		return a.ask(filter, func(s *ledger.Snapshot, filter questions.Filter) error { return a.matrix(s, filter, f) })
	}
	return cmd
}

func (f *matrixFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar((*string)(&f.spec.Rows), "rows", string(questions.RowsGroups), "groups or actors")
	flags.IntVar(&f.spec.Columns, "columns", 0, "of an opened issue, at most so many propositions (default: all)")
	flags.IntVar(&f.spec.Page, "page", 0, "which so many, from 1")
	flags.BoolVar(&f.csv, "csv", false, "print CSV")
	flags.BoolVar(&f.full, "full", false, "every actor on every proposition, in numbers")
	flags.BoolVar(&f.similarity, "similarity", false, "how far every two actors agree")
}

// check refuses what does not go together.
func (f *matrixFlags) check(cmd *cobra.Command) error {
	switch {
	case f.full && f.similarity:
		return usage("leave one of them out", "--full and --similarity: one output has one form")
	case (f.full || f.similarity) && (f.spec.Rows != questions.RowsActors && cmd.Flags().Changed("rows") || f.spec.Columns > 0 || f.spec.Page > 0):
		return usage("leave --rows, --columns and --page out", "--full and --similarity are of actors by themselves, on all propositions")
	}
	return nil
}

// matrix answers in the form that the flags ask for.
func (a *app) matrix(s *ledger.Snapshot, filter questions.Filter, f matrixFlags) error {
	switch {
	case f.full:
		return a.printFull(s, filter, f.csv)
	case f.similarity:
		return a.printSimilarity(s, filter, f.csv)
	case len(filter.Issues) == 1:
		f.spec.Issue = filter.Issues[0]
	}
	f.spec.Brief = !a.json && !f.csv
	m, err := questions.BuildMatrix(s, filter, f.spec)
	switch {
	case err != nil:
		return err
	case a.json:
		return printJSON(a.stdout, m)
	case f.csv:
		return export.MatrixCSV(a.stdout, m)
	}
	return printMatrix(a.stdout, m, s.Codebook)
}
