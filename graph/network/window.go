package network

import (
	"context"
	"iter"
	"slices"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// MaxSlices bounds the networks of one time window: a window of seconds over
// years would make millions.
const MaxSlices = 1_000_000

// Slices returns one network for each position of the time window, from the
// first to the last, as they are asked for; without a window the one network of
// the whole range. The error is that of Compute, or of kind usage when there
// would be more than MaxSlices; the sequence yields errors of single networks
// and the context's, and ends with them.
func Slices(ctx context.Context, t *Table, s Spec) (iter.Seq2[*Result, error], error) {
	if s.TimeWindow == WindowNo {
		r, err := Compute(ctx, t, s)
		if err != nil {
			return nil, err
		}
		return func(yield func(*Result, error) bool) { yield(r, nil) }, nil
	}
	p, err := newPlan(t, s)
	if err != nil {
		return nil, err
	}
	if err := p.countable(); err != nil {
		return nil, err
	}
	return func(yield func(*Result, error) bool) {
		for w := range p.positions {
			r, err := p.slice(ctx, w)
			if !yield(r, err) || err != nil {
				return
			}
		}
	}, nil
}

// window is one position of the time window.
type window struct{ start, middle, stop time.Time }

func (p *plan) countable() error {
	if p.spec.Network == EventList {
		return schema.Errorf(schema.KindUsage, "use List, without time-window", "an event list has no time window")
	}
	n := 0
	for range p.positions {
		if n++; n > MaxSlices {
			return schema.Errorf(schema.KindUsage, "take a longer unit, or from and until nearer to each other",
				"a window of %s makes more than %d networks", p.spec.TimeWindow, MaxSlices)
		}
	}
	return nil
}

// positions yields the windows that lie wholly inside the range.
func (p *plan) positions(yield func(window) bool) {
	if p.span.start.IsZero() || p.span.stop.IsZero() {
		return
	}
	unit, half := p.spec.TimeWindow, p.spec.WindowSize/2
	t := p.span.start
	if unit.isFixed() {
		// What lies before begins outside; a range of years has many seconds.
		t = unit.add(t, half)
	}
	for ; ; t = unit.add(t, 1) {
		w := window{unit.add(t, -half), t, unit.add(t, half)}
		if w.stop.After(p.span.stop) || !w.start.Before(p.span.start) && !yield(w) {
			return
		}
	}
}

func (p *plan) slice(ctx context.Context, w window) (*Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r, err := p.matrix(ctx, p.within(w))
	if err != nil {
		return nil, err
	}
	r.Start, r.Middle, r.Stop = Clock{w.start}, Clock{w.middle}, Clock{w.stop}
	return r.filled(), nil
}

// within returns the kept events that surely lie in a window. They are in the
// order of their first instants, undated ones before all.
func (p *plan) within(w window) []int {
	from, _ := slices.BinarySearchFunc(p.kept, w.start, func(e int, t time.Time) int { return p.table.Events[e].First.Compare(t) })
	var inside []int
	for _, e := range p.kept[from:] {
		event := p.table.Events[e]
		if event.First.After(w.stop) {
			break
		}
		if !event.First.IsZero() && !event.Last.IsZero() && !event.Last.After(w.stop) {
			inside = append(inside, e)
		}
	}
	return inside
}
