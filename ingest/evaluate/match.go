package evaluate

import (
	"cmp"
	"slices"
	"strings"
)

// same says when a prediction counts as the gold record, beyond the document
// and the actor, which always agree.
type same func(g, p Record) bool

// levels are the figures in the order of printing, from lenient to strict.
var levels = []struct {
	name string
	same same
}{
	{"actor-issue", func(g, p Record) bool { return g.Issue == p.Issue }},
	{"actor-proposition", sameProposition},
	{"stance", sameStance},
	{"stance-date", func(g, p Record) bool { return sameStance(g, p) && sameDate(g.Date, p.Date) }},
	{"exact-stance", func(g, p Record) bool { return sameProposition(g, p) && g.Stance == p.Stance }},
}

func sameProposition(g, p Record) bool { return g.Proposition == p.Proposition }

func sameStance(g, p Record) bool { return sameProposition(g, p) && g.sign() == p.sign() }

// sameDate compares the last day or month that two dates name; a day agrees
// with its month and the other way round.
func sameDate(a, b string) bool {
	a, b = lastDay(a), lastDay(b)
	n := min(len(a), len(b))
	return n >= len("2006") && a[:n] == b[:n]
}

func lastDay(date string) string {
	return strings.Trim(date[strings.LastIndexByte(date, '/')+1:], "~?%.")
}

// group holds the records of one document and actor.
type group struct{ gold, predicted []Record }

// pair is a gold record and the prediction that counts as it.
type pair struct{ gold, predicted Record }

// match pairs gold and predictions one to one and returns the predictions that
// are left over. Groups come in the order in which the files name them.
func match(gold, predicted []Record, is same) (pairs []pair, extra []Record) {
	for _, g := range groups(gold, predicted) {
		p, x := g.match(is)
		pairs, extra = append(pairs, p...), append(extra, x...)
	}
	return pairs, extra
}

func groups(gold, predicted []Record) []*group {
	var list []*group
	at := map[[2]string]*group{}
	find := func(r Record) *group {
		key := [2]string{r.name(), r.Actor}
		if at[key] == nil {
			at[key] = &group{}
			list = append(list, at[key])
		}
		return at[key]
	}
	for _, r := range gold {
		g := find(r)
		g.gold = append(g.gold, r)
	}
	for _, r := range predicted {
		g := find(r)
		g.predicted = append(g.predicted, r)
	}
	return list
}

// candidate is a possible pair, by index.
type candidate struct {
	optional bool
	overlap  int
	g, p     int
}

func (g *group) match(is same) (pairs []pair, extra []Record) {
	usedGold, usedPredicted := make([]bool, len(g.gold)), make([]bool, len(g.predicted))
	for _, c := range g.candidates(is) {
		if usedGold[c.g] || usedPredicted[c.p] {
			continue
		}
		usedGold[c.g], usedPredicted[c.p] = true, true
		pairs = append(pairs, pair{g.gold[c.g], g.predicted[c.p]})
	}
	for i, p := range g.predicted {
		if !usedPredicted[i] {
			extra = append(extra, p)
		}
	}
	return pairs, extra
}

// candidates are in the order in which they are taken.
func (g *group) candidates(is same) []candidate {
	var list []candidate
	for i, gold := range g.gold {
		for j, p := range g.predicted {
			if is(gold, p) {
				list = append(list, candidate{gold.Optional, overlap(gold, p), i, j})
			}
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		switch {
		case a.optional != b.optional && b.optional:
			return -1
		case a.optional != b.optional:
			return 1
		}
		return cmp.Or(cmp.Compare(b.overlap, a.overlap), cmp.Compare(a.g, b.g), cmp.Compare(a.p, b.p))
	})
	return list
}
