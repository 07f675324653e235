package date

import (
	"strconv"
	"strings"
	"time"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
	"jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]time.Weekday{
	"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday,
	"friday": time.Friday, "saturday": time.Saturday, "sunday": time.Sunday,
}

var units = map[string]Unit{
	"day": Day, "days": Day, "week": Week, "weeks": Week, "month": Month, "months": Month, "year": Year, "years": Year,
	"weekend": Week,
}

var counts = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10,
}

// beforeMonth are words after which a month stands alone: "in May" is a month,
// "they may" is not.
var beforeMonth = lexis.NewWords("in since during of by last this early late mid until from through")

// Find returns the expressions in tokens[from:to] in order; they do not
// overlap.
func Find(tokens []lexis.Token, from, to int) []Expression {
	var found []Expression
	for i := from; i < to; {
		e, ok := at(tokens[:to], i)
		if !ok {
			i++
			continue
		}
		e.First = i
		found = append(found, e)
		i = e.Last + 1
	}
	return found
}

// at reads the expression that begins at token i.
func at(tokens []lexis.Token, i int) (Expression, bool) {
	if !mayBegin(tokens[i]) {
		return Expression{}, false
	}
	for _, read := range []func([]lexis.Token, int) (Expression, bool){numeric, weekday, monthFirst, dayFirst, ordinal, relative, year} {
		if e, ok := read(tokens, i); ok {
			return e, true
		}
	}
	return Expression{}, false
}

// mayBegin turns most words away before the readers are tried.
func mayBegin(t lexis.Token) bool {
	if t.Kind == lexis.Number {
		return true
	}
	if t.Kind != lexis.Word || len(t.Fold) > len("yesterday") {
		return false
	}
	_, month := months[t.Fold]
	_, week := weekdays[t.Fold]
	_, count := counts[t.Fold]
	return month && t.Capital() || week && t.Capital() || count || opening[t.Fold]
}

var opening = lexis.NewWords("today yesterday tomorrow tonight last this next past earlier")

func fold(tokens []lexis.Token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].Fold
}

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
		return withYear(tokens, e), true
	}
	if y := number(fold(tokens, next)); isYear(y) {
		e.Year, e.Last = y, next
		return e, true
	}
	return e, beforeMonth[fold(tokens, i-1)]
}

func month(tokens []lexis.Token, i int) (int, bool) {
	m, ok := months[fold(tokens, i)]
	return m, ok && tokens[i].Capital()
}

// dayFirst reads "21 October 2025" and "21 October".
func dayFirst(tokens []lexis.Token, i int) (Expression, bool) {
	d := dayNumber(tokens[i].Fold)
	next := i + 1
	if fold(tokens, next) == "of" {
		next++
	}
	m, ok := month(tokens, next)
	if d == 0 || !ok {
		return Expression{}, false
	}
	return withYear(tokens, Expression{Last: next, Month: m, Day: d}), true
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

// relative reads "yesterday", "last week", "last Tuesday", "two weeks ago".
func relative(tokens []lexis.Token, i int) (Expression, bool) {
	switch word := tokens[i].Fold; word {
	case "today", "tonight":
		return Expression{Last: i, Unit: Day}, true
	case "yesterday":
		return Expression{Last: i, Unit: Day, Offset: -1}, true
	case "tomorrow":
		return Expression{Last: i, Unit: Day, Offset: 1}, true
	case "last", "past", "this", "next":
		return shifted(tokens, i, map[string]int{"last": -1, "past": -1, "next": 1}[word])
	}
	return ago(tokens, i)
}

// shifted reads a weekday, month or unit after "last", "this" or "next".
func shifted(tokens []lexis.Token, i, offset int) (Expression, bool) {
	word := fold(tokens, i+1)
	if day, ok := weekdays[word]; ok {
		return Expression{Last: i + 1, Weekday: day, HasWeekday: true, Offset: offset, Before: offset < 0}, true
	}
	if m, ok := month(tokens, i+1); ok && offset <= 0 {
		return Expression{Last: i + 1, Month: m}, true
	}
	unit, ok := units[word]
	if !ok || strings.HasSuffix(word, "s") || unit == Day {
		return Expression{}, false
	}
	return Expression{Last: i + 1, Unit: unit, Offset: offset}, true
}

// ago reads "three days ago".
func ago(tokens []lexis.Token, i int) (Expression, bool) {
	n := counts[tokens[i].Fold]
	if n == 0 {
		n = number(tokens[i].Fold)
	}
	unit, ok := units[fold(tokens, i+1)]
	if !ok || n <= 0 || n > 200 || fold(tokens, i+2) != "ago" {
		return Expression{}, false
	}
	return Expression{Last: i + 2, Unit: unit, Offset: -n}, true
}

// year reads "in 2024"; a number alone is a quantity.
func year(tokens []lexis.Token, i int) (Expression, bool) {
	y := number(tokens[i].Fold)
	if !isYear(y) || !beforeMonth[fold(tokens, i-1)] {
		return Expression{}, false
	}
	return Expression{Last: i, Year: y}, true
}

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
