package ledger

import (
	"cmp"
	"slices"
)

// Run is the statements of one actor on one proposition: they stand together in
// the ledger, from the oldest to the newest. It ends where the next one starts.
type Run struct {
	Proposition uint32 // code
	Start       uint32 // the first statement
}

// runsOf finds the runs of sorted statements and, by actor, the first of each;
// one entry more is the number of runs.
func runsOf(order []place, actors int) (runs []Run, first []uint32) {
	n := 0
	for i := range order {
		if startsRun(order, i) {
			n++
		}
	}
	runs, first = make([]Run, 0, n), make([]uint32, actors+1)
	for i, p := range order {
		if startsRun(order, i) {
			runs = append(runs, Run{uint32(p.pair), uint32(i)})
			first[p.pair>>32+1]++
		}
	}
	for a := range actors {
		first[a+1] += first[a]
	}
	return runs, first
}

func startsRun(order []place, i int) bool { return i == 0 || order[i].pair != order[i-1].pair }

// Bounds returns the statements of a run: from the first, up to but without the
// last.
func (c *Columns) Bounds(run int) (from, to int) {
	from, to = int(c.Runs[run].Start), c.Len()
	if run+1 < len(c.Runs) {
		to = int(c.Runs[run+1].Start)
	}
	return from, to
}

// RunsOf returns the runs of an actor, from the first, up to but without the
// last; they are sorted by proposition.
func (c *Columns) RunsOf(actor uint32) (from, to int) {
	return int(c.actorRuns[actor]), int(c.actorRuns[actor+1])
}

// Made returns the statements that an actor made: from the first, up to but
// without the last.
func (c *Columns) Made(actor uint32) (from, to int) {
	first, end := c.RunsOf(actor)
	if first == end {
		return 0, 0
	}
	from, _ = c.Bounds(first)
	_, to = c.Bounds(end - 1)
	return from, to
}

// Find returns the statements of an actor on a proposition: none when from is
// to.
func (c *Columns) Find(actor, proposition uint32) (from, to int) {
	first, end := c.RunsOf(actor)
	i, ok := slices.BinarySearchFunc(c.Runs[first:end], proposition, func(r Run, p uint32) int { return cmp.Compare(r.Proposition, p) })
	if !ok {
		return 0, 0
	}
	return c.Bounds(first + i)
}

// runAt returns the run that a statement is in.
func (c *Columns) runAt(statement int) int {
	i, _ := slices.BinarySearchFunc(c.Runs, uint32(statement)+1, func(r Run, s uint32) int { return cmp.Compare(r.Start, s) })
	return i - 1
}

// ActorOf returns who made a statement.
func (c *Columns) ActorOf(statement int) uint32 {
	i, _ := slices.BinarySearch(c.actorRuns, uint32(c.runAt(statement))+1)
	return uint32(i - 1)
}
