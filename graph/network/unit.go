package network

import "time"

// add moves a time by n units. Months and years keep the day where they can and
// else take the last of the month: 31 January and a month is 28 or 29 February.
func (u Unit) add(t time.Time, n int) time.Time {
	switch u {
	case Months:
		return addMonths(t, n)
	case Years:
		return addMonths(t, 12*n)
	}
	return time.Unix(t.Unix()+int64(n)*unitSeconds[u], 0).UTC()
}

var unitSeconds = map[Unit]int64{Seconds: 1, Minutes: 60, Hours: 3600, Days: 86400, Weeks: 7 * 86400}

// isFixed reports whether all units are equally long.
func (u Unit) isFixed() bool { return unitSeconds[u] > 0 }

func addMonths(t time.Time, n int) time.Time {
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	lastDay := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), lastDay)-1)
}
