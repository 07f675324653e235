package explore

import (
	"cmp"
	"fmt"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// Limits are the bounds of one query that may be chosen. A zero is the default.
type Limits struct {
	Time   time.Duration
	Rows   int
	Memory int64 // bytes
}

// The bounds that are fixed.
const (
	MaxText  = 64 << 10 // bytes of a query
	MaxDepth = 10       // nested levels of a GraphQL query, and of a value that a Gizmo program emits
	MaxSize  = 32 << 20 // bytes of an answer
)

const (
	mib = 1 << 20

	// A child needs this much before it has read anything.
	minMemory = 64 * mib
)

// Limit is a row of the table of limits, as it is documented.
type Limit struct {
	Name    string `json:"name"`
	Flag    string `json:"flag"` // of the command; "" where it cannot be chosen
	Default string `json:"default"`
	Maximum string `json:"maximum"`
	Reached string `json:"reached"` // what happens then
}

// Table documents all limits: their defaults, how far they can be raised, and
// what happens when one is reached.
func Table() []Limit {
	d, m := defaults, maxima
	return []Limit{
		{"time", "--timeout", d.Time.String(), m.Time.String(), "an error"},
		{"rows", "--max-rows", fmt.Sprint(d.Rows), fmt.Sprint(m.Rows), "the rest is cut, and the answer says so"},
		{"memory", "--max-memory", bytesText(d.Memory), bytesText(m.Memory), "an error"},
		{"size of the answer", "", bytesText(MaxSize), bytesText(MaxSize), "the rest is cut, and the answer says so"},
		{"levels of GraphQL and of emitted values", "", fmt.Sprint(MaxDepth), fmt.Sprint(MaxDepth), "an error"},
		{"size of the query", "", bytesText(MaxText), bytesText(MaxText), "an error"},
		{"queries at once, in a server", "", fmt.Sprint(maxChildren), fmt.Sprint(maxChildren), "others wait " + patience.String() + ", then an error"},
	}
}

var (
	defaults = Limits{Time: 10 * time.Second, Rows: 1000, Memory: 512 * mib}
	maxima   = Limits{Time: 5 * time.Minute, Rows: 100_000, Memory: 4096 * mib}
)

// Defaults are the limits of a query that chooses none.
func Defaults() Limits { return defaults }

func (l Limits) check() (Limits, error) {
	l = Limits{Time: cmp.Or(l.Time, defaults.Time), Rows: cmp.Or(l.Rows, defaults.Rows), Memory: cmp.Or(l.Memory, defaults.Memory)}
	for _, row := range []struct {
		name                  string
		value, least, maximum int64
		text                  func(int64) string
	}{
		{"time", int64(l.Time), int64(time.Millisecond), int64(maxima.Time), func(n int64) string { return time.Duration(n).String() }},
		{"rows", int64(l.Rows), 1, int64(maxima.Rows), func(n int64) string { return fmt.Sprint(n) }},
		{"memory", l.Memory, minMemory, maxima.Memory, bytesText},
	} {
		if row.value < row.least || row.value > row.maximum {
			return l, schema.Errorf(schema.KindUsage, fmt.Sprintf("choose between %s and %s", row.text(row.least), row.text(row.maximum)),
				"the limit of %s is out of range: %s", row.name, row.text(row.value))
		}
	}
	return l, nil
}

// bytesText is a size for people: "512 MiB".
func bytesText(n int64) string {
	switch {
	case n >= mib && n%mib == 0:
		return fmt.Sprintf("%d MiB", n/mib)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
