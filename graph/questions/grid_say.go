package questions

import (
	"math"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// stretch is a run as it was sifted, in places among sifted: where it begins and
// ends, and between them the oldest and the newest that count and have a date.
type stretch struct{ from, oldest, newest, to int }

// say is what a rule other than latest says of a run of which n count, and
// whether one that decides may be later than the as-of date: late is whether one
// that counts may be.
func (b *gridBuilder) say(r stretch, n int, late bool) (value float64, possible int) {
	switch b.fold {
	case foldMean:
		return b.poll(r.from, r.to).settled(n), one(late)
	case foldMajority:
		signs, value := b.poll(r.from, r.to).most(n)
		return value, one(late && b.late(r, signs))
	}
	latest := b.c.Latest[b.base:]
	if r.oldest == r.newest {
		return values[b.c.Marks[b.base+r.oldest].Stance()], one(latest[r.newest] > b.asOf)
	}
	w := fading{day: min(latest[r.oldest], b.asOf)}
	b.fade(&w, r.oldest, r.newest+1)
	return w.value(), one(latest[r.newest] > b.asOf)
}

// poll is that of what counts from a place among sifted up to but without
// another.
func (b *gridBuilder) poll(from, to int) polled { return b.sums[to] - b.sums[from] }

// late reports whether any that have one of some signs may be later than the
// as-of date: undated ones, which are before the oldest, and the newest.
func (b *gridBuilder) late(r stretch, signs sign) bool {
	on := r.to
	for on > r.oldest && b.c.Latest[b.base+on-1] > b.asOf {
		on--
	}
	return b.has(r.from, r.oldest, signs) || b.has(on, r.to, signs)
}

// has reports whether what counts between two places has one of some signs.
func (b *gridBuilder) has(from, to int, signs sign) bool {
	n := int(b.sifted[to].n-b.sifted[from].n) & mostCounted
	return b.poll(from, to).of(signs, n) > 0
}

// fade is the rule decay over what counts, and has a date, from a place up to
// but without another, after what came before.
func (b *gridBuilder) fade(w *fading, from, to int) {
	w.take(&b.ruler, b.sifted[from:to+1], b.c.Latest[b.base+from:b.base+to], b.c.Marks[b.base+from:b.base+to])
}

// fading is faded as a grid needs it: without sums by sign.
type fading struct {
	sum, weights float64 // of what is older than the day
	halves, n    int     // of the day
	sides        sign
	day          schema.Day
}

// take goes on with those of some statements that are counted.
func (w *fading) take(r *ruler, counted []sifted, latest []schema.Day, marks []ledger.Mark) {
	sum, weights, halves, n, sides, day := w.sum, w.weights, w.halves, w.n, w.sides, w.day
	for i, on := range latest {
		if counted[i].n == counted[i+1].n {
			continue
		}
		if on = min(on, r.asOf); on != day {
			weight := r.weight(int64(on) - int64(day))
			sum, weights = float64(weight*(sum+float64(halves)/2)), float64(weight*(weights+float64(n)))
			day, halves, n = on, 0, 0
		}
		stance := marks[i].Stance()
		halves, n, sides = halves+int(stance)-int(schema.Undecided), n+1, sides|signs[stance]
	}
	*w = fading{sum, weights, halves, n, sides, day}
}

func (w *fading) value() float64 {
	value := (w.sum + float64(w.halves)/2) / (w.weights + float64(w.n))
	return value + orMixed[one(w.sides&opposing != 0)&one(w.sides&supporting != 0)&one(math.Abs(value) < 0.25)]
}
