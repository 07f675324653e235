package network

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// span is the range of a network: both ends are included.
type span struct{ start, stop time.Time }

// rangeOf fills what the specification leaves open with the first and last
// instant of any document or statement.
func rangeOf(t *Table, s Spec) span {
	var all span
	for _, d := range t.Documents {
		all.widen(d, d)
	}
	for _, e := range t.Events {
		all.widen(e.First, e.Last)
	}
	if !s.From.IsZero() {
		all.start = s.From
	}
	if !s.Until.IsZero() {
		all.stop = s.Until
	}
	return all
}

func (r *span) widen(first, last time.Time) {
	if !first.IsZero() && (r.start.IsZero() || first.Before(r.start)) {
		r.start = first
	}
	if !last.IsZero() && (r.stop.IsZero() || last.After(r.stop)) {
		r.stop = last
	}
}

// mayHold reports whether an event may lie in what the specification asks for.
func (s Spec) mayHold(e Event) bool {
	return (s.From.IsZero() || e.Last.IsZero() || !e.Last.Before(s.From)) &&
		(s.Until.IsZero() || e.First.IsZero() || !e.First.After(s.Until))
}

// load notes the events of the range that pass the filters on documents and on
// the type of statement, in order.
func (p *plan) load() {
	documents := func(f filter) bool { return f.column.Document }
	for i, e := range p.table.Events {
		switch {
		case !p.spec.mayHold(e):
			p.left.Range++
		case !p.passes(i, documents):
			p.left.Document++
		default:
			p.loaded = append(p.loaded, i)
		}
	}
	slices.SortStableFunc(p.loaded, func(a, b int) int { return compareEvents(p.table.Events[a], p.table.Events[b]) })
}

// compareEvents is the order in which duplicates are looked for: time,
// document, start, end, rank, ID.
func compareEvents(a, b Event) int {
	return cmp.Or(a.First.Compare(b.First), a.Last.Compare(b.Last), compareNatural(a.Doc, b.Doc),
		cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), compareNatural(a.Rank, b.Rank), strings.Compare(a.ID, b.ID))
}

// compareNatural orders texts with the numbers that begin them as numbers: 9
// before 10.
func compareNatural(a, b string) int {
	x, y := leadingDigits(a), leadingDigits(b)
	if x == "" || y == "" {
		return strings.Compare(a, b)
	}
	m, n := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
	return cmp.Or(cmp.Compare(len(m), len(n)), strings.Compare(m, n), strings.Compare(a, b))
}

func leadingDigits(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
}
