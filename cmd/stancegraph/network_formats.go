package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/schema"
)

// networkFiles lists the formats of one network, with the endings that stand for
// them.
var networkFiles = []struct {
	name, ending, help string
	write              func(io.Writer, export.Network) error
}{
	{"graphml", ".graphml", "GraphML, with attributes of nodes (Gephi, igraph, visone)", export.GraphML},
	{"gexf", ".gexf", "GEXF 1.2, the same (Gephi)", export.GEXF},
	{"dot", ".dot", "DOT, the same (Graphviz)", export.DOT},
	{"edges", ".edges.csv", "the ties as CSV; with -o, the nodes in .nodes.csv, too", writeEdges},
	{"nodes", ".nodes.csv", "the nodes as CSV", export.NodeTable},
	{"csv", ".csv", "the matrix as CSV", func(w io.Writer, n export.Network) error { return export.NetworkCSV(w, n.Result) }},
	{"json", ".json", "as --json", nil},
}

func writeEdges(w io.Writer, n export.Network) error {
	e := export.NewEdgeList(w, n.TwoMode, false)
	return errors.Join(e.Add(n.Result), e.Close())
}

// networkFormatHelp lists them for the help.
func networkFormatHelp() string {
	var b strings.Builder
	for _, f := range networkFiles {
		fmt.Fprintf(&b, "  %-8s %s (%s)\n", f.name, f.help, f.ending)
	}
	return b.String()
}

// settle chooses the format: the one asked for, else that of the ending of -o.
func (f *networkFlags) settle(a *app) error {
	if f.format == "" {
		for _, known := range networkFiles { // .csv comes after what ends in .edges.csv
			if f.format == "" && strings.HasSuffix(strings.ToLower(f.output), known.ending) {
				f.format = known.name
			}
		}
	}
	names := make([]string, len(networkFiles))
	for i, known := range networkFiles {
		names[i] = known.name
	}
	switch {
	case f.format == "" && f.output != "":
		return usage("name it with --format "+strings.Join(names, ", "), "-o %s: its ending stands for no format", f.output)
	case f.format == "":
		return nil
	case f.csv != "":
		return usage("leave one of them out", "--csv and --format: one output has one form")
	case !slices.Contains(names, f.format):
		return usage("see stancegraph network --help", "--format %q: expected %s%s", f.format, strings.Join(names, ", "), schema.DidYouMean(f.format, slices.Values(names)))
	case f.format == "json":
		a.json = true
	case a.json:
		return usage("leave one of them out", "--json and --format %s: one output has one form", f.format)
	}
	return nil
}

// file writes a network in one of the formats.
func (p *networkPrinter) file(r *network.Result, communities *network.Partition) error {
	n := export.Network{Result: r, TwoMode: p.mode == network.TwoMode, Row: p.spec.Var1, Codebook: p.snapshot.Codebook, Day: p.filter.AsOfIn(p.snapshot),
		Communities: communities, Provenance: p.provenance()}
	if n.TwoMode {
		n.Col = p.spec.Var2
	}
	for _, f := range networkFiles {
		if f.name != p.flags.format {
			continue
		}
		if err := p.app.writeOutput(p.flags.output, func(w io.Writer) error { return f.write(w, n) }); err != nil {
			return err
		}
		if p.flags.output == "" || p.flags.output == "-" {
			return nil
		}
		if f.name == "edges" {
			if err := p.app.writeOutput(nodesFile(p.flags.output), func(w io.Writer) error { return export.NodeTable(w, n) }); err != nil {
				return err
			}
		}
		return p.app.writeProvenance(p.flags.output, n.Provenance)
	}
	return nil
}

// nodesFile is "debate.nodes.csv" for "debate.edges.csv".
func nodesFile(path string) string {
	return strings.TrimSuffix(strings.TrimSuffix(path, filepath.Ext(path)), ".edges") + ".nodes.csv"
}

// provenance is what a network says of itself.
func (p *networkPrinter) provenance() export.Provenance {
	about := exportProvenance(p.snapshot, p.filter, "")
	about.Title += ": network"
	words := "stancegraph network"
	values := p.spec.Values()
	for _, parameter := range network.Parameters() {
		for _, v := range values[parameter.Name] {
			words += " --" + parameter.Name + "=" + quoted(v)
		}
	}
	if p.flags.communities {
		words += fmt.Sprintf(" --communities --seed=%d", p.flags.seed)
	}
	about.Command = words + " --format " + p.flags.format + filterWords(p.filter)
	return about
}
