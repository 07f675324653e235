package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest/coded"
	"github.com/stancegraph/stancegraph/schema"
)

// mapFlags are the options of an import with --map.
type mapFlags struct {
	columns, constants []string
	titles, issues     string
	actorKind, name    string
	delimiter          string
	strict             bool
	dropVariables      bool
	batch              int
}

// defaultBatch is how many statements one transaction has: larger ones gain
// little and take memory.
const defaultBatch = 10_000

func (f *mapFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.columns, "map", nil, "which column fills a field: actor=country,proposition=rcid,...")
	flags.StringArrayVar(&f.constants, "set", nil, "a field with one value in all rows, or where the cell is empty: coder=UNGA")
	flags.StringVar(&f.titles, "titles", "", "table with a label for each proposition: FILE or FILE:ID=COLUMN,LABEL=COLUMN")
	flags.StringVar(&f.issues, "issues", "", "table with the issues of propositions, one a row: FILE or FILE:ID=COLUMN,LABEL=COLUMN")
	flags.BoolVar(&f.strict, "strict", false, "refuse actors, propositions and issues that the codebook lacks, instead of making them")
	flags.StringVar(&f.actorKind, "actor-kind", string(schema.KindState), "kind of the actors that are made")
	flags.StringVar(&f.name, "codebook-name", "", "name of the codebook where the store has none (default: from the file name)")
	flags.StringVar(&f.delimiter, "delimiter", ",", `what separates columns: one character, or "tab"`)
	flags.BoolVar(&f.dropVariables, "drop-variables", false, "leave out columns that are not mapped (default: kept in variables)")
	flags.IntVar(&f.batch, "batch", defaultBatch, "statements in one transaction")
}

// options reads the flags and the tables that they name.
func (f *mapFlags) options(ctx context.Context, a *app, name string) (coded.Options, error) {
	opt := coded.Options{Name: name, DropVariables: f.dropVariables, ActorKind: schema.ActorKind(f.actorKind), CodebookName: f.name}
	if !slices.Contains(schema.ActorKinds, opt.ActorKind) {
		return opt, usage("one of person, organisation, state, bloc, office, anonymous, analyst", "--actor-kind %q: no such kind", f.actorKind)
	}
	if strings.Contains(f.name, "/") {
		return opt, usage("leave / out: it separates name and version", "--codebook-name %q: expected a name", f.name)
	}
	if f.batch < 1 {
		return opt, usage("the default is good", "--batch %d: expected 1 or more", f.batch)
	}
	var err error
	if opt.Delimiter, err = f.comma(); err != nil {
		return opt, err
	}
	if opt.Columns, err = coded.ParseMapping("--map", f.columns); err != nil {
		return opt, err
	}
	if opt.Constants, err = coded.ParseMapping("--set", f.constants); err != nil {
		return opt, err
	}
	if opt.Issues, err = f.side(ctx, a, "--issues", f.issues, opt.Columns["proposition"]); err != nil {
		return opt, err
	}
	titles, err := f.side(ctx, a, "--titles", f.titles, opt.Columns["proposition"])
	opt.Titles = make(map[string]string, len(titles))
	for id, labels := range titles {
		if len(labels) > 0 {
			opt.Titles[id] = labels[0]
		}
	}
	return opt, err
}

func (f *mapFlags) comma() (rune, error) {
	switch {
	case f.delimiter == ",":
		return 0, nil
	case f.delimiter == "tab" || f.delimiter == `\t`:
		return '\t', nil
	}
	r, n := utf8.DecodeRuneInString(f.delimiter)
	if n != len(f.delimiter) || n == 0 || strings.ContainsRune("\"\r\n\ufffd", r) {
		return 0, usage(`for example --delimiter ";"`, `--delimiter %q: expected one character, or "tab"`, f.delimiter)
	}
	return r, nil
}

func (f *mapFlags) side(ctx context.Context, a *app, flag, text, proposition string) (map[string][]string, error) {
	if text == "" {
		return nil, nil
	}
	side, err := coded.ParseSide(flag, text)
	if err != nil {
		return nil, err
	}
	open := func() (io.ReadCloser, error) {
		in, _, err := a.openInput(side.Path)
		return in, err
	}
	return coded.ReadSide(ctx, open, side, side.Path, proposition)
}

// spool returns a file that can be read several times: standard input is kept
// in a temporary file until done is called.
func (a *app) spool(path string) (open coded.Input, name string, done func(), err error) {
	if path != "-" {
		open = func() (io.ReadCloser, error) {
			in, _, err := a.openInput(path)
			return in, err
		}
		return open, path, func() {}, nil
	}
	f, err := os.CreateTemp("", "stancegraph-import-*")
	if err != nil {
		return nil, "", nil, schema.Errorf(schema.KindIO, "check the folder for temporary files", "standard input: %w", err)
	}
	done = func() { _ = os.Remove(f.Name()) } // nothing reads it any more
	_, err = io.Copy(f, a.stdin)
	if err = errors.Join(err, f.Close()); err != nil {
		done()
		return nil, "", nil, schema.Errorf(schema.KindIO, "check the free space of the folder for temporary files", "standard input: %w", err)
	}
	return func() (io.ReadCloser, error) { return os.Open(f.Name()) }, "standard input", done, nil
}

// mapReport is what an import with --map did.
type mapReport struct {
	Statements   int    `json:"statements"`
	Added        int    `json:"added"`
	Known        int    `json:"known"`
	Resumed      int    `json:"resumed,omitempty"` // of those known: written before the import was interrupted
	Codebook     string `json:"codebook"`
	Actors       int    `json:"actors_created"`
	Propositions int    `json:"propositions_created"`
	Unassigned   int    `json:"propositions_without_issue"` // of those created
}

func (a *app) importMapped(ctx context.Context, path string, f *mapFlags) error {
	a.tellsInterrupted = true
	open, name, done, err := a.spool(path)
	if err != nil {
		return err
	}
	defer done()
	opt, err := f.options(ctx, a, name)
	if err != nil {
		return err
	}
	counted := a.newProgress("reading "+filepath.Base(name), -1)
	table, err := coded.Read(ctx, open, opt, func() { counted.add(1) })
	counted.finish()
	if err != nil {
		return err
	}
	return a.withStore(!f.strict, func(s *graph.Store) error {
		m := &mappedImport{app: a, store: s, table: table, flags: f, file: filepath.Base(name)}
		return m.run(ctx)
	})
}
