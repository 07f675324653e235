package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func newConflictsCommand(a *app) *cobra.Command {
	var spec questions.ConflictSpec
	cmd := &cobra.Command{
		Use:   "conflicts",
		Short: "Statements that contradict each other, side by side",
		Long: `Prints pairs of statements for and against one proposition, at most --window days
apart: by one actor in two reports, by two speakers for one group, by somebody and
what the same one signed, by one source in its own voice and as it reports the
actor, or in one report on one date. Each pair stands once.
--json prints {"conflicts": [...], ...}.`,
		Example: `  stancegraph conflicts --group russia
  stancegraph conflicts --issue ceasefire --window 30`,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter := addFilterFlags(cmd)
	cmd.Flags().IntVar(&spec.Window, "window", questions.DefaultWindow, "days that may lie between two statements")
	cmd.RunE = func(*cobra.Command, []string) error {
		return reply(a, filter, "", func(s *ledger.Snapshot, f questions.Filter) (questions.ConflictList, error) {
			return questions.Conflicts(s, f, spec)
		}, printConflicts)
	}
	return cmd
}

func printConflicts(out io.Writer, list questions.ConflictList, cb *schema.Codebook) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%s until %s, at most %s apart.\n", plural(len(list.Conflicts), "conflict"), list.AsOf, plural(list.Window, "day"))
	printRelayed(w, list.Relayed)
	if list.Recoded > 0 {
		fmt.Fprintf(w, "%s left out that code one passage in two ways: see stancegraph agreement.\n", plural(list.Recoded, "pair"))
	}
	for _, c := range list.Conflicts {
		fmt.Fprintf(w, "\n%s: %s\n", conflictText(c, cb), cb.PropositionLabel(c.Proposition))
		printPassages(w, "  ", []questions.Passage{c.First, c.Second}, cb)
	}
	return w.Flush()
}

func conflictText(c questions.Conflict, cb *schema.Codebook) string {
	actor := cb.ActorLabel(c.Actor)
	text := map[questions.ConflictKind]string{
		questions.ConflictTextTable:  actor + ", one source in its own voice and as it reports the actor",
		questions.ConflictOneReport:  actor + ", in one report",
		questions.ConflictTwoReports: actor + ", in two reports",
		questions.ConflictSignatory:  actor + ", and what the same one signed",
		questions.ConflictSpeakers:   "Two speakers for " + groupLabels(c.Groups, cb),
	}[c.Kind]
	if c.Days > 0 {
		text += fmt.Sprintf(", %s apart", plural(c.Days, "day"))
	}
	if c.Possible {
		text += " (possible: the dates are inexact)"
	}
	return text
}

func groupLabels(groups []string, cb *schema.Codebook) string {
	labels := make([]string, len(groups))
	for i, g := range groups {
		labels[i] = cb.ActorLabel(g)
	}
	return strings.Join(labels, ", ")
}
