package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/schema"
)

func newCodebookCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "codebook",
		Short: "Make, check, list, compare and improve codebooks",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newCodebookNewCommand(a), newCodebookCheckCommand(a), newCodebookListCommand(a), newCodebookDiffCommand(a), newCodebookSuggestCommand(a))
	return cmd
}

func newCodebookCheckCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: "Load a codebook and list everything that is wrong with it",
		Args:  exactly(1, "one codebook file"),
		RunE: func(_ *cobra.Command, args []string) error {
			cb, err := schema.OpenCodebook(args[0])
			if err != nil {
				return err
			}
			a.warn(cb.Warnings)
			summary := summarise(cb)
			if a.json {
				return printJSON(a.stdout, summary)
			}
			return summary.print(a.stdout)
		},
	}
}

type codebookSummary struct {
	Codebook     string   `json:"codebook"`
	Issues       int      `json:"issues"`
	Propositions int      `json:"propositions"`
	Cues         int      `json:"cues"`
	Actors       int      `json:"actors"`
	Warnings     int      `json:"warnings"`
	WithoutCues  []string `json:"propositions_without_cues"`
}

func summarise(cb *schema.Codebook) codebookSummary {
	s := codebookSummary{Codebook: cb.Ref(), Issues: len(cb.Issues), Actors: len(cb.Actors), Warnings: len(cb.Warnings), WithoutCues: []string{}}
	for _, i := range cb.Issues {
		for _, p := range i.Propositions {
			s.Propositions++
			s.Cues += len(p.Cues)
			if len(p.Cues) == 0 {
				s.WithoutCues = append(s.WithoutCues, p.ID)
			}
		}
	}
	return s
}

func (s codebookSummary) print(out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "codebook\t%s\nissues\t%d\npropositions\t%d\ncues\t%d\nactors\t%d\n", s.Codebook, s.Issues, s.Propositions, s.Cues, s.Actors)
	if n := len(s.WithoutCues); n > 0 {
		fmt.Fprintf(w, "without cues\t%s (only the words of their labels are searched for)\n", plural(n, "proposition"))
	}
	return w.Flush()
}
