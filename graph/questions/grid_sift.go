package questions

import (
	"math"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// since says of every statement from which day on it counts, where a filter
// lets everything through: the first day that its date may mean, or never
// where it does not stand. It is twice the day, plus 1 where the statement is
// accepted: a full matrix reads nothing else of most statements.
func sinceOf(s *ledger.Snapshot) []int32 {
	type key struct{}
	return s.Derived(key{}, func() any {
		c := s.Columns()
		since := make([]int32, c.Len())
		for i, m := range c.Marks {
			day := int32(max(c.Earliest[i], firstSince))
			if !m.Stands() {
				day = never
			}
			since[i] = day<<1 | m.AcceptedOne()
		}
		return since
	}).([]int32)
}

// Days that since can hold: those of all years from 0 to 9999 are between.
const (
	never      = math.MaxInt32 >> 1
	firstSince = schema.Day(math.MinInt32 >> 1)
	lastSince  = schema.Day(never - 1)
)

// mostSifted is how many statements of a run can be summed up: sums of their
// halves, and of one more, fit in sixteen bits.
const mostSifted = math.MaxInt16 - 1

// sifted says of a stretch of statements what counts, summed up from its
// start, so that the figures of any run in it are differences. A walk over each
// run would be several times dearer: runs are short and of all lengths, and a
// machine guesses their ends wrong.
type sifted struct {
	n      uint32 // counted before this statement; in the upper half, those that are accepted
	newest int32  // the last counted before it; -1 is none
}

// mostCounted are the bits of n that count.
const mostCounted = math.MaxUint16

// siftRow judges the statements of an actor's runs. Those on several
// propositions can be judged together only where the filter lets everything
// through.
func (b *gridBuilder) siftRow(first, end int) {
	if !b.quickly {
		return
	}
	from, _ := b.c.Bounds(first)
	_, to := b.c.Bounds(end - 1)
	n := to - from + 1
	b.base, b.sifted, b.sums = from, slices.Grow(b.sifted[:0], n)[:n], slices.Grow(b.sums[:0], n)[:n]
	b.sifted[0], b.sums[0] = sifted{newest: -1}, 0
	if b.whole {
		b.sift(from, to, 0)
		return
	}
	for run := first; run < end; run++ {
		from, to := b.c.Bounds(run)
		if p := b.c.Runs[run].Proposition; b.columns[p] > 0 {
			b.sift(from, to, p)
		} else {
			b.sifted[to-b.base], b.sums[to-b.base] = b.sifted[from-b.base], b.sums[from-b.base]
		}
	}
}

// sift judges statements, from up to but without to, and goes on from the sums
// that are there.
func (b *gridBuilder) sift(from, to int, proposition uint32) {
	limit := int64(min(max(b.asOf, firstSince), lastSince)+1) << 1
	start := from - b.base
	since, out, simple, now := b.since[from:to], b.sifted[start:][:to-from], b.simple, b.sifted[start]
	for i := range out {
		out[i] = now
		counts := uint32((int64(since[i]) - limit) >> 63) // all ones where it counts, and no branch
		if !simple && counts != 0 && b.excludes(from+i, proposition) {
			counts = 0
		}
		now.n += (1 | uint32(since[i]&1)<<16) & counts
		now.newest ^= (now.newest ^ int32(start+i)) & int32(counts)
	}
	b.sifted[to-b.base] = now
	if b.fold == foldMean || b.fold == foldMajority {
		b.sumUp(from, to)
	}
}

// excludes reports whether a statement that stands and is early enough does not
// count all the same.
func (b *gridBuilder) excludes(i int, proposition uint32) bool {
	return b.c.Latest[i] > b.bound || !b.lets(i, proposition) || !b.hears(i, b.actor, false)
}

// sumUp sums up the stances of what counts.
func (b *gridBuilder) sumUp(from, to int) {
	start := from - b.base
	marks, sifted := b.c.Marks[from:to], b.sifted[start:][:to-from+1]
	sums := b.sums[start:][:len(sifted)]
	now := sums[0]
	for i, m := range marks {
		sums[i] = now
		now += polledOf[m.Stance()] & -polled((sifted[i+1].n-sifted[i].n)&1)
	}
	sums[len(marks)] = now
}

// counts reports whether a sifted statement does.
func (b *gridBuilder) counts(at int) bool { return b.sifted[at-b.base].n != b.sifted[at+1-b.base].n }

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
