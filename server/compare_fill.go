package server

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// listedCell is a cell of a comparison with its number in the list of those that
// are not alike, from 1; 0 is none.
type listedCell struct {
	questions.ContrastedCell
	number int
}

// fillComparison lays out the cells: as a table of rows and columns, or of two
// sides, and those that are not alike as a list with their passages. Of the
// others no passage is looked up.
func (r *request) fillComparison(v *compareView, q comparison, c *questions.Contrast) {
	l, of := linksOf(q.filter), 0
	for _, n := range v.Comparison.Counts {
		if !alike(n.Kind) {
			of += n.N
		}
	}
	v.Pager = pagerOf(q.page, changesShown, of, "changes", q.at)
	pages := map[int]string{} // their addresses
	to := func(number int) string {
		page := (number-1)/changesShown + 1
		if pages[page] == "" {
			pages[page] = q.at(page)
		}
		return pages[page] + "#" + changeAnchor(number)
	}
	var add func(i int, cell listedCell)
	if q.spec.By == questions.ByGroup || q.spec.By == questions.ByActor {
		pairs := r.newPairTable(v, q, c, to)
		add = pairs.add
		defer func() { v.Pairs, v.Silent = pairs.filled(), r.inScope(q.filter)-c.Len() }()
	} else {
		table := r.newDiffTable(v, q, c, to)
		add = func(_ int, cell listedCell) { table.add(r, cell) }
		defer func() { v.Diff = table.finish() }()
	}
	number := 0
	for i := range c.Len() {
		cell := listedCell{ContrastedCell: c.At(i)}
		if !alike(cell.Kind) {
			number++
			cell.number = number
		} else if q.changed {
			continue
		}
		if cell.number >= v.Pager.From && cell.number <= v.Pager.To {
			v.Changes = append(v.Changes, r.changeView(l, *v, c.Change(i), cell.number))
		}
		add(i, cell)
	}
}

// alike reports whether cells of a kind are the same on both sides.
func alike(kind questions.ChangeKind) bool {
	return kind == questions.ChangeUnchanged || kind == questions.ChangeSame
}

// inScope is how many propositions a filter leaves to be compared.
func (r *request) inScope(f questions.Filter) int {
	seen := map[string]bool{}
	for _, i := range catalog(r.snap) {
		for _, p := range i.Props {
			in := len(f.Propositions) == 0 || slices.Contains(f.Propositions, p.ID)
			if in && (len(f.Issues) == 0 || slices.Contains(f.Issues, i.ID)) && !slices.Contains(f.Not.Issues, i.ID) && !slices.Contains(f.Not.Propositions, p.ID) {
				seen[p.ID] = true
			}
		}
	}
	return len(seen)
}
