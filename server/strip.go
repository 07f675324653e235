package server

import (
	"math"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// The strip is drawn in its own units and stretched to the page.
const (
	stripWidth  = 1000
	stripHeight = 28
	stripBars   = 120 // more days than this share bars
	barWidth    = 8
)

// tick is a bar of the strip of statement dates: one day, or as many as share
// a bar where there are many. It leads to its last day.
type tick struct {
	URL   string
	Title string
	X, W  int // of the bar
	Y, H  int
	Class string // "past", "now" or "later", against the as-of date
}

// ticks places the days on the strip by time, and draws their number of
// statements as height: by its square root, so that one busy day does not
// flatten the others.
func ticks(days []questions.DayCount, now schema.Day, at func(schema.Day) string) []tick {
	if len(days) < 2 {
		return nil
	}
	bars := gather(days)
	most := 0
	for _, b := range bars {
		most = max(most, b.N)
	}
	list := make([]tick, 0, len(bars))
	for _, b := range bars {
		h := 6 + int(math.Round(float64(stripHeight-6)*math.Sqrt(float64(b.N)/float64(most))))
		list = append(list, tick{
			URL: at(b.Day), Title: longDay(b.Day) + ": " + count(b.N, "statement"),
			X: placeOf(b.Day, days), W: barWidth, Y: stripHeight - h, H: h, Class: against(b.Day, now),
		})
	}
	return list
}

// placeOf is where a day stands on the strip, or -1 outside it.
func placeOf(d schema.Day, days []questions.DayCount) int {
	first, last := days[0].Day, days[len(days)-1].Day
	if d < first || d > last || first == last {
		return -1
	}
	return int(math.Round(float64(d-first) / float64(last-first) * (stripWidth - barWidth)))
}

func against(d, now schema.Day) string {
	switch {
	case d < now:
		return "past"
	case d > now:
		return "later"
	}
	return "now"
}

// gather puts days that would be drawn over each other into one bar, which
// stands at its last day.
func gather(days []questions.DayCount) []questions.DayCount {
	if len(days) <= stripBars {
		return days
	}
	first, span := days[0].Day, int64(days[len(days)-1].Day-days[0].Day)+1
	var bars []questions.DayCount
	slot := int64(-1)
	for _, d := range days {
		at := int64(d.Day-first) * stripBars / span
		if at != slot {
			bars, slot = append(bars, questions.DayCount{}), at
		}
		last := &bars[len(bars)-1]
		last.Day, last.N = d.Day, last.N+d.N
	}
	return bars
}
