package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// quick fills in the cell of most runs of most matrices: by the rule latest,
// where a single statement with a date decides and all that count have one. It
// reports whether the cell is such, or none.
func (b *gridBuilder) quick(cell *GridCell, from, to int) bool {
	before, after := &b.sifted[from-b.base], &b.sifted[to-b.base]
	n := after.n - before.n
	if int(n) < b.atLeast {
		return true
	}
	oldest, newest := from, b.base+int(after.newest)
	for b.sifted[oldest+1-b.base].n == before.n {
		oldest++ // it does not count
	}
	first, last := b.c.Earliest[oldest], b.c.Latest[newest]
	// Perhaps undated, perhaps several of one day. Both are rare; whether a run
	// has one statement or two is anybody's guess, and no branch of its own.
	if several := one(newest > from) & one(b.c.Latest[max(newest-1, 0)] == last); several|one(first == schema.MinDay) != 0 {
		return false
	}
	b.oldest = oldest
	cell.value = float64(b.c.Marks[newest].Halves()) / 2
	cell.First, cell.Last, cell.N, cell.Accepted = first, last, int32(n), int32(after.accepted-before.accepted)
	if last > b.asOf {
		cell.signed = possibleFlag
	}
	return true
}

// join adds a joint statement that the actor signed to a quick cell. It reports
// whether one statement with a date still decides.
func (b *gridBuilder) join(cell *GridCell, one ledger.Signature) bool {
	switch {
	case !b.signs(one):
		return true
	case b.atLeast > 1 || one.Earliest == schema.MinDay || cell.N > 0 && one.Latest == cell.Last:
		return false
	case cell.N == 0 || one.Latest > cell.Last: // it decides
		cell.value, cell.Last, cell.signed = float64(one.Mark.Halves())/2, one.Latest, asSignatoryFlag
		if one.Latest > b.asOf {
			cell.signed |= possibleFlag
		}
		if cell.N == 0 {
			cell.First = one.Earliest
		}
	case one.Latest < b.c.Latest[b.oldest] || one.Latest == b.c.Latest[b.oldest] && one.Earliest < cell.First:
		cell.First = one.Earliest
	}
	cell.signed++
	cell.N++
	cell.Accepted += one.Mark.AcceptedOne()
	return true
}

// signs reports whether a joint statement counts for the actor that signed it.
func (b *gridBuilder) signs(one ledger.Signature) bool {
	i := int(one.Statement)
	return one.Mark.Stands() && one.Earliest <= b.asOf && one.Latest <= b.bound && (b.plain || b.lets(i, one.Proposition) && b.hears(i, b.actor, true))
}
