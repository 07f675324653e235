package main

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

const exportHelp = `Writes statements, or the whole graph, to standard output or to -o FILE (which
appears only when it is complete; packed with gzip where it ends in .gz). Same
store, same bytes.

Beside FILE it writes FILE.provenance.json: data version, codebook, filter, rule,
program and the command that makes it again; verify reads it. CSV has
FILE-metadata.json, too, with the types of its columns (CSV on the Web). Of
sources that are marked quote-only, no format has the text. DNA asks for a
password: that of every coder is "stancegraph", to be changed there.

--dcat writes FILE.dcat.ttl as well, the record of the data set for a library or
a data portal (DCAT 3), with size and checksum of the file. --license names the
licence that it is under; nothing is said where you say nothing.

Formats, with the endings that stand for them; * can be read back into an empty
store and gives the same graph:

`

func newExportCommand(a *app) *cobra.Command {
	var format, output string
	var record catalogFlags
	cmd := &cobra.Command{
		Use: "export", Short: "Write the statements or the whole graph to a file", Long: exportHelp + formatHelp(),
		Example: `  stancegraph export -o statements.csv
  stancegraph export --issue territory --format parquet -o territory.parquet
  stancegraph export -o everything.nq.gz`,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter := addFilterFlags(cmd)
	cmd.Flags().StringVar(&format, "format", "", strings.Join(formats.Names(), ", ")+" (default: by the ending of -o; jsonl on standard output)")
	cmd.Flags().StringVarP(&output, "output", "o", "", "file to write (default: standard output)")
	record.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		known, err := exportFormat(format, output)
		if err != nil {
			return err
		}
		if known.Binary && (output == "" || output == "-") && isTerminal(a.stdout) {
			return usage("add -o FILE"+known.Extensions[0], "--format %s is not for a terminal", known.Name)
		}
		if err := record.check(output); err != nil {
			return err
		}
		return a.withStore(false, func(s *graph.Store) error {
			f, err := filter.parse(s.Snapshot())
			if err != nil {
				return err
			}
			return a.export(cmd.Context(), s, f, known, output, record)
		})
	}
	return cmd
}

// export writes a file in a format, and what belongs beside it.
func (a *app) export(ctx context.Context, s *graph.Store, f questions.Filter, known formats.Format, output string, record catalogFlags) error {
	if !known.Filtered && !f.IsZero() {
		return usage("use --format jsonl or csv for a part of it", "--format %s writes the whole graph and takes no filter", known.Name)
	}
	if n := len(s.Snapshot().Annotations); known.Filtered && n > 0 && (!known.Annotated || !f.IsZero()) {
		fmt.Fprintf(a.stderr, "%s left out, which no position counts: --format annotations has them\n", plural(n, "annotation"))
	}
	job := formats.NewJob(s, f, exportProvenance(s.Snapshot(), f, known.Name))
	if job.Provenance.Rights != "" {
		fmt.Fprintln(a.stderr, job.Provenance.Rights)
	}
	sum := &checksum{hash: sha256.New()}
	err := a.writeOutput(output, func(w io.Writer) error {
		if record.wanted {
			w = io.MultiWriter(w, sum)
		}
		return packed(w, output, func(w io.Writer) error { return known.Write(ctx, w, job) })
	})
	if err != nil {
		return err
	}
	if err := a.writeBeside(output, known, job); err != nil {
		return err
	}
	return a.writeRecord(record, output, known, job, sum)
}

// writeBeside writes the files that belong to an export: how it was made, and
// what its format asks for. Standard output has none.
func (a *app) writeBeside(output string, f formats.Format, job formats.Job) error {
	if output == "" || output == "-" {
		return nil
	}
	if f.Beside != nil {
		name := filepath.Base(output)
		if err := a.writeOutput(output+f.BesideEnding, func(w io.Writer) error { return f.Beside(w, name, job) }); err != nil {
			return err
		}
	}
	return a.writeProvenance(output, job.Provenance)
}

// writeProvenance writes how a file was made beside it: by that, verify knows
// the filter.
func (a *app) writeProvenance(output string, p export.Provenance) error {
	if output == "" || output == "-" {
		return nil
	}
	return a.writeOutput(output+export.ProvenanceEnding, func(w io.Writer) error { return export.ProvenanceJSON(w, p) })
}

// exportFormat is the format asked for, else that of the file's ending; standard
// output gets JSON Lines.
func exportFormat(name, output string) (formats.Format, error) {
	if name != "" {
		f, err := formats.Named(name)
		if err != nil {
			return f, usage(schema.HintOf(err), "--%w", err)
		}
		return f, nil
	}
	if output == "" || output == "-" {
		return formats.Named("jsonl")
	}
	f, ok := formats.OfFile(output)
	if !ok {
		return f, usage("name it with --format: "+strings.Join(formats.Names(), ", "), "-o %s: its ending stands for no format", output)
	}
	return f, nil
}

// packed packs what write writes where the name of the file says so. No name
// and no time enter the header: same bytes.
func packed(w io.Writer, path string, write func(io.Writer) error) error {
	if !strings.HasSuffix(strings.ToLower(path), formats.Packed) {
		return write(w)
	}
	z := gzip.NewWriter(w)
	return errors.Join(write(z), writing(path, z.Close()))
}

// formatHelp lists the formats for the help.
func formatHelp() string {
	var b strings.Builder
	for _, f := range formats.All() {
		mark := " "
		if f.Lossless {
			mark = "*"
		}
		fmt.Fprintf(&b, "%s %-15s %s (%s)\n", mark, f.Name, f.Help, strings.Join(f.Extensions, ", "))
	}
	return b.String()
}

// exportProvenance is what an export says of itself.
func exportProvenance(s *ledger.Snapshot, f questions.Filter, format string) export.Provenance {
	title := s.Codebook.Title
	if title == "" {
		title = s.Codebook.Name
	}
	return export.Provenance{Title: title, DataVersion: s.Version, Codebook: s.Codebook.Ref(), AsOf: f.AsOfIn(s), Rule: f.Rule, Filter: f.Values(),
		Program: "stancegraph " + programVersion(), Command: "stancegraph export --format " + format + filterWords(f)}
}
