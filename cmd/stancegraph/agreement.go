package main

import (
	"bufio"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func newAgreementCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "agreement [CODER CODER]",
		Short: "How far two coders agree, on what was coded and on stance",
		Long: `Compares two coders, or all pairs of them: how many units both coded and how many
only one did, and on the common ones the share of the same stance, Cohen's kappa
and Krippendorff's alpha (nominal and ordinal) with the table of confusions, over
all and by issue. A unit is one actor on one
proposition on overlapping evidence of one source.
--json prints {"agreement": [...]}.`,
		Example: `  stancegraph agreement anna ben
  stancegraph agreement --issue ceasefire`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return exactly(2, "two coders, or none for all pairs")(cmd, args)
		},
	}
	filter := addFilterFlags(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return reply(a, filter, "agreement", func(s *ledger.Snapshot, f questions.Filter) ([]questions.AgreementReport, error) {
			return agreements(s, f, args)
		}, printAgreements)
	}
	return cmd
}

func agreements(s *ledger.Snapshot, f questions.Filter, coders []string) ([]questions.AgreementReport, error) {
	if len(coders) == 0 {
		return questions.Agreements(s, f)
	}
	one, err := questions.Agreement(s, f, coders[0], coders[1])
	return []questions.AgreementReport{one}, err
}

func printAgreements(out io.Writer, list []questions.AgreementReport, cb *schema.Codebook) error {
	w := bufio.NewWriter(out)
	if len(list) == 0 {
		fmt.Fprintln(w, "There are no two coders to compare.")
	}
	for i, r := range list {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s and %s: %s with statements of both, %d of %s only, %d of %s only.\n",
			r.Left, r.Right, plural(r.Sources.Common, "source"), r.Sources.OnlyLeft, r.Left, r.Sources.OnlyRight, r.Right)
		printAgreed(w, r, r.Agreed)
		if len(r.Issues) > 1 { // one alone is all there is, and stands above
			printIssueAgreements(w, r)
		}
		printDifferences(w, r, cb)
	}
	return w.Flush()
}

func printIssueAgreements(w io.Writer, r questions.AgreementReport) {
	for _, issue := range r.Issues {
		fmt.Fprintf(w, "\n%s\n", issue.Label)
		printAgreed(w, r, issue.Agreed)
	}
}

func printAgreed(w io.Writer, r questions.AgreementReport, a questions.Agreed) {
	fmt.Fprintf(w, "  %s coded by both, %d only by %s, %d only by %s (shared %.0f%%).\n",
		plural(a.Units.Common, "unit"), a.Units.OnlyLeft, r.Left, a.Units.OnlyRight, r.Right, 100*a.Units.Share)
	fmt.Fprintf(w, "  Same stance %s, Cohen's kappa %s.\n", coefficientText(a.Same), coefficientText(a.Kappa))
	fmt.Fprintf(w, "  Krippendorff's alpha on stance: nominal %s, ordinal %s.\n", coefficientText(a.Nominal), coefficientText(a.Ordinal))
	if a.Units.Common > 0 {
		printConfusion(w, r, a.Confusion)
	}
}

func coefficientText(a questions.Coefficient) string {
	if a.Value == nil {
		return "undefined (" + a.Undefined + ")"
	}
	return fmt.Sprintf("%.3f", *a.Value)
}

// printConfusion prints the left coder's stances down and the right one's across.
func printConfusion(out io.Writer, r questions.AgreementReport, c questions.Confusion) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "    %s \\ %s\t", r.Left, r.Right)
	for _, stance := range schema.Stances {
		fmt.Fprintf(w, "%s\t", stance)
	}
	fmt.Fprintln(w)
	for i, stance := range schema.Stances {
		fmt.Fprintf(w, "%s\t", stance)
		for _, n := range c[i] {
			fmt.Fprintf(w, "%d\t", n)
		}
		fmt.Fprintln(w)
	}
	_ = w.Flush() // the writer below keeps its error
}

func printDifferences(w io.Writer, r questions.AgreementReport, cb *schema.Codebook) {
	for _, d := range r.Differences {
		fmt.Fprintf(w, "\n%s and %s differ: %s\n", r.Left, r.Right, cb.PropositionLabel(d.Left.Statement.Proposition))
		printPassages(w, "  ", []questions.Passage{d.Left, d.Right}, cb)
	}
}
