package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/graph/verify"
	"github.com/stancegraph/stancegraph/schema"
)

func newVerifyCommand(a *app) *cobra.Command {
	var notes string
	cmd := &cobra.Command{
		Use:   "verify FILE",
		Short: "Check an exported table or statement file against the sources",
		Long: `Checks, offline, what left the program: a comparison table (FILE.csv with its
FILE.notes.csv), statements as CSV, or any other file that import reads. The
sources' texts must have the hashes that are named, every quotation must stand at
its offsets, every ID must be that of its content, every position is computed
again by its rule. What differs is named by line and column; the exit code is
then 8.

The filter that the file was made with stands in FILE.provenance.json, which
export writes beside it; without that file give it here (--as-of and so on). A
file of the whole graph needs none: every source and statement is missed there.
Where the text of a quote-only source is missing, its quotations can only be
compared with the records of the store, and that is said.`,
		Args: exactly(1, "one file"),
	}
	filter := addFilterFlags(cmd)
	cmd.Flags().StringVar(&notes, "notes", "", "notes of a table (default: FILE with .notes.csv)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.withStore(false, func(s *graph.Store) error {
			snapshot := s.Snapshot()
			f, err := filter.parse(snapshot)
			if err != nil {
				return err
			}
			known, err := a.filterOf(snapshot, args[0], &f)
			if err != nil {
				return err
			}
			report, err := a.verify(cmd.Context(), snapshot, f, known || !f.IsZero(), args[0], notes)
			if err != nil {
				return err
			}
			return a.verdict(args[0], report)
		})
	}
	return cmd
}

// filterOf reads the filter that a file was made with from beside it, unless one
// was given. It reports whether the file says how it was made.
func (a *app) filterOf(s *ledger.Snapshot, path string, f *questions.Filter) (known bool, err error) {
	beside := path + export.ProvenanceEnding
	in, err := os.Open(beside)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, schema.Errorf(schema.KindIO, "check that the file can be read", "open: %w", err)
	}
	defer in.Close()
	p, err := export.ReadProvenance(in, beside)
	if err != nil {
		return false, err
	}
	if p.DataVersion != s.Version {
		fmt.Fprintf(a.stderr, "%s was made of data version %s; the store has %s\n", path, p.DataVersion, s.Version)
	}
	if !f.IsZero() {
		return true, nil
	}
	if *f, err = questions.ParseFilter(p.Filter, s); err != nil {
		return false, schema.Errorf(schema.KindInput, "give the filter here, or export again", "%s: %w", beside, err)
	}
	return true, nil
}

func (a *app) verify(ctx context.Context, s *ledger.Snapshot, f questions.Filter, filtered bool, path, notes string) (report verify.Report, err error) {
	if known, ok := formats.OfFile(path); ok && known.Name != "csv" {
		return a.verifyRecords(ctx, s, f, filtered, path)
	}
	in, name, err := a.openInput(path)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	plain, err := unpacked(in, name)
	if err != nil {
		return report, err
	}
	if notes == "" {
		notes = notesFile(path)
	}
	noted, notesName, missing := a.openInput(notes)
	if missing != nil { // a CSV without notes is one of statements
		report, err := verify.StatementsCSV(s, f, plain, name)
		if err != nil {
			return report, schema.Errorf(schema.KindInput, "a comparison table is verified with its notes; name them with --notes", "%w (and there is no %s)", err, notes)
		}
		return report, nil
	}
	defer func() { err = errors.Join(err, noted.Close()) }()
	return verify.Table(s, f, verify.TableFiles{Cells: plain, CellsName: name, Notes: noted, NotesName: notesName})
}

// verifyRecords checks a file that import reads. A line that is no record any
// more was changed: that is what is asked here, and not bad input.
func (a *app) verifyRecords(ctx context.Context, s *ledger.Snapshot, f questions.Filter, filtered bool, path string) (verify.Report, error) {
	format, err := importFormat("", path)
	if err != nil {
		return verify.Report{}, usage("export it as csv, jsonl or graph, and verify that", "%s: nothing reads this format back so that it can be compared", path)
	}
	doc, err := a.readDocument(ctx, format, path)
	var problems schema.Problems
	switch {
	case errors.As(err, &problems):
		return verify.Report{Problems: problems}, nil
	case err != nil:
		return verify.Report{}, err
	}
	records := verify.Records{Sources: doc.Sources, Statements: doc.Statements}
	if known, err := formats.Named(format); err == nil && known.Lossless {
		records.Whole, records.Filter = true, &questions.Filter{}
	} else if filtered {
		records.Filter = &f
	}
	report := verify.Check(s, records)
	for i, p := range report.Problems {
		if at, ok := doc.places[p.Record]; ok {
			report.Problems[i].File, report.Problems[i].Line, report.Problems[i].Record = at.File, at.Line, ""
		}
	}
	return report, nil
}

func (a *app) verdict(path string, r verify.Report) error {
	if a.json {
		if r.Problems == nil {
			r.Problems = schema.Problems{}
		}
		if err := printJSON(a.stdout, map[string]any{"checked": r.Checked, "unread": r.Unread, "problems": r.Problems}); err != nil {
			return err
		}
	}
	if len(r.Problems) > 0 {
		return schema.Errorf(schema.KindDiffers, "export again from the store, or find out who changed the file", "%w", r.Problems)
	}
	if a.json {
		return nil
	}
	text := fmt.Sprintf("%s agrees with the sources: %s checked", path, plural(r.Checked, "row"))
	if r.Unread > 0 {
		text += fmt.Sprintf("; of %s the text of the source is missing (quote-only): compared with the store's records alone", plural(r.Unread, "quotation"))
	}
	_, err := fmt.Fprintln(a.stdout, text)
	return err
}
