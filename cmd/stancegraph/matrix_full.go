package main

import (
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// gridHead is what the JSON of a grid says beside its cells.
type gridHead struct {
	AsOf     schema.Day `json:"as_of"`
	Rule     string     `json:"rule"`
	HalfLife int        `json:"half_life,omitempty"`
	Version  string     `json:"version"`
}

func headOf(g *questions.Grid) gridHead { return gridHead{g.AsOf, g.Rule, g.HalfLife, g.Version} }

// printFull prints where every actor stands on every proposition.
func (a *app) printFull(s *ledger.Snapshot, f questions.Filter, csv bool) error {
	g, err := questions.FullGrid(s, f)
	if err != nil {
		return err
	}
	stands := export.Stands(s, g, f.Stale)
	switch {
	case a.json:
		return printJSON(a.stdout, struct {
			gridHead
			Positions []export.Stand `json:"positions"`
		}{headOf(g), slices.AppendSeq([]export.Stand{}, stands)})
	case csv:
		return export.StandsCSV(a.stdout, stands)
	}
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "As of %s, rule %s.\n", g.AsOf, g.Rule)
	last := ""
	for one := range stands {
		if one.Actor != last {
			fmt.Fprintf(w, "\n%s\n", one.ActorLabel)
			last = one.Actor
		}
		fmt.Fprintf(w, "  %s\t%s\t%d of %d\n", s.Codebook.PropositionShort(one.Proposition), standText(one), one.N, one.Of)
	}
	return w.Flush()
}

func standText(one export.Stand) string {
	return positionText(questions.Position{Value: one.Value, Band: one.Band, Possible: one.Possible, AsSignatory: one.AsSignatory, Stale: one.Stale})
}

// printSimilarity prints how far every two actors hold the same positions.
func (a *app) printSimilarity(s *ledger.Snapshot, f questions.Filter, csv bool) error {
	g, err := questions.FullGrid(s, f)
	if err != nil {
		return err
	}
	pairs := export.Likenesses(s, g)
	switch {
	case a.json:
		return printJSON(a.stdout, struct {
			gridHead
			Pairs []export.Likeness `json:"pairs"`
		}{headOf(g), slices.AppendSeq([]export.Likeness{}, pairs)})
	case csv:
		return export.LikenessesCSV(a.stdout, pairs)
	}
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "As of %s, rule %s: 1 is the same on every proposition on which both have a value, 0 the opposite.\n\n", g.AsOf, g.Rule)
	for one := range pairs {
		if one.Value != nil {
			fmt.Fprintf(w, "%s\t%s\t%.2f\tover %s\n", one.ALabel, one.BLabel, *one.Value, plural(one.Shared, "proposition"))
		}
	}
	return w.Flush()
}
