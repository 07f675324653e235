package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
)

func newReviewCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "review",
		Short: "List proposed statements with their sentences; apply decisions on them",
		Long: `The table goes out, is edited in any spreadsheet, and comes back:

  stancegraph review list > review.csv      # write accept, reject or revise
  stancegraph review apply --reviewer NAME review.csv`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newReviewListCommand(a), newReviewApplyCommand(a))
	return cmd
}

func newReviewListCommand(a *app) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Print statements with their sentences as CSV (default: the proposed ones)",
		Args:  exactly(0, "no arguments, only flags"),
	}
	filter := addFilterFlags(cmd)
	cmd.Flags().StringVarP(&output, "output", "o", "", "file to write (default: standard output)")
	cmd.RunE = func(*cobra.Command, []string) error {
		return a.ask(filter, func(s *ledger.Snapshot, f questions.Filter) error {
			if len(f.Statuses) == 0 {
				f.Statuses = []string{"proposed"}
			}
			return a.writeOutput(output, func(w io.Writer) error { return writeReview(w, s, f) })
		})
	}
	return cmd
}

func newReviewApplyCommand(a *app) *cobra.Command {
	var reviewer string
	cmd := &cobra.Command{
		Use:   "apply FILE.csv",
		Short: "Apply the decisions of an edited review table",
		Long: `Reads the decision column of a table that "review list" printed:

  accept   the statement counts as accepted
  reject   it no longer counts; the reason column must say why
  revise   a corrected statement, accepted, takes its place; it has the values
           that were changed in the row (actor, on_behalf_of, proposition,
           stance, condition, act, date, date_basis, mode); the old one stays
  (empty)  nothing happens

The table is checked whole first; then all decisions are applied, or none.`,
		Args: exactly(1, "one CSV file"),
	}
	cmd.Flags().StringVar(&reviewer, "reviewer", "", "who decided (required)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if reviewer == "" {
			return usage("for example --reviewer anna", "review apply needs --reviewer: a decision has somebody who made it")
		}
		return a.applyReview(cmd.Context(), args[0], reviewer)
	}
	return cmd
}

// applyReview applies the decisions of a table, all of them or none.
func (a *app) applyReview(ctx context.Context, path, reviewer string) error {
	in, name, err := a.openInput(path)
	if err != nil {
		return err
	}
	defer in.Close()
	return a.withStore(false, func(s *graph.Store) error {
		decisions, err := readReview(in, name, reviewer, s.Snapshot())
		if err != nil {
			return err
		}
		report, err := s.Review(ctx, decisions)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if a.json {
			return printJSON(a.stdout, report)
		}
		_, err = fmt.Fprintf(a.stdout, "%s applied\n", plural(len(decisions), "decision"))
		return err
	})
}
