package questions

import "github.com/stancegraph/stancegraph/schema"

// runs fills in the cells of what the actor made, most of them from what is
// sifted.
func (b *gridBuilder) runs(row []GridCell, first, end int) {
	from, last := b.c.Made(b.actor)
	runs, sifted, base := b.c.Runs[first:end], b.sifted, from
	earliest, latest, marks := b.c.Earliest[from:last], b.c.Latest[from:last], b.c.Marks[from:last]
	isLatest := one(b.fold == foldLatest)
	for k, run := range runs {
		column := b.columns[run.Proposition]
		if column == 0 {
			continue
		}
		from, to := int(run.Start)-base, len(marks)
		if k+1 < len(runs) {
			to = int(runs[k+1].Start) - base
		}
		cell, own := &row[column-1], &b.own[column-1]
		cell.Of, own.run = int32(to-from), int32(first+k)
		if !own.quick || to-from > mostSifted {
			b.slow(cell, own, run.Proposition, base+from, base+to)
			continue
		}
		was, after := sifted[from].n, sifted[to]
		n := int((after.n - was) & mostCounted)
		if n < b.atLeast {
			continue
		}
		oldest, newest := from, int(after.newest)
		for sifted[oldest+1].n == was {
			oldest++
		}
		day := latest[newest]
		// Perhaps undated, perhaps several of one day. Both are rare; whether a run
		// has one statement or two is anybody's guess, and no branch of its own.
		shared := one(newest > from) & one(latest[max(newest, 1)-1] == day) & isLatest
		undated := one(latest[oldest] == schema.MaxDay)
		if shared|undated != 0 {
			if shared|one(day == schema.MaxDay) != 0 {
				b.slow(cell, own, run.Proposition, base+from, base+to)
				continue
			}
			for latest[oldest] == schema.MaxDay || sifted[oldest].n == sifted[oldest+1].n {
				oldest++
			}
		}
		possible := one(day > b.asOf)
		if isLatest != 0 {
			cell.value = values[marks[newest].Stance()]
		} else {
			cell.value, possible = b.say(stretch{from, oldest, newest, to}, n, undated|possible != 0)
		}
		cell.First, cell.Last, cell.N, cell.Accepted = earliest[oldest], day, int32(n), int32((after.n-was)>>16)
		cell.signed = uint32(possible) * possibleFlag
		own.oldest = latest[oldest]
	}
}

// slow looks at each statement of a run.
func (b *gridBuilder) slow(cell *GridCell, own *ownRun, proposition uint32, from, to int) {
	own.quick = false
	b.cell(cell, proposition, from, to, nil)
}

// values are those of the stances.
var values = func() (all [8]float64) {
	for _, stance := range schema.Stances {
		all[stance] = stance.Value()
	}
	return all
}()
