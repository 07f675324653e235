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

// cursor goes over runs in their order: it says which one a statement is in, and
// whose that is.
type cursor struct {
	*Columns
	run, actor int
	end        int // of the run; 0 before the first
}

// to goes on to a statement.
func (c *cursor) to(statement int) (moved bool) {
	for statement >= c.end {
		if moved = true; c.end > 0 {
			c.run++
		}
		_, c.end = c.Bounds(c.run)
	}
	for moved && c.run >= int(c.actorRuns[c.actor+1]) {
		c.actor++
	}
	return moved
}

// runner finds the runs while statements are put in order.
type runner struct {
	m       *merge
	before  cursor
	pair    uint64 // of the run before that the cursor is at, with the codes that it has now
	lost    bool   // something of that run does not stay
	left    int    // how much does not stay up to the cursor
	last    uint64 // pair of the last run
	runs    []Run
	touched []bool // by run: whether anything in it has come or gone
	first   []uint32
}

func newRunner(m *merge) *runner {
	n := len(m.old.columns.Runs)
	for i := range m.order {
		if i == 0 || m.order[i].pair != m.order[i-1].pair {
			n++
		}
	}
	return &runner{m: m, before: cursor{Columns: &m.old.columns}, runs: make([]Run, 0, n), touched: make([]bool, 0, n), first: make([]uint32, len(m.codes.actors.keys)+1)}
}

// stays takes a statement of the snapshot before.
func (r *runner) stays(i, at int) {
	if r.before.to(i) {
		from, to := r.before.Bounds(r.before.run)
		r.pair = uint64(r.m.codes.actors.kept[r.before.actor])<<32 | uint64(r.m.codes.propositions.kept[r.before.Runs[r.before.run].Proposition])
		for r.left < len(r.m.left) && int(r.m.left[r.left]) < from {
			r.left++
		}
		r.lost = r.left < len(r.m.left) && int(r.m.left[r.left]) < to
	}
	r.take(r.pair, at, r.lost)
}

// take takes the next statement, of a run of these codes.
func (r *runner) take(pair uint64, at int, touches bool) {
	if len(r.runs) == 0 || pair != r.last {
		r.runs, r.touched, r.last = append(r.runs, Run{uint32(pair), uint32(at)}), append(r.touched, false), pair
		r.first[pair>>32+1]++
	}
	if touches {
		r.touched[len(r.touched)-1] = true
	}
}

// ofActors is the first run of each; one entry more is the number of runs.
func (r *runner) ofActors() []uint32 {
	for a := 1; a < len(r.first); a++ {
		r.first[a] += r.first[a-1]
	}
	return r.first
}

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
