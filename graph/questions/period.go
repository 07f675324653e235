package questions

import (
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// Period is a length of calendar time. Periods begin at midnight UTC; weeks
// begin on Monday (ISO 8601).
type Period string

// The periods of a timeline; NoPeriod asks for the days on which positions
// may change instead.
const (
	NoPeriod      Period = ""
	PeriodDay     Period = "day"
	PeriodWeek    Period = "week"
	PeriodMonth   Period = "month"
	PeriodQuarter Period = "quarter"
	PeriodYear    Period = "year"
)

// PeriodLengths lists the periods, shortest first.
var PeriodLengths = []Period{PeriodDay, PeriodWeek, PeriodMonth, PeriodQuarter, PeriodYear}

func (p Period) check() error {
	if p == NoPeriod {
		return nil
	}
	r := &reader{name: "period"}
	oneOf(PeriodLengths)(r, string(p))
	return r.err()
}

// Start is the first day of the period that a day lies in.
func (p Period) Start(d schema.Day) schema.Day {
	t := d.Time()
	switch p {
	case PeriodWeek:
		return d - schema.Day((int(t.Weekday())+6)%7)
	case PeriodMonth:
		return firstOf(t.Year(), t.Month())
	case PeriodQuarter:
		return firstOf(t.Year(), (t.Month()-1)/3*3+1)
	case PeriodYear:
		return firstOf(t.Year(), time.January)
	}
	return d
}

// Next is the first day of the period after the one that begins on a day.
func (p Period) Next(start schema.Day) schema.Day {
	t := start.Time()
	switch p {
	case PeriodWeek:
		return start + 7
	case PeriodMonth:
		return firstOf(t.Year(), t.Month()+1)
	case PeriodQuarter:
		return firstOf(t.Year(), t.Month()+3)
	case PeriodYear:
		return firstOf(t.Year()+1, time.January)
	}
	return start + 1
}

func firstOf(year int, month time.Month) schema.Day {
	return schema.DayOf(time.Date(year, month, 1, 0, 0, 0, 0, time.UTC))
}
