package questions

import "slices"

// sifted says of a stretch of statements what counts, summed up from its
// start, so that the figures of any run in it are differences. A walk over each
// run would be several times dearer: runs are short and of all lengths, and a
// machine guesses their ends wrong.
type sifted struct {
	n, accepted uint32 // counted before this statement
	newest      int32  // the last counted before it; -1 is none
}

// sift judges statements, from up to but without to. Those on several
// propositions can be judged together only where the filter lets everything
// through.
func (b *gridBuilder) sift(from, to int, proposition uint32) {
	n := to - from
	b.base, b.sifted = from, slices.Grow(b.sifted[:0], n+1)[:n+1]
	marks, earliest, latest := b.c.Marks[from:to], b.c.Earliest[from:to][:n], b.c.Latest[from:to][:n]
	out, asOf, bound, plain := b.sifted, b.asOf, b.bound, b.plain
	now := sifted{newest: -1}
	for i, m := range marks {
		out[i] = now
		counts := one(m.Stands()) & one(earliest[i] <= asOf) & one(latest[i] <= bound)
		if !plain && counts == 1 {
			counts = one(b.lets(from+i, proposition) && b.hears(from+i, b.actor, false))
		}
		now.n += uint32(counts)
		now.accepted += uint32(m.AcceptedOne()) & uint32(counts)
		if counts == 1 {
			now.newest = int32(i)
		}
	}
	out[n] = now
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
