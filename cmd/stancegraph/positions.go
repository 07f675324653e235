package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func newPositionsCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "positions",
		Short: "The position of every actor on every proposition, as of a day",
		Long: `Prints where actors stand on propositions as of a day, with the number of
statements counted of those there are and the date of the last. --json prints
{"positions": [...]} with the IDs of the statements.`,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter := addFilterFlags(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		return reply(a, filter, "positions", questions.Positions, printPositions)
	}
	return cmd
}

func printPositions(out io.Writer, positions []questions.Position, cb *schema.Codebook) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "ACTOR\tISSUE\tPROPOSITION\tPOSITION\tCOUNTED\tLAST")
	for _, p := range positions {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n",
			cb.ActorLabel(p.Actor), p.Issue, cb.PropositionShort(p.Proposition), positionText(p), countText(p), p.Last)
	}
	return w.Flush()
}

// countText is "2 of 4", with the number of reports where those of one
// utterance count once and some were of one.
func countText(p questions.Position) string {
	text := fmt.Sprintf("%d of %d", p.N, p.Of)
	if p.Reports > p.N {
		text += fmt.Sprintf(" (%s)", plural(p.Reports, "report"))
	}
	return text
}
