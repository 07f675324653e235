package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/ingest/evaluate"
)

func newEvaluateCommand(a *app) *cobra.Command {
	var misses, attributions bool
	cmd := &cobra.Command{
		Use:   "evaluate GOLD PREDICTED",
		Short: "Compare extracted statements with coded ones",
		Long: `Prints precision, recall and F1 of the statements in PREDICTED (as printed by
"stancegraph extract") against those coded by hand in GOLD, both JSON Lines:
actor and issue, and proposition, and the sign of the stance, and the date, and
the exact stance; and the share of matches whose evidence overlaps. Each coded
statement is matched once. --misses lists what was missed and what was spurious.

With --attributions the files hold who said what, as "stancegraph attribute"
prints it, and GOLD the text too: precision, recall and F1 of contents (half the
words in common), of their words, and of contents with the right source, for
all, direct and indirect speech; --misses lists also where only the source differs.`,
		Args: exactly(2, "two files, the coded statements and the extracted ones"),
		RunE: func(_ *cobra.Command, args []string) error {
			if attributions {
				return a.evaluateAttributions(args[0], args[1], misses)
			}
			gold, err := a.loadRecords(args[0])
			if err != nil {
				return err
			}
			predicted, err := a.loadRecords(args[1])
			if err != nil {
				return err
			}
			report := evaluate.Evaluate(gold, predicted)
			if a.json {
				return printJSON(a.stdout, report)
			}
			if err := report.WriteText(a.stdout); err != nil || !misses {
				return err
			}
			return report.WriteMisses(a.stdout)
		},
	}
	cmd.Flags().BoolVar(&misses, "misses", false, "list what was missed and what was spurious, with the sentences")
	cmd.Flags().BoolVar(&attributions, "attributions", false, "compare who said what")
	return cmd
}

func (a *app) evaluateAttributions(goldFile, predictedFile string, misses bool) error {
	gold, err := a.loadAttributed(goldFile, true)
	if err != nil {
		return err
	}
	predicted, err := a.loadAttributed(predictedFile, false)
	if err != nil {
		return err
	}
	report, err := evaluate.Attributions(gold, predicted)
	if err != nil {
		return err
	}
	if report.Others > 0 {
		fmt.Fprintf(a.stderr, "warning: %s: %s not in %s, left out\n", predictedFile, plural(report.Others, "article"), goldFile)
	}
	if a.json {
		return printJSON(a.stdout, &report)
	}
	if err := report.WriteText(a.stdout); err != nil || !misses {
		return err
	}
	return report.WriteMisses(a.stdout)
}

func (a *app) loadAttributed(path string, gold bool) ([]evaluate.Attributed, error) {
	in, name, err := a.openInput(path)
	if err != nil {
		return nil, err
	}
	list, err := evaluate.LoadAttributed(name, in, gold)
	return list, errors.Join(err, in.Close())
}

func (a *app) loadRecords(path string) ([]evaluate.Record, error) {
	in, name, err := a.openInput(path)
	if err != nil {
		return nil, err
	}
	records, err := evaluate.Load(name, in)
	return records, errors.Join(err, in.Close())
}
