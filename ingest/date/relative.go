package date

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

var units = map[string]Unit{
	"day": Day, "days": Day, "week": Week, "weeks": Week, "month": Month, "months": Month, "year": Year, "years": Year,
	"weekend": Week,
}

var counts = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10,
}

var opening = lexis.NewWords("today yesterday tomorrow tonight last this next past earlier")

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

// ofEvent reports whether a year names an event: "its 2024 Oslo summit", "the
// 2024 accord".
func ofEvent(tokens []lexis.Token, i int) bool {
	before := fold(tokens, i-1)
	if before != "the" && before != "its" && before != "their" && before != "'s" || i+1 >= len(tokens) {
		return false
	}
	return tokens[i+1].Capital() || events.Has(tokens[i+1])
}

var events = lexis.NewWords("summit meeting conference accord agreement treaty election talks deal speech")

// year reads "in 2024"; a number alone is a quantity.
func year(tokens []lexis.Token, i int) (Expression, bool) {
	y := number(tokens[i].Fold)
	if !isYear(y) || !beforeMonth[fold(tokens, i-1)] && !ofEvent(tokens, i) {
		return Expression{}, false
	}
	return Expression{Last: i, Year: y}, true
}
