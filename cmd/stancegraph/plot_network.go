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

// networkPlot is a network, and what a picture of it has beside it.
type networkPlot struct {
	networkFlags
	out    *plotFlags
	ego    string
	minTie float64
}

func newPlotNetworkCommand(a *app) *cobra.Command {
	p := &networkPlot{}
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
	p.addSpec(cmd)
	filter := addFilterFlags(cmd, notOfNetworks...)
	p.out = addPlotFlags(cmd)
	cmd.Flags().StringVar(&p.ego, "ego", "", "draw only this node and its neighbours")
	cmd.Flags().Float64Var(&p.minTie, "min-tie", 0, "draw only ties of at least this, whatever their sign")
	cmd.Flags().Lookup("seed").Usage = "of the places of nodes and of --communities"
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		spec, err := network.ParseSpec(p.query())
		if err != nil {
			return err
		}
		return a.plot(filter, p.out, func(s *ledger.Snapshot, f questions.Filter) (*picture.Scene, error) {
			return p.draw(cmd.Context(), s, f, spec)
		})
	}
	return cmd
}

func (p *networkPlot) draw(ctx context.Context, s *ledger.Snapshot, f questions.Filter, spec network.Spec) (*picture.Scene, error) {
	switch {
	case spec.Network == network.EventList:
		return nil, usage("use twomode or onemode", "an event list has no picture")
	case spec.TimeWindow != network.WindowNo:
		return nil, usage("leave --time-window out, and say --from and --until", "a time window makes many networks, and a picture shows one")
	case p.communities && spec.Network != network.OneMode:
		return nil, usage("add --network onemode", "--communities: they are of a onemode network")
	}
	r, err := network.Compute(ctx, tableOf(s, f), spec)
	if err != nil {
		return nil, err
	}
	if p.ego != "" {
		if r, err = network.Ego(r, p.ego); err != nil {
			return nil, err
		}
	}
	drawn := picture.NetworkSpec{Spec: spec, Ego: p.ego, MinTie: p.minTie, Seed: p.seed, Name: picture.ShortNames(s.Codebook)}
	if p.communities {
		if drawn.Communities, err = network.Communities(r, p.seed); err != nil {
			return nil, err
		}
	}
	sentence := strings.TrimSpace(picture.NetworkSentence(r, drawn) + " " + picture.Selection(f, s.Codebook))
	return picture.Network(r, drawn, p.out.caption(s, picture.NetworkTitle(drawn), sentence, "stancegraph plot network"+p.networkFlags.words(spec)+p.words()+filterWords(f)))
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

// words are the flags of the picture alone.
func (p *networkPlot) words() string {
	words := ""
	if p.ego != "" {
		words += " --ego " + quoted(p.ego)
	}
	if p.minTie != 0 {
		words += fmt.Sprintf(" --min-tie %g", p.minTie)
	}
	return words
}
