package server

import (
	"cmp"
	"net/url"
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// clock is the control that moves a page in time: a date field, the statement
// dates before and after, and a strip of all of them. All of it is links and a
// form, so it needs no script.
type clock struct {
	Action string  // where the form goes
	Hidden []param // what else the page was asked, kept by the form
	AsOf   string  // the day in the field, as ISO 8601, or what was typed in its place
	Wrong  bool    // it is no day
	Day    schema.Day
	Prev   *moment
	Next   *moment
	Last   *moment // the default day, where the page is at another one
	Ticks  []tick
	Now    int    // where the strip has the as-of day; -1 when it lies outside
	First  string // the ends of the strip, in words
	Until  string
}

type param struct{ Name, Value string }

// moment is a day on which statements were made, and the page on that day.
type moment struct {
	Day schema.Day
	URL string
}

// daysOf are the days on which a page of these statements may change: the latest
// days of those that were not rejected, from the first to the last.
func daysOf(statements []*schema.Statement) []questions.DayCount {
	n := map[schema.Day]int{}
	for _, st := range statements {
		if !st.Date.IsZero() && st.Status != schema.StatusRejected {
			n[st.Date.Latest()]++
		}
	}
	days := make([]questions.DayCount, 0, len(n))
	for d, k := range n {
		days = append(days, questions.DayCount{Day: d, N: k})
	}
	slices.SortFunc(days, func(a, b questions.DayCount) int { return cmp.Compare(a.Day, b.Day) })
	return days
}

// clock builds the control for a page at an address; query is what its form
// keeps hidden, and at gives the page on another day.
func (r *request) clock(action string, query url.Values, f questions.Filter, days []questions.DayCount, at func(schema.Day) string) clock {
	day := r.asOf(f)
	c := clock{Action: action, Hidden: hidden(query), Day: day, Now: -1}
	if day == schema.MinDay {
		return c
	}
	c.AsOf = day.String()
	next, here := slices.BinarySearchFunc(days, day, func(d questions.DayCount, day schema.Day) int { return cmp.Compare(d.Day, day) })
	if next > 0 {
		c.Prev = &moment{days[next-1].Day, at(days[next-1].Day)}
	}
	if here {
		next++
	}
	if next < len(days) {
		c.Next = &moment{days[next].Day, at(days[next].Day)}
	}
	if last := r.snap.LastDay(); last != day {
		c.Last = &moment{last, at(last)}
	}
	c.Ticks = ticks(days, day, at)
	if len(days) > 0 {
		c.First, c.Until = longDay(days[0].Day), longDay(days[len(days)-1].Day)
		c.Now = placeOf(day, days)
	}
	return c
}

// brokenClock is the control of a page whose query could not be read: it keeps
// what was typed, and has nowhere to go.
func (r *request) brokenClock(action string, query url.Values) clock {
	c := clock{Action: action, Hidden: hidden(query), AsOf: r.query.Get("as-of")}
	_, err := schema.ParseDay(c.AsOf)
	c.Wrong = err != nil && c.AsOf != ""
	return c
}

// hidden are the parameters that a form does not show and must not lose.
func hidden(query url.Values) []param {
	var list []param
	for _, k := range keysOf(query) {
		if k == "as-of" || k == paramMadeFor {
			continue
		}
		for _, v := range query[k] {
			list = append(list, param{k, v})
		}
	}
	return list
}
