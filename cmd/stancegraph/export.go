package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// exportFormats lists the formats of export by name.
var exportFormats = []struct {
	name, help string
	filtered   bool
	write      func(context.Context, *graph.Store, questions.Filter, export.Provenance, io.Writer) error
}{
	{"jsonl", "statements, one JSON record a line", true,
		func(_ context.Context, s *graph.Store, f questions.Filter, _ export.Provenance, w io.Writer) error {
			return export.JSONLines(w, s.Snapshot(), f)
		}},
	{"csv", "statements, one a row", true,
		func(_ context.Context, s *graph.Store, f questions.Filter, _ export.Provenance, w io.Writer) error {
			return export.CSV(w, s.Snapshot(), f)
		}},
	{"parquet", "statements, one a row, with types (for R, pandas, DuckDB)", true,
		func(_ context.Context, s *graph.Store, f questions.Filter, p export.Provenance, w io.Writer) error {
			return export.Parquet(w, s.Snapshot(), f, p)
		}},
	{"annotations", "coded passages that are no statements, one JSON record a line", false,
		func(_ context.Context, s *graph.Store, _ questions.Filter, _ export.Provenance, w io.Writer) error {
			return export.Annotations(w, s.Snapshot())
		}},
	{"bibtex", "the data set and its sources as BibTeX", false,
		func(_ context.Context, s *graph.Store, _ questions.Filter, p export.Provenance, w io.Writer) error {
			return export.BibTeX(w, s.Snapshot(), p)
		}},
	{"ris", "the data set and its sources as RIS", false,
		func(_ context.Context, s *graph.Store, _ questions.Filter, p export.Provenance, w io.Writer) error {
			return export.RIS(w, s.Snapshot(), p)
		}},
	{"nquads", "the whole graph, in a stable order", false,
		func(ctx context.Context, s *graph.Store, _ questions.Filter, _ export.Provenance, w io.Writer) error {
			return s.WriteNQuads(ctx, w)
		}},
}

func newExportCommand(a *app) *cobra.Command {
	var format, output string
	long := "Writes statements, or the whole graph, to standard output or to -o FILE (which\nappears only when it is complete). Same store, same bytes.\n\nFormats:\n"
	for _, f := range exportFormats {
		long += "  " + f.name + "\t" + f.help + "\n"
	}
	cmd := &cobra.Command{
		Use: "export", Short: "Write the statements or the whole graph to a file", Long: long,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter := addFilterFlags(cmd)
	cmd.Flags().StringVar(&format, "format", "jsonl", formatNames())
	cmd.Flags().StringVarP(&output, "output", "o", "", "file to write (default: standard output)")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return a.withStore(false, func(s *graph.Store) error {
			f, err := filter.parse(s.Snapshot())
			if err != nil {
				return err
			}
			for _, known := range exportFormats {
				if known.name != format {
					continue
				}
				if !known.filtered && !f.IsZero() {
					return usage("use --format jsonl or csv for a part of it", "--format %s writes the whole graph and takes no filter", format)
				}
				if n := len(s.Snapshot().Annotations); known.filtered && n > 0 {
					fmt.Fprintf(a.stderr, "%s left out, which no position counts: --format annotations has them\n", plural(n, "annotation"))
				}
				return a.writeOutput(output, func(w io.Writer) error {
					return known.write(cmd.Context(), s, f, a.exportProvenance(s.Snapshot(), f, format), w)
				})
			}
			return unknownFormat(format)
		})
	}
	return cmd
}

// formatNames is "jsonl, csv or nquads".
func formatNames() string {
	var names []string
	for _, f := range exportFormats {
		names = append(names, f.name)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// exportProvenance is what an export says of itself.
func (a *app) exportProvenance(s *ledger.Snapshot, f questions.Filter, format string) export.Provenance {
	title := s.Codebook.Title
	if title == "" {
		title = s.Codebook.Name
	}
	return export.Provenance{Title: title, DataVersion: s.Version, Codebook: s.Codebook.Ref(), AsOf: s.LastDay(), Filter: f.Values(),
		Program: "stancegraph " + programVersion(), Command: "stancegraph export --format " + format + filterWords(f)}
}

func unknownFormat(format string) error {
	names := func(yield func(string) bool) {
		for _, f := range exportFormats {
			if !yield(f.name) {
				return
			}
		}
	}
	return usage("see stancegraph export --help", "--format %q: expected %s%s", format, formatNames(), schema.DidYouMean(format, names))
}
