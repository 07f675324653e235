package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
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
FILE.notes.csv), statements as CSV, or statements as JSON Lines. The sources'
texts must have the hashes that are named, every quotation must stand at its
offsets, every position is computed again by its rule. What differs is named by
line and column; the exit code is then 8.

Give the filter that the file was made with (--as-of and so on), if any.`,
		Args: exactly(1, "one file"),
	}
	filter := addFilterFlags(cmd)
	cmd.Flags().StringVar(&notes, "notes", "", "notes of a table (default: FILE with .notes.csv)")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return a.withStore(false, func(s *graph.Store) error {
			snapshot := s.Snapshot()
			f, err := filter.parse(snapshot)
			if err != nil {
				return err
			}
			n, problems, err := a.verify(snapshot, f, args[0], notes)
			if err != nil {
				return err
			}
			return a.verdict(args[0], n, problems)
		})
	}
	return cmd
}

func (a *app) verify(s *ledger.Snapshot, f questions.Filter, path, notes string) (n int, problems schema.Problems, err error) {
	in, name, err := a.openInput(path)
	if err != nil {
		return 0, nil, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	if strings.EqualFold(filepath.Ext(path), ".jsonl") {
		return verify.Statements(s, in, name)
	}
	if notes == "" {
		notes = notesFile(path)
	}
	noted, notesName, missing := a.openInput(notes)
	if missing != nil { // a CSV without notes is one of statements
		n, problems, err := verify.StatementsCSV(s, f, in, name)
		if err != nil {
			return n, problems, schema.Errorf(schema.KindInput, "a comparison table is verified with its notes; name them with --notes", "%w (and there is no %s)", err, notes)
		}
		return n, problems, nil
	}
	defer func() { err = errors.Join(err, noted.Close()) }()
	return verify.Table(s, f, verify.TableFiles{Cells: in, CellsName: name, Notes: noted, NotesName: notesName})
}

func (a *app) verdict(path string, n int, problems schema.Problems) error {
	if a.json {
		if problems == nil {
			problems = schema.Problems{}
		}
		if err := printJSON(a.stdout, map[string]any{"checked": n, "problems": problems}); err != nil {
			return err
		}
	}
	if len(problems) > 0 {
		return schema.Errorf(schema.KindDiffers, "export again from the store, or find out who changed the file", "%w", problems)
	}
	if a.json {
		return nil
	}
	_, err := fmt.Fprintf(a.stdout, "%s agrees with the sources: %s checked\n", path, plural(n, "row"))
	return err
}
