package questions

import (
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// side is one side of a comparison: what is asked, and of which statements.
type side struct {
	name string
	s    *ledger.Snapshot
	f    Filter
	rows Rows
	row  string // the row that this side is; "" where the sides share their rows
}

// cellKey names a cell of both sides: no row where the rows are the sides.
type cellKey struct{ row, proposition string }

func (sd side) lines() map[cellKey]line {
	cells := map[cellKey]line{}
	for l := range linesOf(sd.s, sd.f, sd.rows) {
		switch sd.row {
		case "":
			cells[cellKey{l.id, l.proposition}] = l
		case l.id:
			cells[cellKey{"", l.proposition}] = l
		}
	}
	return cells
}

// pair is one cell with its line on both sides; one of them may be empty.
type pair struct {
	cellKey
	left, right line
}

// pairs joins the cells of two sides, by row and proposition in the order of the
// codebook.
func pairs(s *ledger.Snapshot, left, right side) []pair {
	l, r := left.lines(), right.lines()
	keys := maps.Clone(l)
	maps.Copy(keys, r)
	byRow := map[string]map[string]bool{}
	for k := range keys {
		if byRow[k.row] == nil {
			byRow[k.row] = map[string]bool{}
		}
		byRow[k.row][k.proposition] = true
	}
	propositions := subjectsOf(s, Filter{})
	var list []pair
	for _, row := range inOrder(s, slices.Collect(maps.Keys(byRow))) {
		for _, a := range propositions {
			if k := (cellKey{row, a.id}); byRow[row][a.id] {
				list = append(list, pair{k, l[k], r[k]})
			}
		}
	}
	return list
}

// change is the cell with both sides; not ok when neither has a position.
func (p pair) change(left, right side, lp, rp *panel, by By) (Change, bool) {
	l, r := left.of(lp, p.left), right.of(rp, p.right)
	if l == nil && r == nil {
		return Change{}, false
	}
	is := p.left
	if l == nil {
		is = p.right
	}
	c := Change{Issue: is.issue, Proposition: p.proposition, Group: is.group, Left: l, Right: r,
		Possible: l != nil && l.Position.Possible || r != nil && r.Position.Possible}
	if p.row != "" {
		c.Actor, c.Label = is.id, is.label
	}
	c.Kind, c.How = inTime(left.s, l, r)
	if by != ByDate {
		c.Kind, c.How = sideBySide(l, r)
	}
	return c, true
}

// of is what the side says in a cell; nil where nothing counts.
func (sd side) of(p *panel, l line) *Side {
	if p.judge(l.pool); len(p.ballots) == 0 {
		return nil
	}
	counted := p.counted()
	side := Side{Position: positionOf(sd.s, sd.f, l.asked(), counted, p.left.list()), Independent: len(utterances(sd.s, counted))}
	decides := make(map[string]bool, len(side.Position.Deciding)) // there may be thousands
	for _, id := range side.Position.Deciding {
		decides[id] = true
	}
	for _, v := range counted { // positionOf has sorted them
		if decides[v.ID] {
			side.Evidence = append(side.Evidence, passageOf(sd.s, sd.f, v))
		}
	}
	return &side
}
