package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// gridBuilder fills in rows, each in one walk over the runs of its actor. What
// it needs for a cell it uses again for the next.
type gridBuilder struct {
	*sieve
	ruler   ruler
	columns []int32
	fold    int  // the rule, by its place: to choose without comparing texts
	simple  bool // what counts is known from the column since alone
	whole   bool // rows are sifted whole, not run by run
	quickly bool // most cells can be decided from what is sifted
	atLeast int  // counted statements that make a position, 1 or more
	since   []int32

	actor   uint32
	base    int      // the statement that the first of sifted is of
	sifted  []sifted // one more than there are statements
	sums    []polled // likewise, for rules that need them
	own     []ownRun // by column
	ballots []ballot // what counts of a pool, newest first
}

// The places of the rules in Rules.
const (
	foldLatest = iota
	foldMean
	foldMajority
	foldDecay
)

// ownRun is what an actor made on the proposition of a column.
type ownRun struct {
	run    int32      // -1 is none
	quick  bool       // the cell is decided from what is sifted
	oldest schema.Day // the latest day of the oldest counted statement with a date
}

func newGridBuilder(s *ledger.Snapshot, f Filter, g *Grid, columns []int32) *gridBuilder {
	b := &gridBuilder{sieve: newSieve(s, f), ruler: f.ruler(s), columns: columns, fold: slices.Index(Rules, f.rule()), atLeast: max(1, f.MinStatements),
		since: sinceOf(s), own: make([]ownRun, len(g.Propositions))}
	b.simple = b.plain && !f.Certain
	// A few columns of many are cheaper run by run.
	b.whole = b.simple && len(g.Propositions) > len(columns)/4
	b.quickly = !f.Independent
	if f.rule() == RuleDecay {
		b.ruler.remember()
	}
	return b
}

// fillRow fills in what the actor made, and then adds what it signed.
func (b *gridBuilder) fillRow(actor uint32, row []GridCell) {
	b.actor = actor
	for i := range b.own {
		b.own[i] = ownRun{run: -1, quick: b.quickly}
	}
	if first, end := b.c.RunsOf(actor); first < end {
		b.siftRow(first, end)
		b.runs(row, first, end)
	}
	b.signedCells(row)
}

// signedCells adds what the actor signed.
func (b *gridBuilder) signedCells(row []GridCell) {
	for signed := b.c.SignedBy(b.actor); len(signed) > 0; {
		p, n := signed[0].Proposition, 1
		for n < len(signed) && signed[n].Proposition == p {
			n++
		}
		if column := b.columns[p]; column > 0 {
			b.signedCell(&row[column-1], &b.own[column-1], signed[:n])
		}
		signed = signed[n:]
	}
}

// signedCell adds what the actor signed on one proposition.
func (b *gridBuilder) signedCell(cell *GridCell, own *ownRun, signed []ledger.Signature) {
	quick := own.quick
	for i := 0; quick && i < len(signed); i++ {
		quick = b.join(cell, own, signed[i])
	}
	if quick {
		cell.Of += int32(len(signed))
		return
	}
	from, to := 0, 0
	if own.run >= 0 {
		from, to = b.c.Bounds(int(own.run))
	}
	b.cell(cell, signed[0].Proposition, from, to, signed)
}
