package questions

import (
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// everybody returns all who have a pool, in the order of the rows. Asked for
// some actors by themselves, nobody else is heard.
func (b *matrixBuilder) everybody() []string {
	if b.spec.Rows == RowsGroups {
		return inOrder(b.s, slices.Collect(maps.Keys(b.groups)))
	}
	return slices.DeleteFunc(everybodyIn(b.s), func(who string) bool { return !allowed(b.f.Actors, b.f.Not.Actors, who) })
}

// inOrder returns actors, each once: registered ones as in the codebook, then
// the others by ID.
func inOrder(s *ledger.Snapshot, actors []string) []string {
	asked := make(map[string]bool, len(actors))
	for _, id := range actors {
		asked[id] = true
	}
	list := make([]string, 0, len(actors))
	for _, a := range s.Codebook.Actors {
		if asked[a.ID] {
			list = append(list, a.ID)
			delete(asked, a.ID)
		}
	}
	return slices.AppendSeq(list, slices.Values(slices.Sorted(maps.Keys(asked))))
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
