package date

import (
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// beforeMonth are words after which a month stands alone: "in May" is a month,
// "they may" is not.
var beforeMonth = lexis.NewWords("in since during of by last this early late mid until from through")

// numeric reads 2025-10-21, 2025.10.21 and 2025/10/21: year first, so that day
// and month cannot be confused.
func numeric(tokens []lexis.Token, i int) (Expression, bool) {
	if parts := strings.Split(tokens[i].Fold, "."); len(parts) == 3 {
		return ymd(parts, i)
	}
	if i+2 < len(tokens) && tokens[i+1].Joined && tokens[i+2].Joined {
		return ymd([]string{tokens[i].Fold, tokens[i+1].Fold, tokens[i+2].Fold}, i+2)
	}
	if fold(tokens, i+1) == "/" && fold(tokens, i+3) == "/" && i+4 < len(tokens) {
		return ymd([]string{tokens[i].Fold, tokens[i+2].Fold, tokens[i+4].Fold}, i+4)
	}
	return Expression{}, false
}

func ymd(parts []string, last int) (Expression, bool) {
	y, m, d := number(parts[0]), number(parts[1]), number(parts[2])
	if !isYear(y) || m < 1 || m > 12 || d < 1 || d > 31 {
		return Expression{}, false
	}
	return Expression{Last: last, Year: y, Month: m, Day: d}, true
}

// weekday reads "Tuesday" and "Tuesday, October 21, 2025".
func weekday(tokens []lexis.Token, i int) (Expression, bool) {
	day, ok := weekdays[tokens[i].Fold]
	if !ok || !tokens[i].Capital() {
		return Expression{}, false
	}
	next := i + 1
	if fold(tokens, next) == "," {
		next++
	}
	for _, read := range []func([]lexis.Token, int) (Expression, bool){monthFirst, dayFirst} {
		if next < len(tokens) {
			if e, ok := read(tokens, next); ok && e.Day > 0 {
				return e, true
			}
		}
	}
	return Expression{Last: i, Weekday: day, HasWeekday: true}, true
}

// monthFirst reads "October 21, 2025", "Oct. 21", "October 2025", "in August".
func monthFirst(tokens []lexis.Token, i int) (Expression, bool) {
	m, ok := month(tokens, i)
	if !ok {
		return Expression{}, false
	}
	e := Expression{Last: i, Month: m}
	next := i + 1
	if fold(tokens, next) == "." {
		next++
	}
	if d := dayNumber(fold(tokens, next)); d > 0 {
		e.Day, e.Last = d, next
		if to, last := rangeEnd(tokens, next); to > d {
			e.DayTo, e.Last = to, last
		}
		return withYear(tokens, e), true
	}
	if y := number(fold(tokens, next)); isYear(y) {
		e.Year, e.Last = y, next
		return e, true
	}
	return e, beforeMonth[fold(tokens, i-1)] || ofMeeting(tokens, i)
}

// ofMeeting reports whether a month names a meeting: "his August summit".
func ofMeeting(tokens []lexis.Token, i int) bool {
	return i > 0 && i+1 < len(tokens) && meetings.Has(tokens[i+1]) && (determiners.Has(tokens[i-1]) || owners[tokens[i-1].Fold])
}

var owners = lexis.NewWords("a an 's our my")

func month(tokens []lexis.Token, i int) (int, bool) {
	m, ok := months[fold(tokens, i)]
	return m, ok && tokens[i].Capital()
}

// dayFirst reads "21 October 2025" and "21 October".
func dayFirst(tokens []lexis.Token, i int) (Expression, bool) {
	d := dayNumber(tokens[i].Fold)
	to, last := rangeEnd(tokens, i)
	next := last + 1
	if fold(tokens, next) == "of" {
		next++
	}
	m, ok := month(tokens, next)
	if d == 0 || !ok || to > 0 && to <= d {
		return Expression{}, false
	}
	return withYear(tokens, Expression{Last: next, Month: m, Day: d, DayTo: to}), true
}

// rangeEnd is the second day of "8-10", "8–10", "8 to 10" and its token; 0 and
// the first one's token where there is none.
func rangeEnd(tokens []lexis.Token, i int) (day, last int) {
	if i+1 < len(tokens) && tokens[i+1].Joined {
		if d := number(tokens[i+1].Fold); d > 0 && d <= 31 {
			return d, i + 1
		}
	}
	if w := fold(tokens, i+1); w == "–" || w == "to" || w == "and" {
		if d := number(fold(tokens, i+2)); d > 0 && d <= 31 && fold(tokens, i+3) != "%" {
			return d, i + 2
		}
	}
	return 0, i
}

// withYear takes a year after the date, with or without a comma.
func withYear(tokens []lexis.Token, e Expression) Expression {
	next := e.Last + 1
	if s := fold(tokens, next); s == "," || s == "." {
		next++
	}
	if y := number(fold(tokens, next)); isYear(y) {
		e.Year, e.Last = y, next
	}
	return e
}

// ordinal reads "the 16th": a day when no noun follows ("the 20th century").
func ordinal(tokens []lexis.Token, i int) (Expression, bool) {
	d := dayNumber(tokens[i].Fold)
	if d == 0 || fold(tokens, i-1) != "the" || number(tokens[i].Fold) > 0 {
		return Expression{}, false
	}
	if i+1 < len(tokens) && tokens[i+1].Kind == lexis.Word && !afterOrdinal.Has(tokens[i+1]) {
		return Expression{}, false
	}
	return Expression{Last: i, Day: d}, true
}

var afterOrdinal = lexis.NewWords("and or that as to for in at with when by but while after before where which who")

// dayNumber reads 1 to 31, also as 1st, 2nd, 3rd, 4th.
func dayNumber(s string) int {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		s = strings.TrimSuffix(s, suffix)
	}
	if d := number(s); d <= 31 {
		return d
	}
	return 0
}

// number is a positive whole number, or 0.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// isYear bounds years to those of printed news.
func isYear(y int) bool { return y >= 1600 && y < 2200 }
