package network

import "time"

// Times here are wall-clock times, as DNA keeps them: what the clock showed
// where the document appeared. They are held in UTC and no zone is ever
// converted.
const (
	layoutDay    = time.DateOnly
	layoutSecond = "2006-01-02T15:04:05"
)

var layouts = []string{layoutSecond, "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04"}

// ParseTime reads a day or a date-time without a zone. A day is its first
// second or, as the end of a range, its last.
func ParseTime(s string, end bool) (time.Time, error) {
	t, err := time.Parse(layoutDay, s)
	if err == nil {
		return dayBound(t, end), nil
	}
	for _, layout := range layouts {
		if t, err = time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, err
}

func dayBound(day time.Time, end bool) time.Time {
	if end {
		return day.Add(24*time.Hour - time.Second)
	}
	return day
}

func (c *checker) instant(name, value string, end bool) time.Time {
	t, err := ParseTime(value, end)
	if err != nil {
		c.bad(name, value, "expected a day such as 2025-10-21, or a time such as 2025-10-21T09:30:00")
	}
	return t
}

func printFrom(t time.Time) string { return printBound(t, false) }

func printUntil(t time.Time) string { return printBound(t, true) }

// printBound prints a bound as short as ParseTime reads it back.
func printBound(t time.Time, end bool) string {
	if t.IsZero() {
		return ""
	}
	if day := t.Truncate(24 * time.Hour); t.Equal(dayBound(day, end)) {
		return t.Format(layoutDay)
	}
	return t.Format(layoutSecond)
}

// Clock is an instant of a result, printed without a zone.
type Clock struct{ time.Time }

// MarshalText prints 2005-01-26T00:00:00.
func (c Clock) MarshalText() ([]byte, error) { return []byte(c.Format(layoutSecond)), nil }

// MarshalJSON prints the same as a JSON text.
func (c Clock) MarshalJSON() ([]byte, error) { return []byte(`"` + c.Format(layoutSecond) + `"`), nil }

// String is the same for people.
func (c Clock) String() string { return c.Format(layoutSecond) }
