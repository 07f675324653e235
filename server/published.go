package server

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// mostPublished bounds the days of publication that a field suggests; of more,
// some are left out evenly. Any day can be typed.
const mostPublished = 120

// publishedDays are the days on which sources came out, first to last.
func publishedDays(s *ledger.Snapshot) []schema.Day {
	type key struct{}
	return s.Derived(key{}, func() any {
		var days []schema.Day
		for _, src := range s.SourceList() {
			if !src.Published.IsZero() {
				days = append(days, src.Published.Latest())
			}
		}
		slices.Sort(days)
		return thinned(slices.Compact(days), mostPublished)
	}).([]schema.Day)
}

// thinned keeps at most n of a list, the first and the last among them.
func thinned[T any](list []T, n int) []T {
	if len(list) <= n {
		return list
	}
	some := make([]T, n)
	for i := range some {
		some[i] = list[i*(len(list)-1)/(n-1)]
	}
	return some
}
