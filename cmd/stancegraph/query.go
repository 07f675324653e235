package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/explore"
)

// newQueryChildCommand is the process that a query runs in; see the package
// explore. Its exit code says how it ended, and nothing may be printed after it.
func newQueryChildCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    explore.ChildCommand,
		Hidden: true,
		RunE: func(*cobra.Command, []string) error {
			os.Exit(explore.Child(a.stdin, a.stdout, a.stderr))
			return nil
		},
	}
}

// queryFlags are the flags of a free query.
type queryFlags struct {
	language string
	file     string
	example  string
	examples bool
	csv      bool
	timeout  time.Duration
	rows     int
	memory   int64 // MiB
}

func newQueryCommand(a *app) *cobra.Command {
	var f queryFlags
	cmd := &cobra.Command{
		Use:   "query [TEXT | -]",
		Short: "Ask the graph in Gizmo or GraphQL",
		Long: `Runs a query on the graph of the store and prints its rows. Gizmo is JavaScript
that walks paths; GraphQL has predicates for fields. IRIs are written with
prefixes: <sg:stance>, <actor:putin>. Nothing can be changed by a query, and it
runs in a process of its own, bounded in time, memory and rows.

--examples lists worked examples on the demonstration; --example NAME runs one.`,
		Example: `  stancegraph query 'g.V("<actor:putin>").In("<sg:actor>").Save("<sg:date>", "date").All()'
  stancegraph query --language graphql '{ issues(<rdf:type>: <sg:Issue>) { id label: <skos:prefLabel> } }'`,
		Args: f.one,
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.examples {
				return a.printExamples()
			}
			q, err := a.queryOf(f, args)
			if err != nil {
				return err
			}
			r, err := explore.Run(cmd.Context(), a.store, q)
			if err != nil {
				return err
			}
			return a.printResult(r, f.csv)
		},
	}
	d, flags := explore.Defaults(), cmd.Flags()
	flags.StringVar(&f.language, "language", "", "gizmo or graphql (default: by the name of --file, else gizmo)")
	flags.StringVarP(&f.file, "file", "f", "", "read the query from a file; - is standard input")
	flags.StringVar(&f.example, "example", "", "run the worked example of this name")
	flags.BoolVar(&f.examples, "examples", false, "list the worked examples")
	flags.BoolVar(&f.csv, "csv", false, "print CSV")
	flags.DurationVar(&f.timeout, "timeout", d.Time, "how long it may run")
	flags.IntVar(&f.rows, "max-rows", d.Rows, "how many rows are shown")
	flags.Int64Var(&f.memory, "max-memory", d.Memory>>20, "how much memory it may use, in MiB")
	return cmd
}

// one asks for one query, from one place.
func (f *queryFlags) one(cmd *cobra.Command, args []string) error {
	given := len(args)
	for _, set := range []bool{f.file != "", f.example != "", f.examples} {
		if set {
			given++
		}
	}
	if given != 1 {
		return usage("see "+cmd.CommandPath()+" --help", "%s takes one query: a text, - for standard input, --file FILE, --example NAME or --examples; got %d", cmd.CommandPath(), given)
	}
	return nil
}

// queryOf is the query that the flags and the argument name.
func (a *app) queryOf(f queryFlags, args []string) (q explore.Query, err error) {
	q.Limits = explore.Limits{Time: f.timeout, Rows: f.rows, Memory: f.memory << 20}
	if err := f.checkLimits(); err != nil {
		return q, err
	}
	switch {
	case f.example != "":
		q.Language, q.Text, err = exampleOf(f.example)
	case f.file != "":
		q.Language = explore.LanguageOf(f.file)
		q.Text, err = a.readQuery(f.file)
	case args[0] == "-":
		q.Text, err = a.readQuery("-")
	default:
		q.Text = args[0]
	}
	if f.language != "" {
		q.Language = explore.Language(f.language)
	}
	return q, err
}

// checkLimits refuses zeros, which are the defaults in a program, not on a
// command line; the rest is checked with the query.
func (f *queryFlags) checkLimits() error {
	for name, zero := range map[string]bool{"--timeout": f.timeout == 0, "--max-rows": f.rows == 0, "--max-memory": f.memory == 0} {
		if zero {
			return usage("leave it out for the default", "%s 0: a limit must be above zero", name)
		}
	}
	return nil
}

// readQuery reads no more than one byte beyond what a query may have.
func (a *app) readQuery(path string) (string, error) {
	in, name, err := a.openInput(path)
	if err != nil {
		return "", err
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, explore.MaxText+1))
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, err)
	}
	return string(text), nil
}

func exampleOf(name string) (explore.Language, string, error) {
	var names []string
	for _, e := range explore.Examples() {
		if e.Name == name {
			return e.Language, e.Text, nil
		}
		names = append(names, e.Name)
	}
	slices.Sort(names)
	return "", "", usage("the examples are "+strings.Join(names, ", "), "--example %q: there is none of that name", name)
}
