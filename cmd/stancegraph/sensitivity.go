package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func newSensitivityCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "sensitivity",
		Short: "Which positions change without narrative, anonymous or unreviewed evidence",
		Long: `Drops three classes of evidence in turn and prints the positions whose band is
then another one: what the article says in its own voice (narrative), what an
unnamed actor said or relayed (anonymous), and what nobody has reviewed.
--json prints {"sensitivity": [...], ...}.`,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter, rows := addFilterFlags(cmd), addRowFlags(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		return reply(a, filter, "", func(s *ledger.Snapshot, f questions.Filter) (questions.SensitivityReport, error) {
			return questions.Sensitivity(s, f, rows.of(f))
		}, printSensitivity)
	}
	return cmd
}

func printSensitivity(out io.Writer, r questions.SensitivityReport, cb *schema.Codebook) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%s as of %s, %s, rule %s.\n", plural(r.Cells, "position"), r.AsOf, rowsText(r.Rows), ruleText(r.Rule, r.HalfLife))
	for _, weak := range questions.Weaknesses {
		fmt.Fprintf(w, "Without %s evidence %d of them change.\n", weak, r.Changed[string(weak)])
	}
	for i, c := range r.Changes {
		if i == 0 || r.Changes[i-1].Actor != c.Actor {
			fmt.Fprintf(w, "\n%s\n", c.Label)
		}
		fmt.Fprintf(w, "  %s\n    without %s evidence: %s -> %s\n", cb.PropositionLabel(c.Proposition), c.Without, positionText(c.Before), positionText(c.After))
		printPassages(w, "      ", c.Dropped, cb)
	}
	return w.Flush()
}
