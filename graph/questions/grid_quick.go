package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// quick fills in the cell of most runs of most matrices, from what is summed up.
// It reports whether it could: not where statements of the newest date share the
// decision, nor where nothing that counts has a date.
func (b *gridBuilder) quick(cell *GridCell, own *ownRun, from, to int) bool {
	before, after := b.sifted[from-b.base], b.sifted[to-b.base]
	figures := after.n - before.n
	n := int(figures & mostSifted)
	if n < b.atLeast {
		return true
	}
	oldest, newest := from, b.base+int(after.newest)
	for !b.counts(oldest) {
		oldest++
	}
	last, undated := b.c.Latest[newest], b.c.Undated(oldest)
	if undated { // those are the oldest
		if last == schema.MaxDay {
			return false
		}
		for !b.counts(oldest) || b.c.Undated(oldest) {
			oldest++
		}
	}
	possible := last > b.asOf
	switch b.fold {
	case foldLatest:
		if newest > from && b.c.Latest[newest-1] == last {
			return false // perhaps several of one date
		}
		cell.value = float64(b.c.Marks[newest].Halves()) / 2
	case foldMean:
		possible = possible || undated
		p := b.poll(from, to, n)
		cell.value = settled(p)
	case foldMajority:
		if possible || undated {
			return false // only if those decide, too
		}
		p := b.poll(from, to, n)
		_, cell.value = p.most()
	case foldDecay:
		if possible {
			return false
		}
		b.decayed(cell, oldest, newest)
	}
	cell.First, cell.Last, cell.N, cell.Accepted = b.c.Earliest[oldest], last, int32(n), int32(figures>>16)
	cell.signed = uint32(one(possible)) * possibleFlag
	own.oldest = b.c.Latest[oldest]
	return true
}

// decayed is the rule decay over the dated statements that count from the
// oldest to the newest. It takes the steps of faded, without its sums by sign.
func (b *gridBuilder) decayed(cell *GridCell, oldest, newest int) {
	var sum, weights float64 // of what is older than the day
	var halves, n int        // of the day
	var sides sign
	day := b.c.Latest[oldest]
	for i := oldest; i <= newest; i++ {
		if !b.counts(i) {
			continue
		}
		if latest := b.c.Latest[i]; latest != day {
			weight := b.ruler.weight(int64(latest) - int64(day))
			sum, weights = float64(weight*(sum+float64(halves)/2)), float64(weight*(weights+float64(n)))
			day, halves, n = latest, 0, 0
		}
		stance := b.c.Marks[i].Stance()
		halves, n, sides = halves+int(stance)-int(schema.Undecided), n+1, sides|signs[stance]
	}
	value := (sum + float64(halves)/2) / (weights + float64(n))
	cell.value = settle(value, sides&opposing != 0 && sides&supporting != 0)
}

// poll is that of what counts from a statement up to but without another.
func (b *gridBuilder) poll(from, to, n int) poll {
	before, after := &b.sums[from-b.base], &b.sums[to-b.base]
	p := poll{inFavour: int(after.inFavour - before.inFavour), against: -int(after.against - before.against),
		support: int(after.support - before.support), oppose: int(after.oppose - before.oppose)}
	p.undecided = n - p.support - p.oppose
	return p
}

// join adds a joint statement that the actor signed to a quick cell. It reports
// whether it could: not where statements of one date share the decision, nor
// where it takes a look at each to see which decide.
func (b *gridBuilder) join(cell *GridCell, own *ownRun, one ledger.Signature) bool {
	if !own.quick || b.fold == foldDecay {
		return false
	}
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
func (b *gridBuilder) vote(cell *GridCell, own *ownRun, one ledger.Signature) bool {
	var flags uint32
	if one.Latest > b.asOf {
		flags = possibleFlag
	}
	if cell.N > 0 && cell.Signed() > 0 && b.fold != foldLatest {
		return false // the sums are of what the actor made
	}
	if cell.N == 0 || b.fold == foldLatest && one.Latest > cell.Last {
		cell.value, cell.signed = float64(one.Mark.Halves())/2, uint32(cell.Signed())|flags|asSignatoryFlag
		return true
	}
	switch b.fold {
	case foldMean:
		cell.value = settled(b.pollWith(cell, own, one))
		cell.signed |= flags
	case foldMajority:
		p := b.pollWith(cell, own, one)
		_, value := p.most()
		if flags != 0 || max(p.oppose, p.undecided, p.support) == 1 {
			return false // possible if it decides; as signatory if it decides alone
		}
		cell.value = value
	}
	return true
}

// pollWith is the poll of a cell with one more. What the actor made is still
// sifted.
func (b *gridBuilder) pollWith(cell *GridCell, own *ownRun, one ledger.Signature) poll {
	from, to := b.c.Bounds(int(own.run))
	p := b.poll(from, to, int(cell.N))
	p.add(ballot{stance: one.Mark.Stance()})
	return p
}

// signs reports whether a joint statement counts for the actor that signed it.
func (b *gridBuilder) signs(one ledger.Signature) bool {
	i := int(one.Statement)
	return one.Mark.Stands() && one.Earliest <= b.asOf && one.Latest <= b.bound && (b.plain || b.lets(i, one.Proposition) && b.hears(i, b.actor, true))
}
