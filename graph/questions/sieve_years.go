package questions

import (
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// years is what a filter says of years, found out once for each.
type years struct {
	f           Filter
	from, until schema.Day // of the year that was asked for last
	passes      bool
}

func newYears(f Filter) *years { return &years{f: f, from: 1} }

// allow reports whether the filter lets the year of a date through; latest is
// the last day that the date may mean.
func (y *years) allow(latest schema.Day) bool {
	if latest < y.from || latest > y.until {
		y.from, y.until = yearAround(latest)
		y.passes = allowed(y.f.Years, y.f.Not.Years, yearOf(latest))
	}
	return y.passes
}

// yearAround returns the first and the last day of the year of a day; of no
// day it is nothing but itself.
func yearAround(d schema.Day) (from, until schema.Day) {
	if d == schema.MaxDay {
		return d, d
	}
	year := d.Time().Year()
	return schema.DayOf(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)), schema.DayOf(time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC))
}
