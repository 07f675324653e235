package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// The forms of --csv.
const (
	csvEdges  = "edges"
	csvMatrix = "matrix"
)

// networkPrinter prints networks as they come: a window has many.
type networkPrinter struct {
	app     *app
	flags   *networkFlags
	spec    network.Spec
	mode    network.Mode
	windows bool
	said    map[string]bool  // warnings
	edges   *export.EdgeList // nil unless asked for
	out     *bufio.Writer
	printed int

	snapshot *ledger.Snapshot // what the networks are of, and the filter
	filter   questions.Filter
}

// newNetworkPrinter refuses what does not fit together.
func (a *app) newNetworkPrinter(f *networkFlags, spec network.Spec) (*networkPrinter, error) {
	windows := spec.TimeWindow != network.WindowNo
	switch {
	case f.csv != "" && f.csv != csvEdges && f.csv != csvMatrix:
		return nil, usage("--csv=edges or --csv=matrix", "--csv %q: expected edges or matrix", f.csv)
	case f.csv != "" && a.json:
		return nil, usage("leave one of them out", "--csv and --json: one output has one form")
	case f.csv == csvMatrix && (windows || spec.Network == network.EventList):
		return nil, usage("use --csv=edges, or --json", "--csv=matrix: one file has one matrix")
	case f.csv != "" && spec.Network == network.EventList:
		return nil, usage("use --json, or stancegraph export --format csv", "--csv: an event list has no ties")
	case f.format != "" && f.format != "json" && (windows || spec.Network == network.EventList):
		return nil, usage("use --csv=edges, or --json", "--format %s: one file has one network", f.format)
	case f.output != "" && f.format == "json" && (windows || spec.Network == network.EventList):
		return nil, usage("leave -o out and write standard output to the file", "-o: one file has one network")
	case f.communities && spec.Network != network.OneMode:
		return nil, usage("add --network onemode", "--communities: they are of a onemode network")
	case f.communities && f.csv != "":
		return nil, usage("use --json, or neither", "--communities and --csv: ties have no place for communities")
	}
	p := &networkPrinter{app: a, flags: f, spec: spec, mode: spec.Network, windows: windows, said: map[string]bool{}, out: bufio.NewWriter(a.stdout)}
	if f.csv == csvEdges {
		p.edges = export.NewEdgeList(p.out, spec.Network == network.TwoMode, windows)
	}
	return p, nil
}

// answer is a network with what was asked for beside it.
type answer struct {
	*network.Result
	Communities *network.Partition `json:"communities,omitempty"`
}

func (p *networkPrinter) network(r *network.Result) error {
	p.app.sayOnce(p.said, r.Warnings)
	all := answer{Result: r}
	if p.flags.communities {
		var err error
		if all.Communities, err = network.Communities(r, p.flags.seed); err != nil {
			return err
		}
	}
	p.printed++
	switch {
	case p.app.json && p.flags.output != "":
		return errors.Join(p.app.writeOutput(p.flags.output, func(w io.Writer) error { return printJSON(w, all) }), p.app.writeProvenance(p.flags.output, p.provenance()))
	case p.app.json:
		return p.line(all)
	case p.flags.format != "":
		return p.file(r, all.Communities)
	case p.flags.csv == csvMatrix:
		return export.NetworkCSV(p.out, r)
	case p.edges != nil:
		return p.edges.Add(r)
	}
	return p.text(all)
}

// line prints a value as JSON on a line of its own.
func (p *networkPrinter) line(v any) error {
	enc := json.NewEncoder(p.out)
	enc.SetEscapeHTML(false)
	return writing("standard output", enc.Encode(v))
}

func (p *networkPrinter) finish() error {
	if p.windows && p.printed == 0 {
		fmt.Fprintln(p.app.stderr, "no window lies wholly inside the range: take a shorter one")
	}
	if p.edges != nil {
		if err := p.edges.Close(); err != nil {
			return err
		}
	}
	return writing("standard output", p.out.Flush())
}

// events prints an event list.
func (p *networkPrinter) events(listed []network.Listed) error {
	if p.app.json {
		if err := p.line(map[string]any{"events": listed}); err != nil {
			return err
		}
		return p.finish()
	}
	for _, e := range listed {
		printEvent(p.out, e)
	}
	return p.finish()
}
