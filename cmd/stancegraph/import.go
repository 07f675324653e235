package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

func newImportCommand(a *app) *cobra.Command {
	var markCoded bool
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Add coded statements from JSON Lines",
		Long: `Adds coded statements, one JSON record a line, to the store ("-" reads standard
input). The file is checked whole first, against the codebook and the sources;
then all of it is written, or nothing. Records without an id get the one that
their content derives; what is there already is not added again.

A source must be in the store before statements on it (stancegraph ingest).
With --mark-coded, the sources named are marked coded afterwards: proposals on
them that nobody accepted no longer count.`,
		Args: exactly(1, "one file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			in, name, err := a.openInput(args[0])
			if err != nil {
				return err
			}
			statements, lines, err := readRecords(in, name)
			if err := errors.Join(err, in.Close()); err != nil {
				return err
			}
			return a.withStore(false, func(s *graph.Store) error {
				if _, err := a.storeCodebook(cmd.Context(), s); err != nil {
					return err
				}
				report, err := s.PutStatements(cmd.Context(), statements)
				if err != nil {
					return locate(err, name, lines)
				}
				if markCoded {
					for _, id := range sourcesOf(statements) {
						if err := s.MarkCoded(cmd.Context(), id); err != nil {
							return err
						}
					}
				}
				if a.json {
					return printJSON(a.stdout, report)
				}
				_, err = fmt.Fprintf(a.stdout, "%s: %d added, %d there already\n", plural(len(statements), "statement"), report.Added, report.Known)
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&markCoded, "mark-coded", false, "mark the sources of these statements as coded")
	return cmd
}

// readRecords reads a whole file of statements, fills in IDs that are empty,
// and reports every bad line and every ID that stands twice. lines is where the
// record of an ID stands.
func readRecords(r io.Reader, name string) (statements []schema.Statement, lines map[string]int, err error) {
	var problems schema.Problems
	lines = map[string]int{}
	for record, err := range schema.ReadStatements(r, name) {
		var bad schema.Problems
		switch {
		case errors.As(err, &bad):
			problems = append(problems, bad...)
			continue
		case err != nil:
			return nil, nil, schema.Errorf(schema.KindIO, "check that the file can be read", "%w", err)
		}
		s := record.Statement
		if s.ID == "" && s.Stance.Valid() {
			s.ID = s.DeriveID()
		}
		if first, twice := lines[s.ID]; twice && s.ID != "" {
			problems = append(problems, schema.Problem{File: name, Line: record.Line, Field: "id", Value: s.ID,
				Expected: fmt.Sprintf("the same statement stands on line %d; remove one", first)})
			continue
		}
		lines[s.ID] = record.Line
		statements = append(statements, s)
	}
	return statements, lines, problems.Err("correct the lines above; nothing was written")
}

// locate says on which lines of a file the records stand that a store refused.
func locate(err error, name string, lines map[string]int) error {
	var problems schema.Problems
	if !errors.As(err, &problems) {
		return fmt.Errorf("%s: %w", name, err)
	}
	located := make(schema.Problems, len(problems))
	for i, p := range problems {
		if line, ok := lines[p.Record]; ok {
			p.File, p.Line, p.Record = name, line, ""
		}
		located[i] = p
	}
	return located.Err(schema.HintOf(err))
}

// sourcesOf lists the sources that statements name, each once, in their order.
func sourcesOf(statements []schema.Statement) []string {
	var ids []string
	seen := map[string]bool{}
	for i := range statements {
		if id := statements[i].Source; !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}
