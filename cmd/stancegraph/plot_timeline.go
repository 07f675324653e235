package main

import (
	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
)

func newPlotTimelineCommand(a *app) *cobra.Command {
	var period string
	cmd := &cobra.Command{
		Use:   "timeline",
		Short: "How positions went, as a picture",
		Long: `Draws one row for each line of the timeline, all on one scale of time: every
statement is a dot at its day and stance, a thick line is the position. With
--period bars count the statements of each day, week, month, quarter or year.

With one --actor the rows are propositions, else the actors on each proposition.`,
		Example: `  stancegraph plot timeline --actor trump -o trump.pdf
  stancegraph plot timeline --proposition freeze-current-line --rows actors -o freeze.svg
  stancegraph plot timeline --issue ceasefire --period month -o ceasefire.png`,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter, rows, out := addFilterFlags(cmd), addRowFlags(cmd), addPlotFlags(cmd)
	cmd.Flags().StringVar(&period, "period", "", "day, week, month, quarter or year (default: the days on which positions may change)")
	cmd.RunE = func(*cobra.Command, []string) error {
		return a.plot(filter, out, func(s *ledger.Snapshot, f questions.Filter) (*picture.Scene, error) {
			t, err := questions.BuildTimeline(s, f, questions.TimelineSpec{Rows: rows.of(f), Period: questions.Period(period)})
			if err != nil {
				return nil, err
			}
			command := "stancegraph plot timeline --rows " + string(t.Rows) + filterWords(f)
			if period != "" {
				command += " --period " + period
			}
			c := out.caption(s, picture.TimelineTitle(t, s.Codebook), picture.TimelineSentence(t, f, s.Codebook), command)
			return picture.Timeline(t, s, c, picture.Links{})
		})
	}
	return cmd
}
