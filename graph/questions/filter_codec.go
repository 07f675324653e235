package questions

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// ParseFilter reads a filter from a URL query or from flags of the same names.
// Actors, groups, issues and propositions may be given by ID or by label; the
// filter keeps IDs. Empty values are values not given, as forms send them.
// Names that are not parameters of the filter are left to the page.
//
// A bad value is an error of kind usage that names the parameter, the value,
// what was expected and what lies near; all of them are reported together.
func ParseFilter(v url.Values, s *ledger.Snapshot) (Filter, error) {
	r := &reader{s: s}
	var f Filter
	for _, p := range parameters {
		r.name = p.Name
		values := slices.DeleteFunc(slices.Clone(v[p.Name]), func(s string) bool { return s == "" })
		if len(values) > 1 && !p.Many {
			r.bad(values[1], "expected one value, found "+number(float64(len(values)))[0])
		} else if len(values) > 0 {
			p.read(r, &f, values)
		}
	}
	if f.From != nil && f.Until != nil && *f.Until < *f.From {
		r.name = "until"
		r.bad(f.Until.String(), "expected "+f.From.String()+", which is from, or later")
	}
	return f, r.err()
}

// Values is the filter as a URL query, without what has its zero value.
// ParseFilter reads it back.
func (f Filter) Values() url.Values {
	v := url.Values{}
	for _, p := range parameters {
		if values := p.print(f); len(values) > 0 {
			v[p.Name] = slices.Clone(values)
		}
	}
	return v
}

// IsZero reports whether the filter is everything that counts by default.
func (f Filter) IsZero() bool { return len(f.Values()) == 0 }

// Check returns an error of kind usage when the filter names a rule that does
// not exist or a half-life that is none. ParseFilter has checked the rest.
func (f Filter) Check() error {
	r := &reader{name: "rule"}
	r.choice([]string{f.rule()}, Rules)
	if f.HalfLife < 0 {
		r.name = "half-life"
		r.days([]string{strconv.Itoa(f.HalfLife)})
	}
	return r.err()
}

func (f Filter) rule() string {
	if f.Rule == "" {
		return RuleLatest
	}
	return f.Rule
}

// shownHalfLife is what an answer says of the half-life: 0 where the rule has
// none.
func (f Filter) shownHalfLife() int {
	if f.rule() != RuleDecay {
		return 0
	}
	return f.halfLife()
}

// AsOfIn is the day that positions are computed for, inclusive: the filter's own,
// or that of the last statement of the snapshot; MinDay where none has a date.
func (f Filter) AsOfIn(s *ledger.Snapshot) schema.Day {
	if f.AsOf != nil {
		return *f.AsOf
	}
	return s.LastDay()
}
