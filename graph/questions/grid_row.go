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
	ruler           ruler
	columns         []int32
	fold            int  // the rule, by its place: to choose without comparing texts
	simple          bool // what counts is known from the column since alone
	quickly         bool // most cells can be decided by quick
	canWhole, whole bool // rows, the row at hand, are sifted whole, not run by run
	atLeast         int  // counted statements that make a position, 1 or more
	since           []int32

	actor   uint32
	base    int      // the statement that the first of sifted is of
	sifted  []sifted // one more than there are statements
	sums    []poll32 // likewise, for rules that need them
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
	run    int32
	quick  bool
	oldest schema.Day // the latest day of the oldest counted statement with a date
}

func newGridBuilder(s *ledger.Snapshot, f Filter, g *Grid, columns []int32) *gridBuilder {
	b := &gridBuilder{sieve: newSieve(s, f), ruler: f.ruler(s), columns: columns, fold: slices.Index(Rules, f.rule()), atLeast: max(1, f.MinStatements),
		since: sinceOf(s), own: make([]ownRun, len(g.Propositions))}
	b.simple = b.plain && !f.Certain
	b.quickly = !f.Independent
	// A few columns of many are cheaper run by run.
	b.canWhole = b.simple && len(g.Propositions) > len(columns)/4
	if f.rule() == RuleDecay {
		b.ruler.remember()
	}
	return b
}

// fillRow fills in what the actor made, and then adds what it signed.
func (b *gridBuilder) fillRow(actor uint32, row []GridCell) {
	b.actor = actor
	b.whole = b.canWhole
	if from, to := b.c.Made(actor); b.whole && to-from <= mostSifted {
		b.sift(from, to, 0)
	} else {
		b.whole = false
	}
	for i := range b.own {
		b.own[i].quick = true
	}
	if b.whole && b.quickly && b.fold == foldLatest {
		b.latestRuns(row)
	} else {
		b.runs(row)
	}
	b.signedCells(row)
}

// runs fills in the cells of what the actor made.
func (b *gridBuilder) runs(row []GridCell) {
	for run, end := b.c.RunsOf(b.actor); run < end; run++ {
		p := b.c.Runs[run].Proposition
		column := b.columns[p]
		if column == 0 {
			continue
		}
		from, to := b.c.Bounds(run)
		cell, own := &row[column-1], &b.own[column-1]
		cell.Of, own.run = int32(to-from), int32(run)
		if !b.whole && to-from <= mostSifted {
			b.sift(from, to, p)
		}
		if !b.quickly || to-from > mostSifted || !b.quick(cell, own, from, to) {
			own.quick = false
			b.cell(cell, p, from, to, nil)
		}
	}
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
	quick := b.quickly && b.whole
	for i := 0; quick && i < len(signed); i++ {
		quick = b.join(cell, own, signed[i])
	}
	if quick {
		cell.Of += int32(len(signed))
		return
	}
	p := signed[0].Proposition
	from, to := b.c.Find(b.actor, p)
	b.cell(cell, p, from, to, signed)
}
