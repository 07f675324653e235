package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/ingest"
	"github.com/stancegraph/stancegraph/schema"
)

func newExtractCommand(a *app) *cobra.Command {
	var how reading
	var output string
	var undecided bool
	cmd := &cobra.Command{
		Use:   "extract FILE...",
		Short: "Print the statements of articles as JSON Lines, touching no store",
		Args:  atLeast(1, "at least one file or folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			cb, err := a.fileCodebook()
			if err != nil {
				return err
			}
			pipeline, err := ingest.New(cb)
			if err != nil {
				return err
			}
			art, err := a.checkArticles(args, how, func(*schema.Source) {})
			if err != nil {
				return err
			}
			extract := pipeline.Extract
			if undecided {
				extract = pipeline.Undecided
			}
			return a.writeOutput(output, func(w io.Writer) error { return a.extract(cmd.Context(), w, art, extract) })
		},
	}
	how.flags(cmd)
	cmd.Flags().BoolVar(&undecided, "undecided", false, "print instead what the rules cannot decide, each with its reason")
	cmd.Flags().StringVarP(&output, "output", "o", "", "file to write (default: standard output)")
	return cmd
}

// extract prints what extract finds in each article.
func (a *app) extract(ctx context.Context, w io.Writer, art articles, extract func(context.Context, schema.Source) ([]schema.Statement, error)) error {
	for src, err := range art.sources() {
		if err != nil {
			return err
		}
		if src.IsForeign() {
			a.sayForeign(&src)
		}
		statements, err := extract(ctx, src)
		if err != nil {
			return err
		}
		for i := range statements {
			if err := schema.WriteStatement(w, &statements[i]); err != nil {
				return err
			}
		}
	}
	return nil
}
