package ledger

import (
	"iter"
	"runtime"
	"slices"
	"sort"

	"github.com/stancegraph/stancegraph/schema"
)

// merge puts what stays of a snapshot and what comes in order.
type merge struct {
	old   *Snapshot
	left  []uint32            // places in old of what does not stay, sorted
	fresh []*schema.Statement // what comes, in the order of Compare once it is sorted

	codes codes
	order []place // of fresh
	goes  []int   // by fresh: the place in old that it goes before
	runs  *runner

	at    []uint32 // by fresh: the place now
	moved []uint32 // by place in old: the place now, or none
}

// none is the place of what does not stay.
const none = ^uint32(0)

// newMerge says what stays and what comes. Statements on the evidence of a
// source that changes come anew: how it is called and whether it is coded are in
// their columns.
func newMerge(old *Snapshot, c *Change) *merge {
	m := &merge{old: old, fresh: slices.Clone(c.Statements), moved: make([]uint32, len(old.Statements))}
	left := map[uint32]bool{}
	for _, st := range c.Statements {
		if i, ok := old.find(st.ID); ok {
			left[uint32(i)] = true
		}
	}
	for _, src := range c.Sources {
		for _, i := range old.placesOfSource(src.ID) {
			if !left[i] {
				left[i] = true
				m.fresh = append(m.fresh, &old.Statements[i])
			}
		}
	}
	for i := range left {
		m.left = append(m.left, i)
		m.moved[i] = none
	}
	slices.Sort(m.left)
	return m
}

// piece is how many records are copied at a time: between two pieces all others
// have the processor who wait for it.
const piece = 4096

// staying yields what stays of the statements from a place in old up to
// another, in pieces.
func (m *merge) staying(from, to int) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		i, _ := slices.BinarySearch(m.left, uint32(from))
		for from < to {
			end := to
			if i < len(m.left) {
				end = min(end, int(m.left[i]))
			}
			for from < end {
				next := min(end, from+piece)
				if !yield(from, next) {
					return
				}
				runtime.Gosched()
				from = next
			}
			from = end + 1 // over what does not stay
			i++
		}
	}
}

// leaves reports whether the statement at a place in old does not stay.
func (m *merge) leaves(i uint32) bool { return m.moved[i] == none }

// columns puts everything in order, as records and as numbers. Ways into the
// columns and the standings of what comes are not in them yet.
func (m *merge) columns(next *Snapshot) {
	m.codes = m.newCodes(next.Sources)
	m.sortFresh()
	c, n := &next.columns, len(m.old.Statements)-len(m.left)+len(m.fresh)
	c.Actors, c.Propositions = Dictionary{m.codes.actors.keys}, Dictionary{m.codes.propositions.keys}
	c.Sources, c.Codings = m.codes.origins.keys, m.codes.codings.keys
	c.allocate(n)
	next.Statements = make([]schema.Statement, 0, n)
	m.runs = newRunner(m)
	from := 0
	for k, to := range m.goes {
		m.stay(next, from, to)
		m.come(next, k)
		from = to
	}
	m.stay(next, from, len(m.old.Statements))
	c.Runs, c.actorRuns = m.runs.runs, m.runs.ofActors()
}

// sortFresh puts what comes in order, and finds where it goes.
func (m *merge) sortFresh() {
	m.order = newOrder(m.fresh, func(i int) (actor, proposition uint32) { return m.codes.actors.fresh[i], m.codes.propositions.fresh[i] })
	sorted := make([]*schema.Statement, len(m.fresh))
	m.goes, m.at = make([]int, len(m.fresh)), make([]uint32, len(m.fresh))
	for k, p := range m.order {
		sorted[k] = m.fresh[p.at]
		if len(m.old.Statements) > 0 {
			m.goes[k] = m.old.placeFor(sorted[k])
		}
	}
	m.fresh = sorted
}

// placeFor is where a statement would stand: before the one at that place.
func (s *Snapshot) placeFor(st *schema.Statement) int {
	c := &s.columns
	actor, knownActor := c.Actors.Code(st.Actor) // else where it would be
	proposition, known := c.Propositions.Code(st.Proposition)
	run, end := int(c.actorRuns[actor]), int(c.actorRuns[actor])
	if knownActor {
		end = int(c.actorRuns[actor+1])
	}
	run += sort.Search(end-run, func(i int) bool { return c.Runs[run+i].Proposition >= proposition })
	if run == len(c.Runs) { // behind all others
		return len(s.Statements)
	}
	from, to := c.Bounds(run)
	if !known || run == end || c.Runs[run].Proposition != proposition {
		return from
	}
	return from + sort.Search(to-from, func(i int) bool { return Compare(&s.Statements[from+i], st) > 0 })
}

func (m *merge) stay(next *Snapshot, from, to int) {
	o, c := &m.old.columns, &next.columns
	for from, to := range m.staying(from, to) {
		at := len(next.Statements)
		next.Statements = append(next.Statements, m.old.Statements[from:to]...)
		copy(c.Earliest[at:], o.Earliest[from:to])
		copy(c.Latest[at:], o.Latest[from:to])
		copy(c.Marks[at:], o.Marks[from:to])
		copy(c.Confidence[at:], o.Confidence[from:to])
		for i := from; i < to; i++ {
			m.moved[i] = uint32(at)
			c.Source[at], c.Coding[at] = m.codes.origins.kept[o.Source[i]], m.codes.codings.kept[o.Coding[i]]
			if code := o.OnBehalf[i]; code > 0 {
				c.OnBehalf[at] = m.codes.actors.kept[code-1] + 1
			}
			m.runs.stays(i, at)
			at++
		}
	}
}

func (m *merge) come(next *Snapshot, k int) {
	c, at, p, st := &next.columns, len(next.Statements), m.order[k], m.fresh[k]
	next.Statements = append(next.Statements, *st)
	m.at[k] = uint32(at)
	c.Source[at], c.Coding[at] = m.codes.origins.fresh[p.at], m.codes.codings.fresh[p.at]
	if st.OnBehalfOf != "" {
		c.OnBehalf[at] = m.codes.actors.fresh[len(m.fresh)+int(p.at)] + 1
	}
	c.fill(at, st)
	next.sums.statements.add(hashStatement(st)) // here, because to fetch the record takes as long
	m.runs.take(p.pair, at, true)
}
