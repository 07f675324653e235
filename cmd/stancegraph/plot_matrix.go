package main

import (
	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
)

func newPlotMatrixCommand(a *app) *cobra.Command {
	var rows string
	cmd := &cobra.Command{
		Use:   "matrix",
		Short: "Who stands where, as a picture",
		Long: `Draws the positions of groups or of actors: every proposition on which somebody
has a position under its issue or, with one --issue, the propositions of that
issue with values and numbers of statements. Of more propositions than a picture
has columns it draws, for each issue, how many are held and how many rejected.`,
		Example: `  stancegraph plot matrix -o matrix.pdf
  stancegraph plot matrix --issue territory --rows actors --as-of 2025-10-21 -o territory.svg
  stancegraph plot matrix --issue ceasefire --issue talks --outlet 'VT Newsroom' -o two.png`,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter, out := addFilterFlags(cmd), addPlotFlags(cmd)
	cmd.Flags().StringVar(&rows, "rows", string(questions.RowsGroups), "groups or actors")
	cmd.RunE = func(*cobra.Command, []string) error {
		return a.plot(filter, out, func(s *ledger.Snapshot, f questions.Filter) (*picture.Scene, error) {
			spec := questions.MatrixSpec{Rows: questions.Rows(rows)}
			if len(f.Issues) == 1 {
				spec.Issue = f.Issues[0]
			}
			spec.Brief = picture.Countable(s, f, spec)
			m, err := questions.BuildMatrix(s, f, spec)
			if err != nil {
				return nil, err
			}
			title := "Who stands where"
			if issue, ok := s.Codebook.Issue(spec.Issue); ok {
				title = issue.Label
			}
			command := "stancegraph plot matrix --rows " + rows + filterWords(f)
			return picture.Matrix(m, s.Codebook, out.caption(s, title, picture.MatrixSentence(m, f, s.Codebook), command), picture.Links{})
		})
	}
	return cmd
}
