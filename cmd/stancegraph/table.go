package main

import (
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func newTableCommand(a *app) *cobra.Command {
	var o tableOptions
	cmd := &cobra.Command{
		Use:   "table",
		Short: "A comparison table with a numbered source note for every position",
		Long: `Prints a comparison table: issues down (or, with --open, their propositions),
actors and groups across. A cell says the position in words; every statement
that decides it is a numbered source note with quotation, speaker, date, outlet
and relays.

Rows are those of --issue, in that order (default: all). Columns are those of
--column, in that order (default: every group); with one --column and several
--date, the columns are the dates.

Formats: csv (two files: FILE, one row a cell, and its .notes.csv, one row a
note), md, html, latex, docx, xlsx. Same store, same bytes.`,
		Args: exactly(0, "no arguments, only flags"),
	}
	filter := addFilterFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar(&o.format, "format", "", "csv, md, html, latex, docx or xlsx (default: by the ending of -o; md on standard output)")
	flags.StringVarP(&o.output, "output", "o", "", "file to write (default: standard output)")
	flags.StringVar(&o.title, "title", "", "title of the table")
	flags.StringArrayVar(&o.columns, "column", nil, "actor or group of a column, by ID or label (repeatable)")
	flags.StringArrayVar(&o.dates, "date", nil, "as-of day of a column, YYYY-MM-DD (repeatable; with one --column)")
	flags.BoolVar(&o.open, "open", false, "rows are propositions")
	cmd.RunE = func(*cobra.Command, []string) error {
		return a.ask(filter, func(s *ledger.Snapshot, f questions.Filter) error {
			return a.table(s, f, *filter.values["issue"], o)
		})
	}
	return cmd
}

type tableOptions struct {
	format, output, title string
	columns, dates        []string
	open                  bool
}

func (a *app) table(s *ledger.Snapshot, f questions.Filter, rows []string, o tableOptions) error {
	spec, err := tableSpec(s, rows, o)
	if err != nil {
		return err
	}
	s, withheld := s.Quotable()
	t, err := questions.BuildTable(s, f, spec)
	if err != nil {
		return err
	}
	if a.json {
		return printJSON(a.stdout, map[string]any{"table": t})
	}
	name, err := o.formatName()
	if err != nil {
		return err
	}
	for _, format := range formats.Tables() {
		if format.Name != name {
			continue
		}
		if format.Binary && (o.output == "" || o.output == "-") && isTerminal(a.stdout) {
			return usage("add -o FILE"+format.Extension, "--format %s is not for a terminal", name)
		}
		p := a.provenance(s, f, t, o)
		p.Rights = export.RightsSentence(withheld)
		if err := a.writeOutput(o.output, func(w io.Writer) error { return format.Write(w, t, s.Codebook, p) }); err != nil {
			return err
		}
		if err := a.writeProvenance(o.output, p); err != nil {
			return err
		}
		if name != "csv" || o.output == "" || o.output == "-" {
			return nil
		}
		return a.writeOutput(notesFile(o.output), func(w io.Writer) error { return export.TableNotesCSV(w, t) })
	}
	return usage("see stancegraph table --help", "--format %q: expected csv, md, html, latex, docx or xlsx", name)
}

// formatName is the format asked for, else that of the file's ending; standard
// output gets Markdown.
func (o tableOptions) formatName() (string, error) {
	switch {
	case o.format != "":
		return o.format, nil
	case o.output == "" || o.output == "-":
		return "md", nil
	}
	for _, f := range formats.Tables() {
		if strings.EqualFold(filepath.Ext(o.output), f.Extension) {
			return f.Name, nil
		}
	}
	return "", usage("name it with --format csv, md, html, latex, docx or xlsx", "-o %s: its ending stands for no format", o.output)
}

// notesFile is "table.notes.csv" for "table.csv".
func notesFile(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ".notes.csv"
}

func tableSpec(s *ledger.Snapshot, rows []string, o tableOptions) (questions.TableSpec, error) {
	spec := questions.TableSpec{Open: o.open}
	if len(o.dates) > 0 && len(o.columns) != 1 {
		return spec, usage("for example --column ukraine --date 2025-05-19 --date 2025-10-21", "--date needs exactly one --column, got %d", len(o.columns))
	}
	for _, row := range rows { // one by one: the filter does not keep their order
		f, err := questions.ParseFilter(url.Values{"issue": {row}}, s)
		if err != nil {
			return spec, err
		}
		spec.Issues = append(spec.Issues, f.Issues...)
	}
	for _, column := range o.columns {
		f, err := questions.ParseFilter(url.Values{"actor": {column}}, s)
		if err != nil {
			return spec, err
		}
		spec.Who = append(spec.Who, questions.TableColumn{Actor: f.Actors[0]})
	}
	for i, date := range o.dates {
		day, err := schema.ParseDay(date)
		if err != nil {
			return spec, usage("write it as 2025-10-21", "--date: %w", err)
		}
		column := questions.TableColumn{Actor: spec.Who[0].Actor, AsOf: &day}
		if i == 0 {
			spec.Who[0] = column
			continue
		}
		spec.Who = append(spec.Who, column)
	}
	return spec, nil
}

func (a *app) provenance(s *ledger.Snapshot, f questions.Filter, t questions.Table, o tableOptions) export.Provenance {
	title := o.title
	if title == "" {
		title = "Positions compared"
		if s.Codebook.Title != "" {
			title = s.Codebook.Title + ": positions compared"
		}
	}
	return export.Provenance{Title: title, DataVersion: s.Version, Codebook: s.Codebook.Ref(), AsOf: t.AsOf, Rule: t.Rule,
		Filter: f.Values(), Program: "stancegraph " + programVersion(), Command: o.command(f)}
}

// command is what makes the table again, without the names of files.
func (o tableOptions) command(f questions.Filter) string {
	words := []string{"stancegraph table" + filterWords(f)}
	for _, c := range o.columns {
		words = append(words, "--column", quoted(c))
	}
	for _, d := range o.dates {
		words = append(words, "--date", d)
	}
	if o.open {
		words = append(words, "--open")
	}
	return strings.Join(words, " ")
}

// filterWords are the flags of a filter, each with a blank before it.
func filterWords(f questions.Filter) string {
	var words strings.Builder
	values := f.Values()
	for _, p := range questions.Parameters() {
		for _, v := range values[p.Name] {
			words.WriteString(" --" + p.Name)
			if !p.Flag {
				words.WriteString(" " + quoted(v))
			}
		}
	}
	return words.String()
}

// quoted is a word as a shell takes it.
func quoted(word string) string {
	if word != "" && !strings.ContainsFunc(word, func(r rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@", r)
	}) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
