package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// join adds a joint statement that the actor signed to a quick cell. It reports
// whether it could: not where statements of one date share the decision, nor
// where it takes a look at each to see which decide.
func (b *gridBuilder) join(cell *GridCell, own *ownRun, one ledger.Signature) bool {
	if !b.signs(one) {
		return true
	}
	if b.atLeast > 1 || one.Earliest == schema.MinDay || b.fold == foldLatest && cell.N > 0 && one.Latest == cell.Last {
		return false
	}
	if !b.vote(cell, own, one) {
		return false
	}
	switch {
	case cell.N == 0:
		cell.First, cell.Last, own.oldest = one.Earliest, one.Latest, one.Latest
	case one.Latest > cell.Last:
		cell.Last = one.Latest
	case one.Latest < own.oldest || one.Latest == own.oldest && one.Earliest < cell.First:
		cell.First, own.oldest = one.Earliest, one.Latest
	}
	cell.signed++
	cell.N++
	cell.Accepted += one.Mark.AcceptedOne()
	return true
}

// vote is what the value becomes with a joint statement, and who decides it.
func (b *gridBuilder) vote(cell *GridCell, own *ownRun, joint ledger.Signature) bool {
	flags := uint32(one(joint.Latest > b.asOf)) * possibleFlag
	if cell.N == 0 || b.fold == foldLatest && joint.Latest > cell.Last {
		cell.value, cell.signed = float64(joint.Mark.Halves())/2, uint32(cell.Signed())|flags|asSignatoryFlag
		return true
	}
	if b.fold == foldLatest {
		return true
	}
	if cell.Signed() > 0 {
		return false // what is sifted is of what the actor made
	}
	from, to := b.c.Bounds(int(own.run))
	from, to = from-b.base, to-b.base
	switch b.fold {
	case foldMean:
		cell.value = (b.poll(from, to) + polledOf[joint.Mark.Stance()]).settled(int(cell.N) + 1)
	case foldMajority:
		if b.c.Latest[b.base+from] == schema.MaxDay || max(cell.Last, joint.Latest) > b.asOf {
			return false // possible if those decide
		}
		var signs sign
		if signs, cell.value = (b.poll(from, to) + polledOf[joint.Mark.Stance()]).most(int(cell.N) + 1); !b.has(from, to, signs) {
			flags = asSignatoryFlag
		}
	case foldDecay:
		cell.value = b.fadeWith(from, to, joint)
	}
	cell.signed |= flags
	return true
}

// fadeWith is the rule decay over a run with a joint statement.
func (b *gridBuilder) fadeWith(from, to int, joint ledger.Signature) float64 {
	latest := b.c.Latest[b.base:]
	for latest[from] == schema.MaxDay { // undated ones are first
		from++
	}
	at := from
	for at < to && latest[at] <= joint.Latest {
		at++
	}
	w := fading{day: min(latest[from], joint.Latest, b.asOf)}
	b.fade(&w, from, at)
	w.take(&b.ruler, []sifted{{n: 0}, {n: 1}}, []schema.Day{joint.Latest}, []ledger.Mark{joint.Mark})
	b.fade(&w, at, to)
	return w.value()
}

// signs reports whether a joint statement counts for the actor that signed it.
func (b *gridBuilder) signs(one ledger.Signature) bool {
	i := int(one.Statement)
	return one.Mark.Stands() && one.Earliest <= b.asOf && one.Latest <= b.bound && (b.plain || b.lets(i, one.Proposition) && b.hears(i, b.actor, true))
}
