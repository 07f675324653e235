package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// waiting is why statements of a line do not count, as the days go by: what is
// later, or not certain, or relayed changes with the day, and the rest does not.
type waiting struct {
	left    leftOut // for reasons that stay
	passing int     // statements that count on some day, or are relayed by one that does
	each    bool    // it matters from which days on
	begins  []schema.Day
	counts  []schema.Day
}

// begin takes a line as its panel has judged it as of the last day.
func (w *waiting) begin(p *panel, l voicedLine) {
	w.left, w.begins, w.counts = l.left, w.begins[:0], w.counts[:0]
	w.passing = len(l.ballots)
	for _, why := range [...]why{whyLater, whyUncertain, whyRelayed} {
		w.passing += int(w.left[why])
		w.left[why] = 0
	}
	if w.each = p.f.Certain || p.f.Independent; !w.each {
		return
	}
	for m := range l.pool.all() {
		i := int(m.at)
		if !p.why(i, l.pool.proposition, m.speaker(), m.signed()).mayMatter() {
			continue
		}
		w.begins = append(w.begins, p.c.Earliest[i])
		if p.f.Certain {
			w.counts = append(w.counts, p.c.Latest[i])
		}
	}
	slices.Sort(w.begins)
	slices.Sort(w.counts)
	if !p.f.Certain {
		w.counts = w.begins
	}
}

// leftOut is why statements do not count on a day on which n do, and how many of
// them are relayed. Days come in their order.
func (w *waiting) leftOut(day schema.Day, n int) (list []LeftOut, relayed int) {
	left := w.left
	begun, counting := n, n
	if w.each {
		begun, counting = until(w.begins, day), until(w.counts, day)
	}
	left[whyLater], left[whyUncertain], left[whyRelayed] = int32(w.passing-begun), int32(begun-counting), int32(counting-n)
	return left.list(), counting - n
}

// until is how many of some sorted days are not after another.
func until(days []schema.Day, day schema.Day) int {
	n, _ := slices.BinarySearch(days, day+1)
	return n
}
