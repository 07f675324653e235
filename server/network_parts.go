package server

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// maxNetwork is how many statements a page goes through for a network: what
// that takes is some seconds.
const maxNetwork = 150_000

// networkParts are one issue each, and only its last years where all of it is
// too many, too; nil where the page takes all statements.
func (r *request) networkParts(q networkQuestion) *parts {
	if len(r.snap.Statements) <= maxNetwork {
		return nil
	}
	all := networkDays(r.snap, q)
	if sum(all) <= maxNetwork {
		return nil
	}
	list := &parts{Of: "network", Statements: sum(all), Most: maxNetwork}
	for _, issue := range catalog(r.snap) {
		if asked := q.filter.Issues; len(asked) > 0 && !slices.Contains(asked, issue.ID) {
			continue
		}
		one, part := q, part{Label: issue.Label, From: schema.MinDay}
		one.filter.Issues = []string{issue.ID}
		days := networkDays(r.snap, one)
		if last := lastDays(days, maxNetwork); len(last) > 0 && len(last) < len(days) {
			part.From = last[0].Day
			one.place = one.place.with("from", part.From.String())
			days = last
		}
		if part.Statements = sum(days); part.Statements > 0 && part.Statements <= maxNetwork {
			part.URL = one.place.at(one.filter.Values())
			list.List = append(list.List, part)
		}
	}
	return list
}

// networkDays counts what a network is made of by day, within the dates of the
// specification. Statements without a date are on no day.
func networkDays(s *ledger.Snapshot, q networkQuestion) []questions.DayCount {
	var days []questions.DayCount
	for _, d := range questions.Days(s, q.filter) {
		at := d.Day.Time()
		if !at.Before(q.spec.From) && (q.spec.Until.IsZero() || !at.After(q.spec.Until)) {
			days = append(days, d)
		}
	}
	return days
}

func sum(days []questions.DayCount) (n int) {
	for _, d := range days {
		n += d.N
	}
	return n
}

// lastDays are as many of the last days as have at most so many statements.
func lastDays(days []questions.DayCount, most int) []questions.DayCount {
	first := len(days)
	for n := 0; first > 0 && n+days[first-1].N <= most; first-- {
		n += days[first-1].N
	}
	return days[first:]
}
