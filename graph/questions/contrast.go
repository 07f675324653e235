package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// Contrast is a comparison of which every cell is known by its kind alone. The
// passages of a cell are looked up when it is asked for: somebody who looks at
// some of hundreds of thousands of cells need not wait for all. One goroutine
// may use it at a time.
type Contrast struct {
	heading     Comparison // without changes
	left, right *flank
	passages    *recodings
	cells       []contrasted
}

// ContrastedCell is what is known of a cell of a contrast.
type ContrastedCell struct {
	Actor       string // "" when two actors or groups are compared: they are the sides
	Label       string
	Group       bool
	Issue       string
	Proposition string
	Kind        ChangeKind
	How         How  // "" unless the two sides differ
	Left, Right Band // BandNone where a side says nothing
}

// NewContrast compares as Compare does, and with the same errors.
func NewContrast(s *ledger.Snapshot, f Filter, spec ComparisonSpec) (*Contrast, error) {
	c := &Contrast{heading: Comparison{By: spec.By, Left: spec.Left, Right: spec.Right, Rows: spec.Rows, Rule: f.rule(), HalfLife: f.shownHalfLife(),
		Changes: []Change{}, Counts: []ChangeCount{}, Version: s.Version}}
	left, right, err := spec.sides(s, f)
	if err != nil {
		return c, err
	}
	c.heading.Left, c.heading.Right, c.heading.Rows = left.name, right.name, left.rows
	if err := checkRows(s, f, left.rows); err != nil {
		return c, err
	}
	rank := map[string]int{}
	for i, one := range subjectsOf(s, Filter{}) {
		rank[one.id] = i
	}
	c.left, c.right = newFlank(left, rank), newFlank(right, rank)
	c.passages = newRecodings(left.s)
	c.fill(s, rank)
	c.count()
	return c, nil
}

// Heading is the comparison without its cells, but with their numbers.
func (c *Contrast) Heading() Comparison { return c.heading }

// Whole is the comparison with all its cells.
func (c *Contrast) Whole() Comparison {
	whole := c.heading
	for i := range c.cells {
		whole.Changes = append(whole.Changes, c.Change(i))
	}
	return whole
}

// Len is how many cells there are in which one of the two sides has a position.
func (c *Contrast) Len() int { return len(c.cells) }

// At is one of these, from 0: by row and proposition, in the order of the
// codebook.
func (c *Contrast) At(i int) ContrastedCell {
	one := c.cells[i]
	roll, at := c.left.roll, one.atLeft
	if at == nowhere {
		roll, at = c.right.roll, one.atRight
	}
	who, about := &roll.holders[at.row], &roll.subjects[at.subject]
	cell := ContrastedCell{Actor: who.id, Label: who.label, Group: roll.rows == RowsGroups, Issue: about.issue, Proposition: about.id,
		Kind: ChangeKinds[one.kind], How: hows[one.how], Left: bands[one.left], Right: bands[one.right]}
	if c.left.row != "" {
		cell.Actor, cell.Label = "", ""
	}
	return cell
}

// Change is such a cell with the positions and the passages of both sides.
func (c *Contrast) Change(i int) Change {
	cell := c.At(i)
	l, r := c.left.at(c.cells[i].atLeft), c.right.at(c.cells[i].atRight)
	return Change{Actor: cell.Actor, Label: cell.Label, Group: cell.Group, Issue: cell.Issue, Proposition: cell.Proposition, Kind: cell.Kind, How: cell.How,
		Left: l, Right: r, Possible: l != nil && l.Position.Possible || r != nil && r.Position.Possible}
}

// contrasted is a cell in small. Kind, how and bands are places in their lists.
type contrasted struct {
	atLeft, atRight        spot // nowhere where that side says nothing
	kind, how, left, right uint8
}

// nowhere is the spot of no line.
var nowhere = spot{-1, -1}

// hows are all differences; the first is none.
var hows = func() []How {
	list := []How{""}
	for _, kind := range ShiftKinds {
		list = append(list, How(kind))
	}
	return append(list, HowNowMixed, HowNoMoreMixed, HowOpposite, HowDegree, HowCondition, HowOneMixed)
}()

var bands = []Band{BandNone, BandSupport, BandConditionalSupport, BandUndecided, BandConditionalOppose, BandOppose, BandMixed}

func placeIn[T comparable](list []T, one T) uint8 { return uint8(slices.Index(list, one)) }

func (c *Contrast) count() {
	var n [1 << 8]int
	for _, one := range c.cells {
		n[one.kind]++
	}
	for i, kind := range ChangeKinds {
		if n[i] > 0 {
			c.heading.Counts = append(c.heading.Counts, ChangeCount{kind, n[i]})
		}
	}
}
