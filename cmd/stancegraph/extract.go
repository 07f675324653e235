package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/ingest"
	"github.com/stancegraph/stancegraph/schema"
)

func newExtractCommand(a *app) *cobra.Command {
	var meta, output string
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
			art, err := a.checkArticles(args, meta)
			if err != nil {
				return err
			}
			return a.writeOutput(output, func(w io.Writer) error {
				for _, path := range art.paths {
					src, err := art.read(path)
					if err != nil {
						return err
					}
					statements, err := pipeline.Extract(cmd.Context(), src)
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
			})
		},
	}
	cmd.Flags().StringVar(&meta, "meta", "", "JSON Lines file with doc, title, outlet, published, url")
	cmd.Flags().StringVarP(&output, "output", "o", "", "file to write (default: standard output)")
	return cmd
}
