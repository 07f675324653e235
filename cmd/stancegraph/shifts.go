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

func newShiftsCommand(a *app) *cobra.Command {
	var reaffirmed bool
	cmd := &cobra.Command{
		Use:   "shifts",
		Short: "Changes of position, with the sentences before and after",
		Long: `Prints the consecutive positions of actors or groups on a proposition that
differ: new, reversed, conditioned, unconditioned, softened, hardened and, where
--stale says after how many days, silent. Each comes with both statements and the
days between. --reaffirmed lists those that do not differ, too.
--json prints {"shifts": [...], ...}.`,
		Example: `  stancegraph shifts --actor trump
  stancegraph shifts --issue ceasefire --stale 90`,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter, rows := addFilterFlags(cmd), addRowFlags(cmd)
	cmd.Flags().BoolVar(&reaffirmed, "reaffirmed", false, "list positions that were only reaffirmed, too")
	cmd.RunE = func(*cobra.Command, []string) error {
		return reply(a, filter, "", func(s *ledger.Snapshot, f questions.Filter) (questions.ShiftList, error) {
			return questions.Shifts(s, f, questions.ShiftSpec{Rows: rows.of(f), Reaffirmed: reaffirmed})
		}, printShifts)
	}
	return cmd
}

func printShifts(out io.Writer, list questions.ShiftList, cb *schema.Codebook) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%s until %s, %s, rule %s.\n", plural(len(list.Shifts), "shift"), list.AsOf, rowsText(list.Rows), ruleText(list.Rule, list.HalfLife))
	if list.Undated > 0 {
		fmt.Fprintf(w, "%s without a date: no place in a sequence.\n", plural(list.Undated, "statement"))
	}
	printRelayed(w, list.Relayed)
	if list.Recoded > 0 {
		fmt.Fprintf(w, "%s passed over that only code an earlier passage again.\n", plural(list.Recoded, "date"))
	}
	for i, shift := range list.Shifts {
		if i == 0 || list.Shifts[i-1].Actor != shift.Actor || list.Shifts[i-1].Proposition != shift.Proposition {
			fmt.Fprintf(w, "\n%s on: %s\n", shift.Label, cb.PropositionLabel(shift.Proposition))
		}
		fmt.Fprintf(w, "  %s\n", shiftText(shift))
		if shift.Before != nil {
			fmt.Fprintln(w, "    before:")
			printPassages(w, "      ", shift.Before.Evidence, cb)
		}
		if shift.After != nil {
			fmt.Fprintln(w, "    after:")
			printPassages(w, "      ", shift.After.Evidence, cb)
		}
	}
	return w.Flush()
}

func shiftText(shift questions.Shift) string {
	var text string
	switch {
	case shift.Kind == questions.ShiftSilent:
		return fmt.Sprintf("silent from %s on: nothing said for %s", shift.Day, plural(*shift.Days, "day"))
	case shift.Before == nil:
		text = fmt.Sprintf("new on %s: %s", dateText(shift.After.Date), valueText(shift.After.Value, shift.After.Band))
	default:
		text = fmt.Sprintf("%s on %s, after %s: %s -> %s", shift.Kind, dateText(shift.After.Date), daysText(shift),
			valueText(shift.Before.Value, shift.Before.Band), valueText(shift.After.Value, shift.After.Band))
	}
	if shift.Possible {
		text += " (possible: the dates are inexact)"
	}
	return text
}

// daysText is the days between two statements, or as much as their dates say.
func daysText(shift questions.Shift) string {
	switch {
	case shift.AtMost == nil:
		return plural(*shift.AtLeast, "day") + " or more"
	case *shift.AtLeast != *shift.AtMost:
		return fmt.Sprintf("%d to %s", *shift.AtLeast, plural(*shift.AtMost, "day"))
	}
	return plural(*shift.Days, "day")
}
