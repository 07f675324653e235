package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

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
		return a.ask(filter, func(s *ledger.Snapshot, f questions.Filter) error {
			v := verifying{app: a, snapshot: s, filter: f, path: args[0], notes: notes}
			if err := v.findFilter(); err != nil {
				return err
			}
			report, err := v.report(cmd.Context())
			if err != nil {
				return err
			}
			return a.verdict(args[0], report)
		})
	}
	return cmd
}

// verifying is a file that is checked against a store.
type verifying struct {
	*app
	snapshot *ledger.Snapshot
	filter   questions.Filter // that the file was made with
	known    bool             // it was given, or the file says how it was made
	path     string
	notes    string // of a table; "" for those beside it
}

// findFilter reads the filter that the file was made with from beside it, unless
// one was given.
func (v *verifying) findFilter() error {
	given := !v.filter.IsZero()
	v.known = given
	beside := v.path + export.ProvenanceEnding
	in, err := os.Open(beside)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return schema.Errorf(schema.KindIO, "check that the file can be read", "open: %w", err)
	}
	defer in.Close()
	p, err := export.ReadProvenance(in, beside)
	if err != nil {
		return err
	}
	if p.DataVersion != v.snapshot.Version {
		fmt.Fprintf(v.stderr, "%s was made of data version %s; the store has %s\n", v.path, p.DataVersion, v.snapshot.Version)
	}
	v.known = true
	if given {
		return nil
	}
	if v.filter, err = questions.ParseFilter(p.Filter, v.snapshot); err != nil {
		return schema.Errorf(schema.KindInput, "give the filter here, or export again", "%s: %w", beside, err)
	}
	return nil
}

// report is what is wrong with the file.
func (v *verifying) report(ctx context.Context) (verify.Report, error) {
	if known, ok := formats.OfFile(v.path); ok && known.Name != "csv" {
		return v.records(ctx)
	}
	return v.table()
}

// table checks a comparison table with its notes; a CSV without notes is one of
// statements.
func (v *verifying) table() (report verify.Report, err error) {
	in, name, err := v.openInput(v.path)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	plain, err := unpacked(in, name)
	if err != nil {
		return report, err
	}
	notes := cmp.Or(v.notes, notesFile(v.path))
	noted, notesName, missing := v.openInput(notes)
	if missing != nil {
		report, err := verify.StatementsCSV(v.snapshot, v.filter, plain, name)
		if err != nil {
			return report, schema.Errorf(schema.KindInput, "a comparison table is verified with its notes; name them with --notes", "%w (and there is no %s)", err, notes)
		}
		return report, nil
	}
	defer func() { err = errors.Join(err, noted.Close()) }()
	return verify.Table(v.snapshot, v.filter, verify.TableFiles{Cells: plain, CellsName: name, Notes: noted, NotesName: notesName})
}

// records checks a file that import reads. A line that is no record any
// more was changed: that is what is asked here, and not bad input.
func (v *verifying) records(ctx context.Context) (verify.Report, error) {
	format, err := importFormat("", v.path)
	if err != nil {
		return verify.Report{}, usage("export it as csv, jsonl or graph, and verify that", "%s: nothing reads this format back so that it can be compared", v.path)
	}
	doc, err := v.readDocument(ctx, format, v.path)
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
	} else if v.known {
		records.Filter = &v.filter
	}
	report := verify.Check(v.snapshot, records)
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
