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

// mostSifted is how many statements can be sifted at a time.
const mostSifted = math.MaxUint16

// sifted says of a stretch of statements what counts, summed up from its
// start, so that the figures of any run in it are differences. A walk over each
// run would be several times dearer: runs are short and of all lengths, and a
// machine guesses their ends wrong.
type sifted struct {
	n      uint32 // counted before this statement; in the upper half, those that are accepted
	newest int32  // the last counted before it; -1 is none
}

// poll32 is a poll in small: sums of what is counted before a statement.
type poll32 struct{ inFavour, against, support, oppose uint32 }

// polled is what a statement of a stance adds to a poll.
var polled = func() (all [8]poll32) {
	for _, stance := range schema.Stances {
		switch h := (ballot{stance: stance}).halves(); {
		case h > 0:
			all[stance] = poll32{inFavour: uint32(h), support: 1}
		case h < 0:
			all[stance] = poll32{against: uint32(-h), oppose: 1}
		}
	}
	return all
}()

// sift judges statements, from up to but without to. Those on several
// propositions can be judged together only where the filter lets everything
// through.
func (b *gridBuilder) sift(from, to int, proposition uint32) {
	n := to - from
	b.base, b.sifted = from, slices.Grow(b.sifted[:0], n+1)[:n+1]
	limit := int64(min(max(b.asOf, firstSince), lastSince)+1) << 1
	since, out, simple, now := b.since[from:to], b.sifted[:n], b.simple, sifted{newest: -1}
	for i := range out {
		out[i] = now
		counts := uint32((int64(since[i]) - limit) >> 63) // all ones where it counts, and no branch
		if !simple && counts != 0 && b.excludes(from+i, proposition) {
			counts = 0
		}
		now.n += (1 | uint32(since[i]&1)<<16) & counts
		now.newest ^= (now.newest ^ int32(i)) & int32(counts)
	}
	b.sifted[n] = now
	if b.quickly && (b.fold == foldMean || b.fold == foldMajority) {
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
	n := to - from
	b.sums = slices.Grow(b.sums[:0], n+1)[:n+1]
	var now poll32
	for i, m := range b.c.Marks[from:to] {
		b.sums[i] = now
		counts, adds := -((b.sifted[i+1].n - b.sifted[i].n) & 1), &polled[m.Stance()]
		now.inFavour += adds.inFavour & counts
		now.against += adds.against & counts
		now.support += adds.support & counts
		now.oppose += adds.oppose & counts
	}
	b.sums[n] = now
}

// counts reports whether a sifted statement does.
func (b *gridBuilder) counts(at int) bool { return b.sifted[at-b.base].n != b.sifted[at+1-b.base].n }

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}
