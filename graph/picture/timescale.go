package picture

import (
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// timeScale places days on a line. What has no known start stands at its left
// end, before the first known day.
type timeScale struct {
	first, last schema.Day
	left, width float64
}

// before is the room for what has no known start.
const before = 12.0

func newTimeScale(first, last schema.Day, left, width float64) timeScale {
	if last-first < 6 { // one day alone would be a line without a length
		first, last = first-3, last+3
	}
	return timeScale{first, last, left, width}
}

func (s timeScale) right() float64 { return s.left + s.width }

// at is the place of a day; days outside stand at the ends.
func (s timeScale) at(d schema.Day) float64 {
	switch {
	case d < s.first:
		return s.left
	case d >= s.last:
		return s.right()
	}
	return s.left + before + float64(d-s.first)/float64(s.last-s.first)*(s.width-before)
}

// tick is a day that is named on the axis.
type tick struct {
	x     float64
	label string
}

// steps are the distances of ticks, shortest first.
var steps = []struct {
	years, months, days int
	layout              string
}{
	{0, 0, 1, "2 Jan"}, {0, 0, 2, "2 Jan"}, {0, 0, 7, "2 Jan"}, {0, 0, 14, "2 Jan"},
	{0, 1, 0, "Jan 2006"}, {0, 2, 0, "Jan 2006"}, {0, 3, 0, "Jan 2006"}, {0, 6, 0, "Jan 2006"},
	{1, 0, 0, "2006"}, {2, 0, 0, "2006"}, {5, 0, 0, "2006"}, {10, 0, 0, "2006"}, {20, 0, 0, "2006"}, {50, 0, 0, "2006"},
	{100, 0, 0, "2006"}, {500, 0, 0, "2006"}, {2000, 0, 0, "2006"},
}

const apart = 60.0 // at least, between two ticks

// ticks are round days, as many as can be read.
func (s timeScale) ticks() []tick {
	days := float64(s.last - s.first)
	for _, step := range steps {
		length := 365.25*float64(step.years) + 30.44*float64(step.months) + float64(step.days)
		if length/days*(s.width-before) < apart {
			continue
		}
		var list []tick
		year := 0
		for t := s.start(step.years, step.months, step.days); schema.DayOf(t) <= s.last; t = t.AddDate(step.years, step.months, step.days) {
			if d := schema.DayOf(t); d >= s.first && s.right()-s.at(d) > 8 {
				list = append(list, tick{s.at(d), t.Format(step.layout)})
				if step.days > 0 && t.Year() != year { // days of more than one year must not look alike
					list[len(list)-1].label += t.Format(" 2006")
				}
				year = t.Year()
			}
		}
		return list
	}
	return nil
}

// start is a round day at or before the first.
func (s timeScale) start(years, months, days int) time.Time {
	t := s.first.Time()
	switch {
	case years > 0:
		return time.Date(t.Year()-t.Year()%years, 1, 1, 0, 0, 0, 0, time.UTC)
	case months > 0:
		return time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	case days >= 7:
		return t.AddDate(0, 0, -int(t.Weekday()+6)%7)
	}
	return t
}
