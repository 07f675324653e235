package network

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// check returns an error of kind usage that lists every option whose value
// does not exist. Whether the options fit each other and the variables exist is
// for Compute to say.
func (s Spec) check() error {
	var c checker
	oneOf(&c, "network", s.Network, Modes)
	oneOf(&c, "aggregation", s.Aggregation, Aggregations)
	oneOf(&c, "normalization", s.Normalization, Normalizations)
	oneOf(&c, "duplicates", s.Duplicates, DuplicateRules)
	oneOf(&c, "time-window", s.TimeWindow, Units)
	oneOf(&c, "week", s.Week, WeekNumberings)
	if s.WindowSize < 1 || s.WindowSize > maxWindow {
		c.bad("window-size", itoa(s.WindowSize), windowExpected)
	}
	if !s.From.IsZero() && !s.Until.IsZero() && s.Until.Before(s.From) {
		c.bad("until", printUntil(s.Until), "expected a time on or after from, "+printFrom(s.From))
	}
	return c.err()
}

// maxWindow is longer than any range; more would overflow the calendar.
const maxWindow = 1_000_000_000

var windowExpected = "expected a whole number from 1 to " + itoa(maxWindow)

// checker collects what is wrong with options.
type checker struct{ problems schema.Problems }

func (c *checker) bad(name, value, expected string) {
	c.problems = append(c.problems, schema.Problem{Field: name, Value: value, Expected: expected})
}

func (c *checker) err() error {
	if len(c.problems) == 0 {
		return nil
	}
	return &schema.Error{Kind: schema.KindUsage, Message: c.problems.Error(), Err: c.problems,
		Hint: "correct the value or leave the option out"}
}

// oneOf reports a value that is not in a closed list, and lists those that are.
func oneOf[T ~string](c *checker, name string, value T, terms []T) {
	if slices.Contains(terms, value) {
		return
	}
	near := schema.DidYouMean(string(value), func(yield func(string) bool) {
		for _, t := range terms {
			if !yield(string(t)) {
				return
			}
		}
	})
	c.bad(name, string(value), "expected "+list(terms, ", ")+near)
}

// pair splits VAR=VALUE at the first "=": values may have more, and commas.
func (c *checker) pair(name, value string) Pair {
	variable, v, ok := strings.Cut(value, "=")
	if !ok || variable == "" {
		c.bad(name, value, "expected VAR=VALUE, such as organization=Senate")
	}
	return Pair{variable, v}
}

func (c *checker) count(name, value string) int {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 {
		c.bad(name, value, windowExpected)
		return 1
	}
	return n
}

func (c *checker) truth(name, value string) bool {
	b, err := strconv.ParseBool(value)
	if err != nil {
		c.bad(name, value, "expected true or false")
	}
	return b
}

func list[T ~string](terms []T, between string) string {
	names := make([]string, len(terms))
	for i, t := range terms {
		names[i] = string(t)
	}
	return strings.Join(names, between)
}

func itoa(n int) string { return strconv.Itoa(n) }
