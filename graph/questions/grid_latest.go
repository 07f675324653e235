package questions

import "github.com/stancegraph/stancegraph/schema"

// latestRuns is runs by the rule latest, where the row is sifted whole: that of
// most questions, and quick done by hand.
func (b *gridBuilder) latestRuns(row []GridCell) {
	first, end := b.c.RunsOf(b.actor)
	if first == end {
		return
	}
	from, last := b.c.Made(b.actor)
	runs, sifted, base := b.c.Runs[first:end], b.sifted, uint32(from)
	earliest, latest, marks := b.c.Earliest[from:last], b.c.Latest[from:last], b.c.Marks[from:last]
	before := sifted[0]
	for k, run := range runs {
		from, to := run.Start-base, uint32(len(marks))
		if k+1 < len(runs) {
			to = runs[k+1].Start - base
		}
		was, after := before.n, sifted[to]
		before = after
		column := b.columns[run.Proposition]
		if column == 0 {
			continue
		}
		cell, own := &row[column-1], &b.own[column-1]
		cell.Of, own.run = int32(to-from), int32(first+k)
		n := (after.n - was) & mostSifted
		if int(n) < b.atLeast {
			continue
		}
		oldest, newest := from, uint32(after.newest)
		for sifted[oldest+1].n == was {
			oldest++
		}
		day := latest[newest]
		// Perhaps undated, perhaps several of one day. Both are rare; whether a run
		// has one statement or two is anybody's guess, and no branch of its own.
		if several := one(newest > from) & one(latest[max(newest, 1)-1] == day); several|one(latest[oldest] == schema.MaxDay) != 0 {
			if at := int(base); !b.quick(cell, own, at+int(from), at+int(to)) {
				own.quick = false
				b.cell(cell, run.Proposition, at+int(from), at+int(to), nil)
			}
			continue
		}
		cell.value = values[marks[newest].Stance()]
		cell.First, cell.Last, cell.N, cell.Accepted = earliest[oldest], day, int32(n), int32((after.n-was)>>16)
		cell.signed = uint32(one(day > b.asOf)) * possibleFlag
		own.oldest = latest[oldest]
	}
}

// values are those of the stances.
var values = func() (all [8]float64) {
	for _, stance := range schema.Stances {
		all[stance] = stance.Value()
	}
	return all
}()
