package questions

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// tallier fills in rows of issues, one after the other.
type tallier struct {
	b *matrixBuilder
	*panel
	group   bool
	sums    []classSum // by class
	n       int        // counted, in all rows
	of      []int      // statements in all rows that matter, by class
	counted marks      // nil where no statement is in two rows
}

// classSum is a row on the propositions of one class.
type classSum struct {
	n, of   int32
	left    leftOut
	tally   tallied
	matters bool
}

// tallied is an IssueTally in small: by kind of position, 0 is undecided.
type tallied [8]int32

const (
	tallyUndecided = iota
	tallyHeld
	tallyRejected
	tallyMixed
	tallyPossible
	tallyAsSignatory
	tallyDisagree
	tallyStale
)

func (t *tallied) tally() IssueTally {
	return IssueTally{Held: int(t[tallyHeld]), Rejected: int(t[tallyRejected]), Undecided: int(t[tallyUndecided]), Mixed: int(t[tallyMixed]),
		Possible: int(t[tallyPossible]), AsSignatory: int(t[tallyAsSignatory]), Disagree: int(t[tallyDisagree]), Stale: int(t[tallyStale])}
}

// tallyOf is what a position of a value is.
func tallyOf(value float64) int {
	return one(value >= 0.25)*tallyHeld + one(value <= -0.25)*tallyRejected
}

func (b *matrixBuilder) newTallier() *tallier {
	t := &tallier{b: b, panel: newPanel(b.s, b.f), group: b.spec.Rows == RowsGroups, sums: make([]classSum, len(b.layout.classes)), of: make([]int, len(b.layout.classes))}
	if b.shared {
		t.counted = newMarks(len(b.s.Statements))
	}
	return t
}

// row counts a row, and lists the cells that have few positions.
func (t *tallier) row(h *holder) issueRow {
	clear(t.sums)
	switch {
	case !h.alone(t.c):
		t.b.hearings(h, t.hear)
	case h.code != silent:
		t.ownRuns(h.code)
	}
	r := issueRow{cells: make([]IssuePosition, len(t.b.layout.columns)), on: make([]bool, len(t.b.layout.columns))}
	left := make([]leftOut, len(r.cells))
	for column, c := range t.b.layout.columns {
		r.cells[column] = newIssuePosition(h.id, t.group, c.ID)
	}
	for class, columns := range t.b.layout.classes {
		sum := &t.sums[class]
		if sum.of == 0 {
			continue
		}
		r.counted += int(sum.n)
		for _, column := range columns {
			cell := &r.cells[column]
			cell.N, cell.Of = cell.N+int(sum.n), cell.Of+int(sum.of)
			cell.Tally.add(sum.tally.tally())
			left[column].add(&sum.left)
			r.on[column] = t.b.shown[column] && (r.on[column] || sum.matters)
		}
	}
	for column := range r.cells {
		r.cells[column].LeftOut = left[column].list()
	}
	if r.matters() {
		for class := range t.sums {
			t.n, t.of[class] = t.n+int(t.sums[class].n), t.of[class]+int(t.sums[class].of)
		}
	}
	t.list(h, &r)
	return r
}

func (l *leftOut) add(other *leftOut) {
	for i, n := range other {
		l[i] += n
	}
}

// ownRuns is hear for every pool of an actor who is heard alone. Most are of one
// statement, about which no rule has a say.
func (t *tallier) ownRuns(actor uint32) {
	classes, skip := t.b.layout.class, t.b.skip
	for run, end := t.c.RunsOf(actor); run < end; run++ {
		p := t.c.Runs[run].Proposition
		class := classes[p]
		if skip[class] {
			continue
		}
		if from, to := t.c.Bounds(run); to-from == 1 && t.atLeast == 1 {
			t.single(&t.sums[class], actor, p, from)
		} else {
			t.hear(class, hearing{who: actor, proposition: p, from: from, to: to})
		}
	}
}

