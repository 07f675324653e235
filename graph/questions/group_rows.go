package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// groupRows numbers the registered groups, and knows for which of them an actor
// is heard.
type groupRows struct {
	c    *ledger.Columns
	kin  *kin
	ids  []string
	row  map[string]int32
	rows [][]int32 // by actor, where that is the same on every day; nil where it is not known yet
}

func newGroupRows(s *ledger.Snapshot) *groupRows {
	g := &groupRows{c: s.Columns(), kin: newKin(s.Codebook), row: map[string]int32{}, rows: make([][]int32, s.Columns().Actors.Len())}
	for _, a := range s.Codebook.Actors {
		if a.Kind.IsGroup() {
			g.row[a.ID] = int32(len(g.ids))
			g.ids = append(g.ids, a.ID)
		}
	}
	return g
}

// on are the rows of what an actor is and of what it belongs to on the last day
// that a date may mean.
func (g *groupRows) on(actor uint32, latest schema.Day) []int32 {
	if rows := g.rows[actor]; rows != nil {
		return rows
	}
	id := g.c.Actors.Text(actor)
	if g.kin.changing(id) {
		return g.rowsOf(id, latest)
	}
	g.rows[actor] = g.rowsOf(id, schema.MaxDay)
	return g.rows[actor]
}

// steady reports whether an actor is heard for the same groups on every day.
func (g *groupRows) steady(actor uint32) bool { return !g.kin.changing(g.c.Actors.Text(actor)) }

func (g *groupRows) rowsOf(id string, on schema.Day) []int32 {
	rows := []int32{}
	if row, ok := g.row[id]; ok {
		rows = append(rows, row)
	}
	for _, group := range g.kin.groupsOf(id, on) {
		if row, ok := g.row[group]; ok {
			rows = append(rows, row)
		}
	}
	return rows
}
