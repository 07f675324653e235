package questions

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// progress is what counts of a line as the days go by: each day takes in the
// statements that begin to count, and the position of that day costs no more
// than what is new.
type progress struct {
	z       *sieve
	ruler   ruler    // as of the day
	ballots []ballot // newest first
	order   []int32  // of the ballots, by the day from which they count
	taken   int      // of the order
	closed  int      // of the ballots, from the oldest
	course  course
}

func newProgress(p *panel) *progress { return &progress{z: p.sieve, ruler: p.ruler} }

// begin takes the ballots of a line, of which none counts yet.
func (g *progress) begin(ballots []ballot) {
	g.ballots, g.order, g.taken, g.closed, g.course = ballots, g.order[:0], 0, 0, course{}
	for i := range ballots {
		g.order = append(g.order, int32(i))
	}
	slices.SortFunc(g.order, func(a, b int32) int { return cmp.Compare(g.z.countsFrom(ballots[a]), g.z.countsFrom(ballots[b])) })
	for g.closed < len(ballots) && ballots[len(ballots)-1-g.closed].undated() {
		g.closed++ // they never grow old
	}
}

// countsFrom is the day from which a statement counts: the first that its date
// may mean or, where only certain dates count, the last.
func (z *sieve) countsFrom(b ballot) schema.Day {
	if z.f.Certain {
		return b.latest
	}
	return b.earliest
}

// next is the day from which the next statement counts.
func (g *progress) next() (schema.Day, bool) {
	if g.taken == len(g.order) {
		return 0, false
	}
	return g.z.countsFrom(g.ballots[g.order[g.taken]]), true
}

// to goes on to a day, and returns which ballots are new, and those that have
// closed.
func (g *progress) to(day schema.Day) (fresh []int32, closed []ballot) {
	from, oldest := g.taken, len(g.ballots)-g.closed
	for next, ok := g.next(); ok && next <= day; next, ok = g.next() {
		g.course.take(g.ballots[g.order[g.taken]])
		g.taken++
	}
	g.ruler.asOf = day
	for g.closed < len(g.ballots) && g.ballots[len(g.ballots)-1-g.closed].latest <= day {
		g.course.close(&g.ruler, g.ballots[len(g.ballots)-1-g.closed])
		g.closed++
	}
	return g.order[from:g.taken], g.ballots[len(g.ballots)-g.closed : oldest]
}

func (g *progress) decide() decision { return g.ruler.follow(&g.ruler, &g.course) }
