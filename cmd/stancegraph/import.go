package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/ingest/coded"
	"github.com/stancegraph/stancegraph/ingest/exported"
)

const importHelp = `Adds coded statements to the store. "-" reads standard input. The file is
checked whole first; then all of it is written, or nothing. Records without an
id get the one that their content derives; what is there already is not added
again.

Without --map, the file is one that export wrote; its ending says the format, or
--format. A whole graph (--format graph, nquads, ...) makes a store where there
is none. Where a file has statements alone, their sources must be in the store
(stancegraph ingest). With --mark-coded, the sources named are marked coded afterwards: proposals on them
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
was when the same command is run again. --discard ID removes what it has written
instead, which nobody has seen.

--titles gives made propositions their labels, --issues their issues, one a row;
the first is the one that is printed, and those without any are on the issue
"unassigned". Both tables have the propositions in a column that is called as in
--map, or id; the label is in the other column, or in the one that is called
label, title, name, issue or short. FILE:ID=COLUMN,LABEL=COLUMN says otherwise.

Fields that --map and --set know:

`

func newImportCommand(a *app) *cobra.Command {
	var markCoded bool
	var format, discard string
	var mapped mapFlags
	cmd := &cobra.Command{
		Use:   "import FILE | --discard ID",
		Short: "Add coded statements from JSON Lines, CSV or a file of DNA",
		Long:  importHelp + coded.FieldHelp(),
		Example: `  stancegraph import coded.jsonl
  stancegraph import --store debate.db debate.dna
  stancegraph import --map actor=country,proposition=rcid,stance=stance,date=date,source=unres \
      --titles rollcalls.csv --issues issues.csv votes.csv.gz`,
		Args: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("discard") {
				return exactly(0, "no file with --discard")(cmd, args)
			}
			return exactly(1, "one file")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("discard") {
				return a.discardImport(cmd, discard)
			}
			return a.importFile(cmd, args[0], format, &mapped, markCoded)
		},
	}
	mapped.add(cmd)
	cmd.Flags().StringVar(&format, "format", "", strings.Join(importNames(), ", ")+" (default: by the ending of the file, else jsonl)")
	cmd.Flags().StringVar(&discard, "discard", "", "remove the import of this ID, which was interrupted; stancegraph check lists them")
	cmd.Flags().BoolVar(&markCoded, "mark-coded", false, "mark the sources of these statements as coded")
	return cmd
}

// importFile takes a file for a table, for one of DNA or for what export wrote.
func (a *app) importFile(cmd *cobra.Command, path, format string, mapped *mapFlags, markCoded bool) error {
	if len(mapped.columns) > 0 {
		if markCoded {
			return usage("leave one of them out", "--mark-coded: a table cites sources and codes none whole")
		}
		return a.importMapped(cmd.Context(), path, mapped)
	}
	if format == dnaFormat || format == "" && isDNA(path) {
		if err := needsMap(cmd, path, "codebook-name"); err != nil {
			return err
		}
		return a.importDNA(cmd.Context(), path, mapped.name)
	}
	if err := needsMap(cmd, path); err != nil {
		return err
	}
	known, err := importFormat(format, path)
	if err != nil {
		return err
	}
	doc, err := a.readDocument(cmd.Context(), known, path)
	if err != nil {
		return err
	}
	return a.importDocument(cmd.Context(), doc, path, markCoded)
}

const mapHint = "say which column is which: --map actor=COLUMN,proposition=COLUMN,stance=COLUMN,date=COLUMN,source=COLUMN"

// needsMap refuses options and files that mean nothing without --map, but for
// options that this file knows too.
func needsMap(cmd *cobra.Command, path string, known ...string) error {
	for _, flag := range []string{"set", "titles", "issues", "strict", "actor-kind", "codebook-name", "delimiter", "drop-variables", "batch"} {
		if cmd.Flags().Changed(flag) && !slices.Contains(known, flag) {
			return usage(mapHint, "--%s needs --map", flag)
		}
	}
	return needsMapFor(path)
}

// needsMapFor refuses tables whose columns have to be named.
func needsMapFor(path string) error {
	for _, ending := range []string{".tsv", ".tsv.gz"} {
		if strings.HasSuffix(path, ending) {
			return usage(mapHint, "%s: %w", path, exported.ErrColumns)
		}
	}
	return nil
}
