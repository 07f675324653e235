package date

import (
	"time"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "May": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
	"jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]time.Weekday{
	"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday,
	"friday": time.Friday, "saturday": time.Saturday, "sunday": time.Sunday,
}

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

func fold(tokens []lexis.Token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].Fold
}
