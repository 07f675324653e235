package questions

import (
	"math"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Grid is where actors stand, each by itself, on propositions, in numbers: a
// whole matrix for whoever computes on, of any size a ledger has. Its cells say
// what the positions of On say, without names and IDs.
type Grid struct {
	AsOf         schema.Day
	Rule         string
	HalfLife     int        // days; 0 where the rule has none
	Actors       []string   // the rows
	Propositions []string   // the columns
	Cells        []GridCell // row by row
	Version      string     // data version
}

// GridCell is a position in numbers, in 32 bytes. The zero value is that of
// nobody having said anything.
type GridCell struct {
	value       float64    // NaN when mixed
	First, Last schema.Day // earliest day of the oldest counted date, latest day of the newest; MaxDay where none has a date
	N, Of       int32      // statements counted, and statements there are
	Accepted    int32      // of N
	signed      uint32     // of N; and the two flags
}

const (
	possibleFlag    = 1 << 31
	asSignatoryFlag = 1 << 30
)

// Cell is the position of row i on column j.
func (g *Grid) Cell(i, j int) *GridCell { return &g.Cells[i*len(g.Propositions)+j] }

// Value is the position, -1 to +1; it is not ok when the position is mixed or
// no statement counts.
func (c *GridCell) Value() (value float64, ok bool) {
	if c.N == 0 || c.Mixed() {
		return 0, false
	}
	return c.value, true
}

// Mixed reports whether what counts contradicts itself, as the rule defines it.
func (c *GridCell) Mixed() bool { return math.IsNaN(c.value) }

// Band is the position in words.
func (c *GridCell) Band() Band {
	switch {
	case c.N == 0:
		return BandNone
	case c.Mixed():
		return BandMixed
	}
	return bandOf(c.value)
}

// ShareAccepted is the accepted of N, 0 to 1.
func (c *GridCell) ShareAccepted() float64 {
	if c.N == 0 {
		return 0
	}
	return float64(c.Accepted) / float64(c.N)
}

// AgeDays is the number of days from the last statement to the as-of date; 0
// where it is not before it, or has no date.
func (c *GridCell) AgeDays(asOf schema.Day) int {
	if c.N == 0 {
		return 0
	}
	return int(max(0, int64(asOf)-int64(c.Last)))
}

// Stale reports whether the position is older than a number of days.
func (c *GridCell) Stale(asOf schema.Day, days int) bool { return days > 0 && c.AgeDays(asOf) > days }

// Signed is how many of N are joint statements that the actor signed.
func (c *GridCell) Signed() int { return int(c.signed &^ (possibleFlag | asSignatoryFlag)) }

// Possible reports whether a deciding statement may be later than the as-of
// date.
func (c *GridCell) Possible() bool { return c.signed&possibleFlag != 0 }

// AsSignatory reports whether every deciding statement is a joint one that the
// actor signed.
func (c *GridCell) AsSignatory() bool { return c.signed&asSignatoryFlag != 0 }

// FullGrid is the grid of all that a filter asks for: everybody who made or
// signed a statement, or those of them whom it names, on every proposition of
// the issues that it names, in the order of the codebook. Errors are those of
// BuildGrid.
func FullGrid(s *ledger.Snapshot, f Filter) (*Grid, error) {
	actors, propositions := []string{}, []string{}
	for _, id := range everybodyIn(s) {
		if allowed(f.Actors, f.Not.Actors, id) {
			actors = append(actors, id)
		}
	}
	for _, one := range subjectsOf(s, f) {
		propositions = append(propositions, one.id)
	}
	return BuildGrid(s, f, actors, propositions)
}

// everybodyIn returns all who made or signed a statement.
func everybodyIn(s *ledger.Snapshot) []string {
	c := s.Columns()
	var all []string
	for a := range uint32(c.Actors.Len()) {
		if from, to := c.RunsOf(a); from < to || c.Signs(a) {
			all = append(all, c.Actors.Text(a))
		}
	}
	return inOrder(s, all)
}
