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
	var how reading
	cmd := &cobra.Command{
		Use:   "ingest PATH...",
		Short: "Store articles as sources with proposed statements",
		Long: `Stores articles as sources, with the statements that the extractor proposes.
It reads text (.txt), Markdown (.md), web pages (.html), PDF (.pdf), RSS and
Atom files (a source for each item), and folders and archives (.zip, .tar,
.tar.gz) of these. All files are read and checked before the first is
stored; then each source is stored whole, with its statements, or not at all.
Run again after an interruption, it goes on where it was; the same input twice
adds nothing.

--meta FILE.jsonl gives title, author, outlet, published, retrieved, url and
lang by file name (doc); rights "quote-only" keeps the text in the store, so
that exports have quotations of it alone. Front matter may say the same of its
text. --encoding names the encoding of text files that are not UTF-8; web pages
and feeds say theirs.

Texts in other languages than English are stored without statements. Sources
with nearly the same text are linked with each other, and all of them stay.`,
		Args: atLeast(1, "at least one file or folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			near := newCopies()
			art, err := a.checkArticles(args, how, near.add)
			if err != nil {
				return err
			}
			if err := a.checkExtractor(); err != nil {
				return err
			}
			return a.withStore(true, func(s *graph.Store) error { return a.ingest(cmd.Context(), s, art, near) })
		},
	}
	how.flags(cmd)
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
	Foreign    int `json:"sources_not_in_english"`
	Copies     int `json:"sources_with_near_copies"`
	Added      int `json:"statements_added"`
	Known      int `json:"statements_known"`
	Updated    int `json:"statements_updated"`
	Superseded int `json:"statements_superseded"`
}

func (a *app) ingest(ctx context.Context, s *graph.Store, art articles, near *copies) error {
	cb, err := a.storeCodebook(ctx, s)
	if err != nil {
		return err
	}
	pipeline, err := ingest.New(cb)
	if err != nil {
		return err
	}
	if err := near.addStore(ctx, s); err != nil {
		return err
	}
	var total ingestReport
	bar := a.newProgress("ingest", len(art.docs))
	for src, err := range art.sources() {
		if err != nil {
			return err
		}
		report, err := ingestOne(ctx, s, pipeline, src)
		if err != nil {
			return fmt.Errorf("%s: %w", src.Doc, err)
		}
		total.add(report)
		a.remark(&total, &src, near)
		bar.add(1)
	}
	// Last, because a link names sources that are there.
	if err := s.LinkSources(ctx, near.both()); err != nil {
		return err
	}
	bar.finish()
	if a.json {
		return printJSON(a.stdout, total)
	}
	_, err = fmt.Fprintf(a.stdout, "%s stored in %s: %d statements proposed, %d there already\n",
		plural(total.Sources, "source"), a.store, total.Added, total.Known)
	return err
}

func (t *ingestReport) add(r graph.Report) {
	t.Sources++
	t.Added += r.Added
	t.Known += r.Known
	t.Updated += r.Updated
	t.Superseded += r.Superseded
}

// remark says what a person should know of a source that was stored.
func (a *app) remark(total *ingestReport, src *schema.Source, near *copies) {
	if src.IsForeign() {
		total.Foreign++
		a.sayForeign(src)
	}
	for _, line := range near.find(src) {
		fmt.Fprintln(a.stderr, line)
	}
	if len(near.links[src.ID]) > 0 {
		total.Copies++
	}
}

func ingestOne(ctx context.Context, s *graph.Store, p *ingest.Pipeline, src schema.Source) (graph.Report, error) {
	if err := ctx.Err(); err != nil {
		return graph.Report{}, err
	}
	statements, err := p.ExtractAll(ctx, src)
	if err != nil {
		return graph.Report{}, err
	}
	return s.PutSource(ctx, src, statements)
}