func (t *tallier) single(sum *classSum, actor, proposition uint32, at int) {
	sum.of++
	mark, latest := t.c.Marks[at], t.c.Latest[at]
	if !t.plain || !mark.Stands() || t.c.Earliest[at] > t.asOf || latest > t.bound { // else it counts, and most do
		if why := t.why(at, proposition, actor, false); why != 0 {
			sum.left[why]++
			sum.matters = sum.matters || why.mayMatter()
			return
		}
	}
	sum.n++
	sum.matters = true
	sum.tally[stanceTally[mark.Stance()]]++
	if latest > t.asOf {
		sum.tally[tallyPossible]++
	} else if t.f.Stale > 0 && t.stale(latest) {
		sum.tally[tallyStale]++
	}
	if t.counted != nil {
		t.counted.set(at)
	}
}

// stanceTally is what a position on one statement of a stance is.
var stanceTally = func() (all [8]uint8) {
	for _, stance := range schema.Stances {
		all[stance] = uint8(tallyOf(stance.Value()))
	}
	return all
}()

// stale reports whether a position is, whose newest statement is of a day.
func (t *tallier) stale(newest schema.Day) bool {
	return t.f.Stale > 0 && int64(t.asOf)-int64(newest) > int64(t.f.Stale)
}

// hear adds a pool to the sums of its class.
func (t *tallier) hear(class uint32, one hearing) {
	t.judge(one)
	sum := &t.sums[class]
	sum.n, sum.of = sum.n+int32(len(t.ballots)), sum.of+int32(one.size())
	sum.left.add(&t.left)
	sum.matters = sum.matters || t.matters
	if len(t.ballots) > 0 {
		t.decide(&sum.tally)
	}
	if t.counted != nil {
		for _, b := range t.ballots {
			t.counted.set(int(b.at))
		}
	}
}

// decide counts the position on what the panel has judged.
func (t *tallier) decide(sum *tallied) {
	d := t.ruler.fold(&t.ruler, t.ballots)
	if d.mixed() {
		sum[tallyMixed]++
	} else {
		sum[tallyOf(d.value)]++
	}
	possible, signed := 0, 1
	for i, b := range t.ballots {
		if d.by(i, b) {
			possible |= one(b.latest > t.asOf)
			signed &= one(b.signed)
		}
	}
	sum[tallyPossible] += int32(possible)
	sum[tallyAsSignatory] += int32(signed)
	if t.stale(t.ballots[0].latest) { // MaxDay where none has a date
		sum[tallyStale]++
	}
	if t.group && t.disagree() {
		sum[tallyDisagree]++
	}
}

// ranked is a position with its place in a list.
type ranked struct {
	column, rank int
	Position
}

func compareRanked(a, b ranked) int { return cmp.Or(a.column-b.column, a.rank-b.rank) }

// list fills in the lists of the cells that have few positions.
func (t *tallier) list(h *holder, r *issueRow) {
	listed := make([][]ranked, len(r.cells))
	some := false
	for column := range r.cells {
		n := r.cells[column].Tally.Positions()
		if r.cells[column].Listed = n <= ListedMost || !t.b.spec.Brief; n > 0 && r.cells[column].Listed {
			listed[column], some = make([]ranked, 0, n), true
		}
	}
	if !some {
		return
	}
	t.b.hearings(h, func(class uint32, one hearing) {
		columns := t.b.layout.classes[class]
		if !slices.ContainsFunc(columns, func(c int32) bool { return listed[c] != nil }) {
			return
		}
		if t.judge(one); len(t.ballots) == 0 {
			return
		}
		p := t.b.position(t.panel, h, "")
		for _, column := range columns {
			if listed[column] != nil {
				p.Issue = t.b.layout.columns[column].ID
				listed[column] = append(listed[column], ranked{int(column), t.b.layout.rank[column][one.proposition], p})
			}
		}
	})
	for column, list := range listed {
		slices.SortFunc(list, compareRanked)
		for _, one := range list {
			r.cells[column].list(one.Position)
		}
	}
}
