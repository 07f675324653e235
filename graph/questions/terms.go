package questions

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Undated is the year of statements without a date.
const Undated = "undated"

// yearOf is the year of a statement by the last day that its date may mean, the
// day that orders statements: so that every statement is of one year.
func yearOf(latest schema.Day) string { return yearName(yearNumber(latest)) }

func yearName(n int) string {
	if n == noYear {
		return Undated
	}
	return fmt.Sprintf("%04d", n)
}

// year reads a year of four digits, or Undated.
func (r *reader) year(value string) string {
	if n, err := strconv.Atoi(value); value != Undated && (err != nil || n < 0 || len(value) != 4) {
		r.bad(value, "expected a year such as 2025, or "+Undated+schema.DidYouMean(value, slices.Values([]string{Undated})))
	}
	return value
}

// stanceName is a stance as a filter spells it: the number, without a plus,
// which a URL reads as a blank.
func stanceName(s schema.Stance) string {
	return strconv.FormatFloat(s.Value(), 'g', -1, 64)
}

// stance reads the number of a stance, with or without its plus, or its label.
func (r *reader) stance(value string) string {
	known := named{}
	for _, s := range schema.Stances {
		known[stanceName(s)] = s.Label()
	}
	return r.find("stance", strings.TrimLeft(value, "+ "), known)
}
