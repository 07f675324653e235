package questions

import (
	"math"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// gridBuilder fills in rows, each in one walk over the runs of its actor. What
// it needs for a cell it uses again for the next.
type gridBuilder struct {
	*sieve
	ruler   ruler
	columns []int32
	quickly bool // most cells can be decided by quick
	whole   bool // rows are sifted whole, not run by run
	atLeast int  // counted statements that make a position, 1 or more

	actor   uint32
	base    int      // the statement that the first of sifted is of
	sifted  []sifted // one more than there are statements
	oldest  int      // the oldest counted statement of a quick cell
	ballots []ballot // what counts of a pool, newest first
}

func newGridBuilder(s *ledger.Snapshot, f Filter, g *Grid, columns []int32) *gridBuilder {
	b := &gridBuilder{sieve: newSieve(s, f), ruler: f.ruler(s), columns: columns, quickly: f.rule() == RuleLatest && !f.Independent, atLeast: max(1, f.MinStatements)}
	// A few columns of many are cheaper run by run.
	b.whole = b.plain && len(g.Propositions) > len(columns)/4
	if f.rule() == RuleDecay {
		b.ruler.remember()
	}
	return b
}

// fillRow walks over the actor's runs and, beside them, over what it signed:
// both are sorted by proposition.
func (b *gridBuilder) fillRow(actor uint32, row []GridCell) {
	b.actor = actor
	if b.whole {
		from, to := b.c.Made(actor)
		b.sift(from, to, 0)
	}
	run, end := b.c.RunsOf(actor)
	for signed := b.c.SignedBy(actor); len(signed) > 0; {
		p, n := signed[0].Proposition, 1
		for n < len(signed) && signed[n].Proposition == p {
			n++
		}
		run = b.ownCells(run, end, p, row)
		from, to := b.base, b.base
		if run < end && b.c.Runs[run].Proposition == p {
			from, to = b.c.Bounds(run)
			run++
		}
		if column := b.columns[p]; column > 0 {
			b.siftRun(from, to, p)
			b.cell(&row[column-1], from, to, signed[:n])
		}
		signed = signed[n:]
	}
	b.ownCells(run, end, math.MaxUint32, row)
}

// ownCells fills in the cells of runs on propositions before one, where the
// actor signed nothing, and returns the run after them.
func (b *gridBuilder) ownCells(run, end int, before uint32, row []GridCell) int {
	for ; run < end && b.c.Runs[run].Proposition < before; run++ {
		p := b.c.Runs[run].Proposition
		if column := b.columns[p]; column > 0 {
			from, to := b.c.Bounds(run)
			b.siftRun(from, to, p)
			cell := &row[column-1]
			cell.Of = int32(to - from)
			if !b.quickly || !b.quick(cell, from, to) {
				b.cell(cell, from, to, nil)
			}
		}
	}
	return run
}

// siftRun sifts a run, unless the row is sifted whole.
func (b *gridBuilder) siftRun(from, to int, proposition uint32) {
	if !b.whole {
		b.sift(from, to, proposition)
	}
}
