package network

import (
	"cmp"
	"slices"
)

// count is a(row, col, level): how many statements say the same.
type count struct {
	row, col, level int32
	n               float64
}

// counts are all a that are not 0, by column, row and level.
type counts []count

// tally counts events that all have a row and a column.
func (p *plan) tally(events []int, rows, cols labels, levels []level) counts {
	at := make(map[string]int32, len(levels))
	for k, l := range levels {
		at[l.text] = int32(k)
	}
	all := make(counts, len(events))
	for i, e := range events {
		all[i] = count{row: rows.at[p.row.Values[e]], col: cols.at[p.col.Values[e]], n: 1}
		if p.qualifier != nil {
			all[i].level = at[p.level(e)]
		}
	}
	slices.SortFunc(all, compareCounts)
	return all.merge()
}

// level is the text of an event's level.
func (p *plan) level(e int) string {
	if v := p.qualifier.Values[e]; !missing(p.qualifier.Kind, v) {
		return v
	}
	return ""
}

func compareCounts(a, b count) int {
	return cmp.Or(cmp.Compare(a.col, b.col), cmp.Compare(a.row, b.row), cmp.Compare(a.level, b.level))
}

// merge adds up neighbours that are the same cell.
func (c counts) merge() counts {
	merged := c[:0]
	for _, x := range c {
		if last := len(merged) - 1; last >= 0 && compareCounts(merged[last], x) == 0 {
			merged[last].n += x.n
		} else {
			merged = append(merged, x)
		}
	}
	return merged
}

// columns yields the counts of one column after the other.
func (c counts) columns(yield func(counts) bool) {
	c.runs(func(a, b count) bool { return a.col == b.col }, yield)
}

// rows yields the counts of one row after the other, of a single column.
func (c counts) rows(yield func(counts) bool) {
	c.runs(func(a, b count) bool { return a.row == b.row && a.col == b.col }, yield)
}

func (c counts) runs(same func(a, b count) bool, yield func(counts) bool) {
	for from := 0; from < len(c); {
		to := from + 1
		for to < len(c) && same(c[from], c[to]) {
			to++
		}
		if !yield(c[from:to]) {
			return
		}
		from = to
	}
}

// sum is N of a cell, or of whatever else is given.
func (c counts) sum() (n float64) {
	for _, x := range c {
		n += x.n
	}
	return n
}

// sumsBy adds up counts by one of their places.
func (c counts) sumsBy(size int, place func(count) int32, value func(count) float64) []float64 {
	sums := make([]float64, size)
	for _, x := range c {
		sums[place(x)] += value(x)
	}
	return sums
}

func byRow(x count) int32 { return x.row }

func byCol(x count) int32 { return x.col }

func number(x count) float64 { return x.n }
