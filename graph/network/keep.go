package network

import (
	"strconv"
	"time"
)

// keep selects, of the loaded events, those that count.
func (p *plan) keep() {
	values := func(f filter) bool { return !f.column.Document }
	said := map[saying]bool{}
	for _, e := range p.loaded {
		switch s, compared := p.saying(e); {
		case !p.passes(e, values):
			p.left.Excluded++
		case p.empty(e):
			p.left.Empty++
		case compared && said[s]:
			p.left.Duplicate++
		default:
			said[s] = said[s] || compared
			p.kept = append(p.kept, e)
		}
	}
}

// empty reports whether an event lacks a value that a network needs. An event
// list keeps such events.
func (p *plan) empty(e int) bool {
	if p.spec.Network == EventList {
		return false
	}
	return p.row.Values[e] == "" || p.col.Values[e] == "" ||
		p.spec.Aggregation != Ignore && missing(p.qualifier.Kind, p.qualifier.Values[e])
}

// saying is what two statements share when one of them is a duplicate.
type saying struct{ period, row, col, qualifier string }

// saying returns what an event says and in which period. It is not compared
// when duplicates are wanted, when its date leaves the period open, or when DNA
// fails to compare it.
func (p *plan) saying(e int) (s saying, compared bool) {
	event := p.table.Events[e]
	period, known := p.spec.period(event)
	if !known || p.spec.Duplicates == Include {
		return s, false
	}
	s = saying{period: period, row: p.row.Values[e], col: p.col.Values[e]}
	if p.spec.Aggregation != Ignore {
		s.qualifier = p.qualifier.Values[e]
		if p.spec.Compat && p.qualifier.Kind == Integer && !isCached(s.qualifier) {
			return s, false
		}
	}
	return s, true
}

// isCached reports whether Java has one object for an integer. DNA compares
// objects, so that all others never equal each other.
func isCached(value string) bool {
	n, err := strconv.Atoi(value)
	return err == nil && -128 <= n && n <= 127
}

// period names the period in which an event can have duplicates; it is unknown
// where the date spans two of them.
func (s Spec) period(e Event) (name string, known bool) {
	switch s.Duplicates {
	case Include, AcrossRange:
		return "", true
	case Document:
		return e.Doc, true
	}
	if e.First.IsZero() || e.Last.IsZero() {
		return "", false
	}
	first, last := s.calendarPeriod(e.First), s.calendarPeriod(e.Last)
	return first, first == last
}

// calendarPeriod names a year, a month or a week. Compat leaves out the year of
// months and weeks, as DNA does.
func (s Spec) calendarPeriod(t time.Time) string {
	var year, number int
	switch s.Duplicates {
	case PerWeek, WeekFixed:
		year, number = s.Week.of(t)
	case PerMonth, MonthFixed:
		year, number = t.Year(), int(t.Month())
	default:
		return itoa(t.Year())
	}
	if s.Compat && (s.Duplicates == PerWeek || s.Duplicates == PerMonth) {
		return itoa(number)
	}
	return itoa(year) + "/" + itoa(number)
}

// of returns the number of a week and the year it belongs to, which near
// January is not always the year of the day.
func (w Week) of(t time.Time) (year, number int) {
	if w != WeekUS {
		return t.ISOWeek()
	}
	saturday := t.AddDate(0, 0, int(time.Saturday-t.Weekday()))
	return saturday.Year(), (saturday.YearDay()-1)/7 + 1
}
