package server

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// timelineRow is a position from a day on, or a period, with what was said.
type timelineRow struct {
	Name, URL           string
	Subject, SubjectURL string
	From, Until         string // in words; Until is "" without a period
	Sign                sign
	Value, Count        string
	Tags                []tag
	Said                []issueLink // the statements that count from this day on
}

// timelineLength is how many rows the table of a timeline has.
func timelineLength(t questions.Timeline) int {
	n := 0
	for _, line := range t.Lines {
		n += len(line.Points) + len(line.Periods)
	}
	return n
}

// timelineRows are the rows of a timeline from one, counted from 0, up to but
// without another.
func (r *request) timelineRows(l links, t questions.Timeline, from, to int) []timelineRow {
	var rows []timelineRow
	for _, line := range t.Lines {
		n := len(line.Points) + len(line.Periods)
		if from < n && to > 0 {
			about := timelineRow{Name: line.Label, URL: l.Actor(line.Actor), Subject: r.snap.Codebook.PropositionLabel(line.Proposition), SubjectURL: l.Proposition(line.Proposition)}
			for _, p := range stretch(line.Points, from, to) {
				rows = append(rows, r.pointRow(l, about, p))
			}
			for _, p := range stretch(line.Periods, from, to) {
				row := about
				row.From, row.Until = longDay(p.From), longDay(p.Until)
				row.Sign, row.Value, row.Count = signs[p.Band], valueOf(p.Value), tallyOf(p.Tally)
				rows = append(rows, row)
			}
		}
		from, to = from-n, to-n
	}
	return rows
}

// stretch is the part of a list from a place up to but without another, which may
// both lie outside.
func stretch[T any](list []T, from, to int) []T {
	return list[min(max(from, 0), len(list)):min(max(to, 0), len(list))]
}

func (r *request) pointRow(l links, row timelineRow, p questions.Point) timelineRow {
	row.From, row.Sign, row.Value, row.Tags = sinceWhen(p.Day), signs[p.Position.Band], valueOf(p.Position.Value), tagsOf(p.Position)
	row.Count = fmt.Sprintf("%d of %d", p.Position.N, p.Position.Of)
	for _, id := range p.Added {
		if st, ok := r.snap.Statement(id); ok {
			row.Said = append(row.Said, issueLink{r.snap.Codebook.ActorLabel(st.Actor) + ", " + longDate(st.Date), l.Statement(id)})
		}
	}
	return row
}

func tallyOf(t questions.Tally) string {
	if t.N == 0 {
		return "nothing said"
	}
	return fmt.Sprintf("%s: %d for, %d against, %d undecided", count(t.N, "statement"), t.Support, t.Oppose, t.Undecided)
}

// writeTimeline prints one point or one period a row.
func writeTimeline(w io.Writer, t questions.Timeline) error {
	out := table{head: []string{
		"actor", "label", "group", "issue", "proposition", "from", "until", "value", "band", "n", "of", "support", "oppose", "undecided", "statements",
	}}
	for _, l := range t.Lines {
		about := []string{l.Actor, l.Label, strconv.FormatBool(l.Group), l.Issue, l.Proposition}
		for _, p := range l.Points {
			out.rows = append(out.rows, append(about[:5:5], dayField(p.Day), "", numberOf(p.Position.Value), string(p.Position.Band),
				strconv.Itoa(p.Position.N), strconv.Itoa(p.Position.Of), "", "", "", strings.Join(p.Added, " ")))
		}
		for _, p := range l.Periods {
			out.rows = append(out.rows, append(about[:5:5], dayField(p.From), dayField(p.Until), numberOf(p.Value), string(p.Band),
				strconv.Itoa(p.N), "", strconv.Itoa(p.Support), strconv.Itoa(p.Oppose), strconv.Itoa(p.Undecided), ""))
		}
	}
	return out.write(w)
}

// sinceWhen is the first day of a position in words.
func sinceWhen(d schema.Day) string {
	if d == schema.MinDay {
		return "from an unknown day"
	}
	return longDay(d)
}
