package questions

import "github.com/stancegraph/stancegraph/schema"

// The years that dates may be of, by number; noYear is that of no date.
const (
	noYear    = 10_000
	yearCount = noYear + 1
)

// years is what a filter says of every year.
type years [yearCount]answer

// allow reports whether the filter lets the year of a date through; latest is
// the last day that the date may mean.
func (y *years) allow(latest schema.Day) bool { return y[yearNumber(latest)] == passes }

func newYears(f Filter) *years {
	var y years
	for n := range y {
		y[n] = fails
		if allowed(f.Years, f.Not.Years, yearName(n)) {
			y[n] = passes
		}
	}
	return &y
}

// yearNumber is the year of a day in the Gregorian calendar, by arithmetic on
// whole eras of 400 years that begin in March: it is asked of every statement.
// The formula is civil_from_days of H. Hinnant, chrono-Compatible Low-Level Date
// Algorithms, 2013.
func yearNumber(latest schema.Day) int {
	if latest == schema.MaxDay {
		return noYear
	}
	z := uint32(int64(latest) + 719_468) // days since 0000-03-01
	era := z / 146_097
	day := z - era*146_097
	year := (day - day/1460 + day/36_524 - day/146_096) / 365
	ofYear := day - (365*year + year/4 - year/100)
	return int(year+era*400) + one(ofYear >= 306) // January and February are of the next
}
