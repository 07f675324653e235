package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// plotNetworkOptions are what a picture of a network has beside the network.
type plotNetworkOptions struct {
	ego    string
	minTie float64
}

func newPlotNetworkCommand(a *app) *cobra.Command {
	nf, o := &networkFlags{}, plotNetworkOptions{}
	cmd := &cobra.Command{
		Use:   "network",
		Short: "Who stands with whom, as a picture",
		Long: `Draws a network as stancegraph network computes it, with the same options and
defaults: twomode joins actors and propositions, onemode actors with each other.
Nodes are as large as the sum of their ties, ties as wide as they are strong;
broken ties are negative, or count conflict. The places of nodes follow --seed.`,
		Example: `  stancegraph plot network --var1 actor --aggregation subtract --qualifier stance -o stands.pdf
  stancegraph plot network --network onemode --aggregation congruence --normalization average --communities -o blocs.svg
  stancegraph plot network --network onemode --var1 actor --ego 'Donald Trump' -o trump.png`,
		Args: exactly(0, "no arguments, only flags; a switch such as --isolates takes its value with =, as in --isolates=false"),
	}
	nf.addSpec(cmd)
	filter, out := addFilterFlags(cmd, notOfNetworks...), addPlotFlags(cmd)
	cmd.Flags().StringVar(&o.ego, "ego", "", "draw only this node and its neighbours")
	cmd.Flags().Float64Var(&o.minTie, "min-tie", 0, "draw only ties of at least this, whatever their sign")
	cmd.Flags().Lookup("seed").Usage = "of the places of nodes and of --communities"
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		spec, err := network.ParseSpec(nf.query())
		if err != nil {
			return err
		}
		return a.plot(filter, out, func(s *ledger.Snapshot, f questions.Filter) (*picture.Scene, error) {
			return plotNetwork(cmd.Context(), s, f, spec, nf, o, out)
		})
	}
	return cmd
}

func plotNetwork(ctx context.Context, s *ledger.Snapshot, f questions.Filter, spec network.Spec, nf *networkFlags, o plotNetworkOptions, out *plotFlags) (*picture.Scene, error) {
	switch {
	case spec.Network == network.EventList:
		return nil, usage("use twomode or onemode", "an event list has no picture")
	case spec.TimeWindow != network.WindowNo:
		return nil, usage("leave --time-window out, and say --from and --until", "a time window makes many networks, and a picture shows one")
	case nf.communities && spec.Network != network.OneMode:
		return nil, usage("add --network onemode", "--communities: they are of a onemode network")
	}
	r, err := network.Compute(ctx, tableOf(s, f), spec)
	if err != nil {
		return nil, err
	}
	if o.ego != "" {
		if r, err = network.Ego(r, o.ego); err != nil {
			return nil, err
		}
	}
	p := picture.NetworkSpec{Spec: spec, Ego: o.ego, MinTie: o.minTie, Seed: nf.seed, Name: picture.ShortNames(s.Codebook)}
	if nf.communities {
		if p.Communities, err = network.Communities(r, nf.seed); err != nil {
			return nil, err
		}
	}
	sentence := strings.TrimSpace(picture.NetworkSentence(r, p) + " " + picture.Selection(f, s.Codebook))
	return picture.Network(r, p, out.caption(s, picture.NetworkTitle(p), sentence, "stancegraph plot network"+nf.words(spec)+o.words()+filterWords(f)))
}

// words are the flags of a network, each with a blank before it.
func (f *networkFlags) words(spec network.Spec) string {
	var b strings.Builder
	values := spec.Values()
	for _, p := range network.Parameters() {
		for _, v := range values[p.Name] {
			if p.Value == "" {
				fmt.Fprintf(&b, " --%s", p.Name)
			} else {
				fmt.Fprintf(&b, " --%s %s", p.Name, quoted(v))
			}
		}
	}
	if f.communities {
		b.WriteString(" --communities")
	}
	if f.seed != 1 {
		fmt.Fprintf(&b, " --seed %d", f.seed)
	}
	return b.String()
}

func (o plotNetworkOptions) words() string {
	words := ""
	if o.ego != "" {
		words += " --ego " + quoted(o.ego)
	}
	if o.minTie != 0 {
		words += fmt.Sprintf(" --min-tie %g", o.minTie)
	}
	return words
}
