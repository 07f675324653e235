package schema

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// Day is a UTC calendar day, counted from 1970-01-01.
type Day int32

// The ends of the calendar: the earliest day of an open start, and "never".
const (
	MinDay Day = math.MinInt32
	MaxDay Day = math.MaxInt32
)

// DayOf returns the UTC calendar day of an instant.
func DayOf(t time.Time) Day {
	return Day(t.UTC().Truncate(24*time.Hour).Unix() / 86400)
}

// Time is midnight UTC at the start of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// String is the day as YYYY-MM-DD; the open ends print as "..".
func (d Day) String() string {
	if d == MinDay || d == MaxDay {
		return ".."
	}
	return d.Time().Format(time.DateOnly)
}

// ParseDay reads a single day, YYYY-MM-DD.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("date %q: expected a day such as 2025-10-21", s)
	}
	return DayOf(t), nil
}

// MarshalText prints the day as YYYY-MM-DD.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD, or ".." as the open start.
func (d *Day) UnmarshalText(b []byte) error {
	if string(b) == ".." {
		*d = MinDay
		return nil
	}
	got, err := ParseDay(string(b))
	if err != nil {
		return err
	}
	*d = got
	return nil
}

// Date is a date of the EDTF subset that the project uses: a day
// (2025-10-21), a month (2025-10), a year (2025), an interval of these
// (2025-10-16/2025-10-31), an open start (../2025-05-19), each with a trailing
// "~" where it is approximate. The zero value is "unknown" and prints as "".
//
// A date has an earliest and a latest day, both inclusive. "~" is kept and
// shown; it does not widen the bounds, because EDTF gives it no width.
type Date struct {
	text             string
	earliest, latest Day
}

const dateExpected = "expected a day (2025-10-21), month (2025-10), year (2025), interval (2025-10-16/2025-10-31) or open start (../2025-05-19), with ~ where approximate"

// ParseDate reads a date of the subset. The empty string is the unknown date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	d := Date{text: s}
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		var ok bool
		if d.earliest, d.latest, ok = bounds(s); !ok {
			return Date{}, fmt.Errorf("date %q: %s", s, dateExpected)
		}
		return d, nil
	}
	_, latest, ok := bounds(to)
	if !ok {
		return Date{}, fmt.Errorf("date %q: %s", s, dateExpected)
	}
	d.latest = latest
	if from == ".." {
		d.earliest = MinDay
		return d, nil
	}
	if d.earliest, _, ok = bounds(from); !ok {
		return Date{}, fmt.Errorf("date %q: %s", s, dateExpected)
	}
	if d.earliest > d.latest {
		return Date{}, fmt.Errorf("date %q: the interval ends before it begins", s)
	}
	return d, nil
}

// MustDate is ParseDate for constants and tests; it panics on a bad date.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOfDay is the exact date of one day.
func DateOfDay(d Day) Date { return Date{text: d.String(), earliest: d, latest: d} }

// bounds returns the first and last day of a day, month or year.
func bounds(s string) (first, last Day, ok bool) {
	s = strings.TrimSuffix(s, "~")
	var layout string
	switch len(s) {
	case len("2006"):
		layout = "2006"
	case len("2006-01"):
		layout = "2006-01"
	case len(time.DateOnly):
		layout = time.DateOnly
	default:
		return 0, 0, false
	}
	t, err := time.Parse(layout, s)
	if err != nil {
		return 0, 0, false
	}
	end := t
	switch layout {
	case "2006":
		end = t.AddDate(1, 0, -1)
	case "2006-01":
		end = t.AddDate(0, 1, -1)
	}
	return DayOf(t), DayOf(end), true
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.text == "" }

// Earliest is the first day the date may mean; MinDay for an open start or an
// unknown date.
func (d Date) Earliest() Day {
	if d.IsZero() {
		return MinDay
	}
	return d.earliest
}

// Latest is the last day the date may mean; MaxDay for an unknown date.
func (d Date) Latest() Day {
	if d.IsZero() {
		return MaxDay
	}
	return d.latest
}

// Exact reports whether the date is one day and not approximate.
func (d Date) Exact() bool {
	return !d.IsZero() && d.earliest == d.latest && !strings.Contains(d.text, "~")
}

// String is the date as written, in EDTF; "" when unknown.
func (d Date) String() string { return d.text }

// MarshalText prints the EDTF text.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.text), nil }

// UnmarshalText reads the EDTF text.
func (d *Date) UnmarshalText(b []byte) error {
	got, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = got
	return nil
}
