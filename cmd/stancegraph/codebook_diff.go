package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/schema"
)

func newCodebookDiffCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "diff A B",
		Short: "List what codebook B adds to, removes from and changes in codebook A",
		Long: `Compares two codebooks by the IDs of their issues, propositions and actors.
Order, comments and layout do not count. Statements name IDs: what is removed
here can no longer be coded, and what was coded keeps its name.`,
		Args: exactly(2, "two codebook files"),
		RunE: func(_ *cobra.Command, args []string) error {
			before, err := schema.OpenCodebook(args[0])
			if err != nil {
				return err
			}
			after, err := schema.OpenCodebook(args[1])
			if err != nil {
				return err
			}
			changes := schema.Diff(before, after)
			if a.json {
				return printJSON(a.stdout, codebookDiff{before.Ref(), after.Ref(), append([]schema.Change{}, changes...)})
			}
			return a.writeOutput("-", func(w io.Writer) error {
				printDiff(w, before.Ref(), after.Ref(), changes)
				return nil
			})
		},
	}
}

// codebookDiff is the shape of --json.
type codebookDiff struct {
	Before  string          `json:"before"`
	After   string          `json:"after"`
	Changes []schema.Change `json:"changes"`
}

func printDiff(w io.Writer, before, after string, changes []schema.Change) {
	fmt.Fprintf(w, "%s -> %s: %s\n", before, after, plural(len(changes), "difference"))
	if before == after && len(changes) > 0 {
		fmt.Fprintln(w, "the version is the same: raise it, so that records tell the two apart")
	}
	for _, c := range changes {
		switch c.Change {
		case "added":
			fmt.Fprintf(w, "+ %s %s  %s\n", c.Kind, c.ID, c.After)
		case "removed":
			fmt.Fprintf(w, "- %s %s  %s\n", c.Kind, c.ID, c.Before)
		default:
			fmt.Fprintf(w, "~ %s %s  %s\n    - %s\n    + %s\n", c.Kind, c.ID, c.Field, c.Before, c.After)
		}
	}
}
