package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest/coded"
	"github.com/stancegraph/stancegraph/schema"
)

const importHelp = `Adds coded statements to the store. "-" reads standard input. The file is
checked whole first; then all of it is written, or nothing. Records without an
id get the one that their content derives; what is there already is not added
again.

Without --map, the file is JSON Lines in the record that export prints. A source
must be in the store before statements on it (stancegraph ingest). With
--mark-coded, the sources named are marked coded afterwards: proposals on them
that nobody accepted no longer count.

A file that ends in .dna is one of Discourse Network Analyzer 3: its texts become
sources, its concepts a codebook (--codebook-name), its statements statements.
Coded passages without a stance, such as notes, are kept as annotations and
count in networks only.

With --map, the file is a table: CSV with a header or JSON Lines with keys of
its own, packed with gzip or not. Actors, propositions and issues that the
codebook lacks are made, in a new version of the codebook; --strict refuses
them. The evidence is a citation of the source. Columns that are not mapped are
kept in variables. The table is written in batches that become visible together
when the last one is written; an import that was interrupted goes on where it
was when the same command is run again.

--titles gives made propositions their labels, --issues their issues, one a row;
the first is the one that is printed, and those without any are on the issue
"unassigned". Both tables have the propositions in a column that is called as in
--map, or id; the label is in the other column, or in the one that is called
label, title, name, issue or short. FILE:ID=COLUMN,LABEL=COLUMN says otherwise.

Fields that --map and --set know:

`

func newImportCommand(a *app) *cobra.Command {
	var markCoded bool
	var mapped mapFlags
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Add coded statements from JSON Lines, CSV or a file of DNA",
		Long:  importHelp + coded.FieldHelp(),
		Example: `  stancegraph import coded.jsonl
  stancegraph import --store debate.db debate.dna
  stancegraph import --map actor=country,proposition=rcid,stance=stance,date=date,source=unres \
      --titles rollcalls.csv --issues issues.csv votes.csv.gz`,
		Args: exactly(1, "one file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(mapped.columns) > 0 {
				if markCoded {
					return usage("leave one of them out", "--mark-coded: a table cites sources and codes none whole")
				}
				return a.importMapped(cmd.Context(), args[0], &mapped)
			}
			if isDNA(args[0]) {
				if err := needsMap(cmd, args[0], "codebook-name"); err != nil {
					return err
				}
				return a.importDNA(cmd.Context(), args[0], mapped.name)
			}
			if err := needsMap(cmd, args[0]); err != nil {
				return err
			}
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
	mapped.add(cmd)
	cmd.Flags().BoolVar(&markCoded, "mark-coded", false, "mark the sources of these statements as coded")
	return cmd
}

// needsMap refuses options and files that mean nothing without --map, but for
// options that this file knows too.
func needsMap(cmd *cobra.Command, path string, known ...string) error {
	const hint = "say which column is which: --map actor=COLUMN,proposition=COLUMN,stance=COLUMN,date=COLUMN,source=COLUMN"
	for _, flag := range []string{"set", "titles", "issues", "strict", "actor-kind", "codebook-name", "delimiter", "drop-variables", "batch"} {
		if cmd.Flags().Changed(flag) && !slices.Contains(known, flag) {
			return usage(hint, "--%s needs --map", flag)
		}
	}
	for _, ending := range []string{".csv", ".tsv", ".csv.gz", ".tsv.gz", ".jsonl.gz"} {
		if strings.HasSuffix(path, ending) {
			return usage(hint, "%s: a table needs --map", path)
		}
	}
	return nil
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
