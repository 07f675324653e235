package main

import (
	"context"
	"fmt"
	"net/url"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/questions"
)

const networkHelp = `Prints a network of the coded statements: actors by propositions (twomode), who
stands with whom (onemode), or the statements themselves (eventlist), as it is
defined in discourse network analysis. With --compat dna the numbers are those
of Discourse Network Analyzer, faults included; docs/networks.md says where the
default differs and why.

--json prints {"rows", "cols", "matrix", "statements", ...}: with --time-window
one such object a line for each position of the window, else one. An event list
is {"events": [...]}. --csv prints the ties, one a row, for programs that draw
networks; --csv=matrix prints the matrix. Warnings go to standard error.

Annotations, which are notes and coded passages without a stance, count where
their type has the variables that are asked for, as in DNA. The filters that all
questions share (--actor, --issue, --outlet, ...) describe statements: with one
of them, annotations are left out. Notes that readers left in the browser never
count.

Formats for programs that draw networks, with the endings of -o that stand for
them:

`

// networkFlags are the options of network, and how the answer is printed.
type networkFlags struct {
	values      map[string]*oneOrMany
	csv         string
	format      string
	output      string
	communities bool
	seed        uint64
}

func newNetworkCommand(a *app) *cobra.Command {
	f := &networkFlags{}
	cmd := &cobra.Command{
		Use:   "network",
		Short: "Who stands with whom: networks of actors and propositions",
		Long:  networkHelp + networkFormatHelp(),
		Example: `  stancegraph network --network onemode --aggregation congruence --normalization average
  stancegraph network --var1 actor --var2 proposition --qualifier stance --aggregation subtract
  stancegraph network --network onemode --aggregation congruence --communities -o allies.graphml
  stancegraph network --compat dna --exclude "concept=Cap and trade, for example" --json`,
		Args: exactly(0, "no arguments, only flags; a switch such as --isolates takes its value with =, as in --isolates=false"),
	}
	f.add(cmd)
	filter := addFilterFlags(cmd, notOfNetworks...)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		spec, err := network.ParseSpec(f.query())
		if err != nil {
			return err
		}
		if err := f.settle(a); err != nil {
			return err
		}
		p, err := a.newNetworkPrinter(f, spec)
		if err != nil {
			return err
		}
		return a.ask(filter, func(s *ledger.Snapshot, filter questions.Filter) error {
			p.snapshot, p.filter = s, filter
			return a.network(cmd.Context(), tableOf(s, filter), spec, p)
		})
	}
	return cmd
}

// notOfNetworks are the flags of the filter that say nothing about single
// statements; and from and until, which here also say which documents there are.
var notOfNetworks = []string{"from", "until", "rule", "half-life", "stale", "min-statements", "independent"}

func (f *networkFlags) add(cmd *cobra.Command) {
	f.addSpec(cmd)
	cmd.Flags().StringVar(&f.format, "format", "", "graphml, gexf, dot, edges, nodes, csv or json (default: by the ending of -o, else text)")
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "file to write (default: standard output)")
	cmd.Flags().StringVar(&f.csv, "csv", "", "print CSV: edges or matrix")
	cmd.Flags().Lookup("csv").NoOptDefVal = csvEdges
}

// addSpec adds what says which network is asked for.
func (f *networkFlags) addSpec(cmd *cobra.Command) {
	f.values = map[string]*oneOrMany{}
	for _, p := range network.Parameters() {
		help := p.Help
		if p.Many {
			help += " (repeatable)"
		}
		flag := cmd.Flags().VarPF(&oneOrMany{many: p.Many, kind: p.Value}, p.Name, "", help)
		if p.Value == "" {
			flag.NoOptDefVal = "true"
		}
		f.values[p.Name] = flag.Value.(*oneOrMany)
	}
	cmd.Flags().BoolVar(&f.communities, "communities", false, "group the nodes of a onemode network by the Louvain method")
	cmd.Flags().Uint64Var(&f.seed, "seed", 1, "of the random order in which --communities takes nodes")
}

// query is what was given, an empty value too: --qualifier "" is none.
func (f *networkFlags) query() url.Values {
	v := url.Values{}
	for name, given := range f.values {
		if len(given.values) > 0 {
			v[name] = given.values
		}
	}
	return v
}

// tableOf is what a network is computed from. A filter describes statements, so
// it leaves out every annotation.
func tableOf(s *ledger.Snapshot, f questions.Filter) *network.Table {
	if !f.IsZero() {
		return network.FromLedger(s, questions.Select(s, f))
	}
	return network.FromLedger(s, questions.Select(s, f), network.PassagesOf(s)...)
}

// network answers the question.
func (a *app) network(ctx context.Context, table *network.Table, spec network.Spec, p *networkPrinter) error {
	if spec.Network == network.EventList {
		listed, err := network.List(table, spec)
		if err != nil {
			return err
		}
		return p.events(listed)
	}
	slices, err := network.Slices(ctx, table, spec)
	if err != nil {
		return err
	}
	for r, err := range slices {
		if err != nil {
			return err
		}
		if err := p.network(r); err != nil {
			return err
		}
	}
	return p.finish()
}

// sayOnce prints a warning that has not been printed yet: every slice of a time
// window has the same ones.
func (a *app) sayOnce(said map[string]bool, warnings []string) {
	for _, w := range warnings {
		if !said[w] {
			said[w] = true
			fmt.Fprintln(a.stderr, "warning:", w)
		}
	}
}
