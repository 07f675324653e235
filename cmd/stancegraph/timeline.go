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

func newTimelineCommand(a *app) *cobra.Command {
	var period string
	cmd := &cobra.Command{
		Use:   "timeline",
		Short: "How positions went: on every day on which they may change, or by period",
		Long: `Prints the position of actors or groups on propositions on every day on which it
may change, with the statements that decide it: the newest twenty, where there
are more. With --period it prints, for each issue and each position, how many
statements fall into each day, week (from Monday), month, quarter or year, and
the value at its end.
--json prints {"timeline": {...}}.`,
		Example: `  stancegraph timeline --actor zelensky --issue territory
  stancegraph timeline --proposition freeze-current-line
  stancegraph timeline --issue ceasefire --period month`,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter, rows := addFilterFlags(cmd), addRowFlags(cmd)
	cmd.Flags().StringVar(&period, "period", "", "day, week, month, quarter or year (default: the days on which positions may change)")
	cmd.RunE = func(*cobra.Command, []string) error {
		return reply(a, filter, "timeline", func(s *ledger.Snapshot, f questions.Filter) (questions.Timeline, error) {
			return questions.BuildTimeline(s, f, questions.TimelineSpec{Rows: rows.of(f), Period: questions.Period(period)})
		}, printTimeline)
	}
	return cmd
}

func printTimeline(out io.Writer, t questions.Timeline, cb *schema.Codebook) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "Until %s, %s, rule %s.\n", t.AsOf, rowsText(t.Rows), ruleText(t.Rule, t.HalfLife))
	if t.Undated > 0 {
		fmt.Fprintf(w, "%s without a date: they count from the start, and fall into no period.\n", plural(t.Undated, "statement"))
	}
	printRelayed(w, t.Relayed)
	for _, issue := range t.Issues {
		fmt.Fprintf(w, "\n%s, all rows\n", issue.Label)
		for _, p := range issue.Periods {
			fmt.Fprintf(w, "  %s to %s: %s; held %d, rejected %d, undecided %d, mixed %d\n", p.From, p.Until, tallyText(p.Tally), p.Held, p.Rejected, p.Open, p.Mixed)
		}
	}
	for _, line := range t.Lines {
		fmt.Fprintf(w, "\n%s on: %s\n", line.Label, cb.PropositionLabel(line.Proposition))
		for _, p := range line.Points {
			fmt.Fprintf(w, "  from %s: %s, %d of %d counted\n", dayText(p.Day), positionText(p.Position), p.Position.N, p.Position.Of)
			printPassages(w, "    ", p.Evidence, cb)
			if more := p.Deciding - len(p.Evidence); more > 0 {
				fmt.Fprintf(w, "    and %s more that decide\n", plural(more, "older statement"))
			}
		}
		printPeriods(w, line.Periods)
	}
	return w.Flush()
}

// printPeriods leaves out periods in which nothing was said.
func printPeriods(w io.Writer, periods []questions.PeriodPoint) {
	for _, p := range periods {
		if p.N > 0 {
			fmt.Fprintf(w, "  %s to %s: %s; at the end %s\n", p.From, p.Until, tallyText(p.Tally), valueText(p.Value, p.Band))
		}
	}
}

func tallyText(t questions.Tally) string {
	text := fmt.Sprintf("%s (+%d -%d 0:%d)", plural(t.N, "statement"), t.Support, t.Oppose, t.Undecided)
	if t.Inexact > 0 {
		text += fmt.Sprintf(", %d possibly of another period", t.Inexact)
	}
	return text
}

func valueText(value *float64, band questions.Band) string {
	if value == nil {
		return string(band)
	}
	return fmt.Sprintf("%+.3g %s", *value, band)
}

func dayText(d schema.Day) string {
	if d == schema.MinDay {
		return "an unknown day"
	}
	return d.String()
}
