package server

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func TestStripNeverDrawsMoreBarsThanItHasRoomFor(t *testing.T) {
	t.Parallel()
	var days []questions.DayCount
	total := 0
	for i := range 5000 {
		days = append(days, questions.DayCount{Day: schema.Day(i * 3), N: 1 + i%7})
		total += 1 + i%7
	}
	bars := gather(days)
	if len(bars) > stripBars {
		t.Errorf("%d bars", len(bars))
	}
	sum := 0
	for _, b := range bars {
		sum += b.N
	}
	if sum != total || bars[len(bars)-1].Day != days[len(days)-1].Day {
		t.Errorf("bars hold %d of %d statements and end on %v", sum, total, bars[len(bars)-1].Day)
	}
	for _, tick := range ticks(days, 900, func(schema.Day) string { return "" }) {
		if tick.X < 0 || tick.X+tick.W > stripWidth || tick.Y < 0 || tick.H < 1 {
			t.Fatalf("bar outside the strip: %+v", tick)
		}
	}
}

func TestOneDayNeedsNoStrip(t *testing.T) {
	t.Parallel()
	if got := ticks([]questions.DayCount{{Day: 5, N: 2}}, 5, func(schema.Day) string { return "" }); got != nil {
		t.Errorf("%v", got)
	}
}
