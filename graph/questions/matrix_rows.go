package questions

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// everybody returns all who have a pool, in the order of the rows.
func (b *matrixBuilder) everybody() []string {
	who := make([]string, 0, len(b.verdicts))
	for id := range b.verdicts {
		who = append(who, id)
	}
	return inOrder(b.s, who)
}

// inOrder sorts actors: registered ones as in the codebook, then the others by
// ID.
func inOrder(s *ledger.Snapshot, actors []string) []string {
	place := make(map[string]int, len(s.Codebook.Actors))
	for i, a := range s.Codebook.Actors {
		place[a.ID] = i
	}
	slices.SortFunc(actors, func(a, b string) int {
		i, registered := place[a]
		j, too := place[b]
		switch {
		case registered && too:
			return i - j
		case registered:
			return -1
		case too:
			return 1
		}
		return strings.Compare(a, b)
	})
	return actors
}

// rows returns those to whom a column matters, without cells.
func (b *matrixBuilder) rows() []Row {
	var rows []Row
	for _, who := range b.everybody() {
		if slices.ContainsFunc(b.all, func(c Column) bool { return b.matters(who, c) }) {
			rows = append(rows, b.row(who))
		}
	}
	return rows
}

func (b *matrixBuilder) row(who string) Row {
	r := Row{ID: who, Label: b.s.Codebook.ActorLabel(who), Cells: []Cell{}}
	if a, ok := b.s.Codebook.Actor(who); ok {
		r.Kind = a.Kind
	}
	return r
}
