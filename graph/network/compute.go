package network

import (
	"context"

	"github.com/stancegraph/stancegraph/schema"
)

// Compute returns the network of the whole range. Its errors are of kind usage:
// options that do not exist or do not fit, variables that nothing has; and the
// context's.
func Compute(ctx context.Context, t *Table, s Spec) (*Result, error) {
	p, err := newPlan(t, s)
	if err != nil {
		return nil, err
	}
	switch {
	case p.spec.Network == EventList:
		return nil, schema.Errorf(schema.KindUsage, "use List, or the network twomode or onemode", "an event list has no matrix")
	case p.spec.TimeWindow != WindowNo:
		return nil, schema.Errorf(schema.KindUsage, "use Slices, or leave time-window out", "a time window makes many networks")
	}
	r, err := p.matrix(ctx, p.kept)
	if err != nil {
		return nil, err
	}
	r.Start, r.Stop = Clock{p.span.start}, Clock{p.span.stop}
	return r.filled(), nil
}

// filled has empty lists instead of nil, so that the shape of JSON never
// varies.
func (r *Result) filled() *Result {
	if r.Rows == nil {
		r.Rows = []string{}
	}
	if r.Cols == nil {
		r.Cols = []string{}
	}
	return r
}
