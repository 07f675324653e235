package network

import (
	"cmp"
	"slices"
	"strconv"
)

// level is one value of the qualifier. Its number is what distances and sums
// are taken of: -1 and +1 for a boolean, which gives what DNA gets from 0 and 1
// with a sign.
type level struct {
	text   string
	number float64
}

var (
	booleanLevels = []level{{"0", -1}, {"1", 1}}
	poleLevels    = []level{{"-1", -1}, {"1", 1}}
	stanceLevels  = []level{{"-1", -1}, {"-0.5", -0.5}, {"0", 0}, {"0.5", 0.5}, {"1", 1}}
)

// levelsOf lists the levels of a qualifier among some events, in order. Levels
// of a boolean and a stance are there whether somebody has them or not.
func levelsOf(c Column, events []int) []level {
	switch c.Kind {
	case Boolean:
		return booleanLevels
	case Stance:
		if onlyPoles(c.Values) {
			return poleLevels
		}
		return stanceLevels
	}
	seen := map[string]bool{}
	var levels []level
	for _, e := range events {
		v := c.Values[e]
		if number, ok := numberOf(c.Kind, v); ok && !seen[v] {
			seen[v] = true
			levels = append(levels, level{v, number})
		}
	}
	slices.SortFunc(levels, func(a, b level) int {
		return cmp.Or(cmp.Compare(a.number, b.number), compareUTF16(a.text, b.text))
	})
	return levels
}

func onlyPoles(values []string) bool {
	return !slices.ContainsFunc(values, func(v string) bool { return v != "-1" && v != "1" && v != "" })
}

// numberOf is the number that an integer stands for; not ok when it is none.
// Other values have no number, and "" is a text like any other.
func numberOf(k Kind, value string) (number float64, ok bool) {
	if k != Integer {
		return 0, true
	}
	n, err := strconv.ParseInt(value, 10, 64)
	return float64(n), err == nil
}

// missing reports whether a qualifier is not coded.
func missing(k Kind, value string) bool {
	_, ok := numberOf(k, value)
	return value == "" || !ok
}

// withMissing adds a level for statements without a qualifier, which count only
// where the qualifier is ignored. Texts have that level already.
func withMissing(levels []level, k Kind) []level {
	if k == Text {
		return levels
	}
	return append(slices.Clone(levels), level{})
}

// spread is the distance of the outermost levels, R of the definitions.
func spread(levels []level) float64 {
	if len(levels) == 0 {
		return 0
	}
	return levels[len(levels)-1].number - levels[0].number
}
