package main

import (
	"errors"
	"fmt"
	"io"

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
			compare := a.evaluateStatements
			if attributions {
				compare = a.evaluateAttributions
			}
			report, err := compare(args[0], args[1])
			switch {
			case err != nil:
				return err
			case a.json:
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

// evaluation is how well what was predicted agrees with what was coded.
type evaluation interface {
	WriteText(io.Writer) error
	WriteMisses(io.Writer) error
}

func (a *app) evaluateStatements(goldFile, predictedFile string) (evaluation, error) {
	gold, err := loaded(a, goldFile, evaluate.Load)
	if err != nil {
		return nil, err
	}
	predicted, err := loaded(a, predictedFile, evaluate.Load)
	if err != nil {
		return nil, err
	}
	return evaluate.Evaluate(gold, predicted), nil
}

func (a *app) evaluateAttributions(goldFile, predictedFile string) (evaluation, error) {
	gold, err := loaded(a, goldFile, evaluate.LoadGold)
	if err != nil {
		return nil, err
	}
	predicted, err := loaded(a, predictedFile, evaluate.LoadAttributed)
	if err != nil {
		return nil, err
	}
	report, err := evaluate.Attributions(gold, predicted)
	if err == nil && report.Others > 0 {
		fmt.Fprintf(a.stderr, "warning: %s: %s not in %s, left out\n", predictedFile, plural(report.Others, "article"), goldFile)
	}
	return &report, err
}

// loaded is what load reads of a file, or of standard input.
func loaded[T any](a *app, path string, load func(name string, in io.Reader) ([]T, error)) ([]T, error) {
	in, name, err := a.openInput(path)
	if err != nil {
		return nil, err
	}
	list, err := load(name, in)
	return list, errors.Join(err, in.Close())
}
