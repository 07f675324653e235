package questions

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// reader reads the values of one parameter after the other and collects what is
// wrong with them.
type reader struct {
	s        *ledger.Snapshot
	name     string
	problems schema.Problems
}

func (r *reader) bad(value, expected string) {
	r.problems = append(r.problems, schema.Problem{Field: r.name, Value: value, Expected: expected})
}

func (r *reader) err() error {
	if len(r.problems) == 0 {
		return nil
	}
	return &schema.Error{Kind: schema.KindUsage, Message: r.problems.Error(), Err: r.problems,
		Hint: "correct the value or leave the parameter out"}
}

func (r *reader) day(v []string) *schema.Day {
	d, err := schema.ParseDay(v[0])
	if err != nil {
		r.bad(v[0], "expected a day such as 2025-10-21")
		return nil
	}
	return &d
}

func (r *reader) count(v []string) int {
	n, err := strconv.Atoi(v[0])
	if err != nil || n < 0 {
		r.bad(v[0], "expected a whole number, 0 or more")
	}
	return n
}

// notNegative checks a number that came as one.
func (r *reader) notNegative(name string, n int) {
	if r.name = name; n < 0 {
		r.count([]string{strconv.Itoa(n)})
	}
}

// days reads a length of time that is not zero: nothing could have a half-life
// of no days.
func (r *reader) days(v []string) int {
	n, err := strconv.Atoi(v[0])
	if err != nil || n < 1 {
		r.bad(v[0], "expected a whole number of days, 1 or more")
	}
	return n
}

func (r *reader) fraction(v []string) float64 {
	x, err := strconv.ParseFloat(v[0], 64)
	if err != nil || !(x >= 0 && x <= 1) {
		r.bad(v[0], "expected a number from 0 to 1")
		return 0
	}
	return x
}

func (r *reader) choice(v []string, allowed []string) string {
	if !slices.Contains(allowed, v[0]) {
		r.bad(v[0], "expected "+strings.Join(allowed, " or ")+schema.DidYouMean(v[0], slices.Values(allowed)))
	}
	return v[0]
}

// oneOf checks a value against a closed list of terms.
func oneOf[T ~string](terms []T) func(*reader, string) string {
	names := make([]string, len(terms))
	for i, t := range terms {
		names[i] = string(t)
	}
	return func(r *reader, value string) string { return r.choice([]string{value}, names) }
}

// named is everything that a value may name: labels by ID.
type named map[string]string

// find returns the ID that a value names: an ID, or a label that only one has,
// whatever the case of its letters.
func (r *reader) find(what, value string, known named) string {
	if _, ok := known[value]; ok {
		return value
	}
	id, err := byLabel(value, known)
	if err == nil {
		return id
	}
	r.bad(value, cmp.Or(err.Error(), "no "+what+" of this ID or label"+near(value, known)))
	return value
}

var errNoLabel = errors.New("")

func byLabel(value string, known named) (string, error) {
	ids := labelled(value, known)
	switch len(ids) {
	case 0:
		return "", errNoLabel
	case 1:
		return ids[0], nil
	}
	return "", fmt.Errorf("several have this label: expected one of the IDs %s", strings.Join(ids, ", "))
}

// near suggests IDs, found by their spelling or by that of their labels.
func near(value string, known named) string {
	spellings := map[string][]string{}
	for _, id := range slices.Sorted(maps.Keys(known)) {
		spellings[id] = append(spellings[id], id)
		spellings[known[id]] = append(spellings[known[id]], id)
	}
	var ids []string
	for _, spelling := range schema.Near(value, maps.Keys(spellings)) {
		for _, id := range spellings[spelling] {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(ids, " or ") + "?"
}

// labelled are the IDs of all that have a label, in order.
func labelled(label string, known named) []string {
	var ids []string
	for id, has := range known {
		if strings.EqualFold(has, label) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}
