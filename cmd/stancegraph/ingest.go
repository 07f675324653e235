package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest"
	"github.com/stancegraph/stancegraph/schema"
)

func newIngestCommand(a *app) *cobra.Command {
	var meta string
	cmd := &cobra.Command{
		Use:   "ingest PATH...",
		Short: "Store articles as sources with proposed statements",
		Long: `Stores articles (.txt, .md, folders of these) as sources, with the statements
that the extractor proposes. All files are read and checked before the first is
stored; then each source is stored whole, with its statements, or not at all.
Run again after an interruption, it goes on where it was; the same input twice
adds nothing.

--meta FILE.jsonl gives title, outlet, published and url by file name (doc).`,
		Args: atLeast(1, "at least one file or folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			art, err := a.checkArticles(args, meta)
			if err != nil {
				return err
			}
			if err := a.checkExtractor(); err != nil {
				return err
			}
			return a.withStore(true, func(s *graph.Store) error { return a.ingest(cmd.Context(), s, art) })
		},
	}
	cmd.Flags().StringVar(&meta, "meta", "", "JSON Lines file with doc, title, outlet, published, url")
	return cmd
}

// checkExtractor compiles the codebook of --codebook before a store is made for it.
func (a *app) checkExtractor() error {
	if a.codebook == "" {
		return nil
	}
	cb, err := schema.OpenCodebook(a.codebook)
	if err != nil {
		return err
	}
	_, err = ingest.New(cb)
	return err
}

// ingestReport is what an ingest did.
type ingestReport struct {
	Sources    int `json:"sources"`
	Added      int `json:"statements_added"`
	Known      int `json:"statements_known"`
	Updated    int `json:"statements_updated"`
	Superseded int `json:"statements_superseded"`
}

func (a *app) ingest(ctx context.Context, s *graph.Store, art articles) error {
	cb, err := a.storeCodebook(ctx, s)
	if err != nil {
		return err
	}
	pipeline, err := ingest.New(cb)
	if err != nil {
		return err
	}
	var total ingestReport
	bar := a.newProgress("ingest", len(art.paths))
	for _, path := range art.paths {
		src, err := art.read(path)
		if err != nil {
			return err
		}
		report, err := ingestOne(ctx, s, pipeline, src)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		total.Sources++
		total.Added += report.Added
		total.Known += report.Known
		total.Updated += report.Updated
		total.Superseded += report.Superseded
		bar.add(1)
	}
	bar.finish()
	if a.json {
		return printJSON(a.stdout, total)
	}
	_, err = fmt.Fprintf(a.stdout, "%s stored in %s: %d statements proposed, %d there already\n",
		plural(total.Sources, "source"), a.store, total.Added, total.Known)
	return err
}

func ingestOne(ctx context.Context, s *graph.Store, p *ingest.Pipeline, src schema.Source) (graph.Report, error) {
	if err := ctx.Err(); err != nil {
		return graph.Report{}, err
	}
	statements, err := p.Extract(ctx, src)
	if err != nil {
		return graph.Report{}, err
	}
	return s.PutSource(ctx, src, statements)
}
