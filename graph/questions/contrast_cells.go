package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// flank is a side of a comparison made ready to judge its lines.
type flank struct {
	side
	roll  *roll
	panel *panel
	says  decision // on what it has judged last
}

// newFlank puts propositions in some order, whatever issues are asked for: both
// sides must have the same.
func newFlank(sd side, rank map[string]int) *flank {
	fl := &flank{side: sd, roll: newRoll(sd.s, sd.f, sd.rows), panel: newPanel(sd.s, sd.f)}
	slices.SortFunc(fl.roll.subjects, func(a, b subject) int { return rank[a.id] - rank[b.id] })
	return fl
}

// fill finds the cells in which a side says something, by row and proposition
// in the order of the codebook.
func (c *Contrast) fill(s *ledger.Snapshot, rank map[string]int) {
	if c.left.s == c.right.s && c.left.row == "" {
		c.cells = make([]contrasted, 0, c.left.roll.most())
		for at, l := range c.left.roll.all() { // the lines of one side are those of the other
			c.add(at, at, l.pool, l.pool)
		}
		return
	}
	for _, pair := range c.pairs(s, rank) {
		c.add(pair.left, pair.right, c.left.pool(pair.left), c.right.pool(pair.right))
	}
}

// pair is one cell with its lines on both sides; one of them may be nowhere.
type pair struct {
	row, rank   int
	left, right spot
}

// pairs joins the lines of two sides that have other statements or other rows.
// They are in the order of the snapshot that is asked.
func (c *Contrast) pairs(s *ledger.Snapshot, rank map[string]int) []pair {
	row := map[string]int{}
	for i, h := range holdersOf(s, c.left.rows) {
		row[h.id] = i
	}
	if c.left.row != "" { // the sides are the rows
		row[c.left.row], row[c.right.row] = 0, 0
	}
	at := map[[2]int]int{} // in the list, by row and rank
	var list []pair
	for _, side := range []*flank{c.left, c.right} {
		for where, l := range side.roll.all() {
			if side.row != "" && side.row != l.id {
				continue
			}
			key := [2]int{row[l.id], rank[l.proposition]}
			i, ok := at[key]
			if !ok {
				i, list = len(list), append(list, pair{key[0], key[1], nowhere, nowhere})
				at[key] = i
			}
			if side == c.left {
				list[i].left = where
			} else {
				list[i].right = where
			}
		}
	}
	slices.SortFunc(list, func(a, b pair) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.rank - b.rank
	})
	return list
}

// add judges a cell on both sides. Most pools of many ledgers are one statement,
// about which no rule has a say.
func (c *Contrast) add(atLeft, atRight spot, left, right hearing) {
	cell := contrasted{atLeft: atLeft, atRight: atRight}
	alike := c.left.s == c.right.s && left.single() && right.single() && left.from == right.from
	if alike {
		cell.left, cell.right = c.left.single(left), c.right.single(right)
	} else {
		cell.left, cell.right = c.left.judge(left), c.right.judge(right)
	}
	switch inTime := c.heading.By == ByDate; {
	case cell.left == 0 && cell.right == 0:
		return
	case cell.left == 0:
		cell.atLeft, cell.kind = nowhere, kinds.onlyRight[one(inTime)]
	case cell.right == 0:
		cell.atRight, cell.kind = nowhere, kinds.onlyLeft[one(inTime)]
	case alike:
		cell.kind = kinds.alike[one(inTime)]
	default:
		how := c.how(bands[cell.left], bands[cell.right])
		cell.kind, cell.how = kinds.differ[one(inTime)], placeIn(hows, how)
		switch {
		case how == "":
			cell.kind = kinds.alike[one(inTime)]
		case !inTime:
			cell.how = placeIn(hows, howSideBySide[how])
		case c.recoded():
			cell.kind = placeIn(ChangeKinds, ChangeRecoded)
		}
	}
	c.cells = append(c.cells, cell)
}

// kinds are places of kinds: side by side, and between two dates.
var kinds = struct{ onlyRight, onlyLeft, alike, differ [2]uint8 }{
	[2]uint8{placeIn(ChangeKinds, ChangeOnlyRight), placeIn(ChangeKinds, ChangeNew)},
	[2]uint8{placeIn(ChangeKinds, ChangeOnlyLeft), placeIn(ChangeKinds, ChangeGone)},
	[2]uint8{placeIn(ChangeKinds, ChangeSame), placeIn(ChangeKinds, ChangeUnchanged)},
	[2]uint8{placeIn(ChangeKinds, ChangeDiffers), placeIn(ChangeKinds, ChangeMoved)},
}

// pool is that of a spot; empty where there is none.
func (fl *flank) pool(at spot) hearing {
	if at == nowhere {
		return hearing{}
	}
	return fl.roll.at(at).pool
}

// judge returns the band of a pool, by its place.
func (fl *flank) judge(pool hearing) uint8 {
	p := fl.panel
	if p.judge(pool); len(p.ballots) == 0 {
		return 0
	}
	if fl.says = p.ruler.fold(&p.ruler, p.ballots); fl.says.mixed() {
		return placeIn(bands, BandMixed)
	}
	return placeIn(bands, bandOf(fl.says.value))
}

// single is judge for a pool of one statement.
func (fl *flank) single(pool hearing) uint8 {
	if fl.panel.atLeast > 1 || fl.panel.why(pool.from, pool.proposition, pool.who, false) != 0 {
		return 0
	}
	return bandOfStance[fl.panel.c.Marks[pool.from].Stance()]
}

// single reports whether a pool is one statement, made by whose pool it is.
func (h *hearing) single() bool { return h.to-h.from == 1 && len(h.signed)+len(h.mentions) == 0 }

var bandOfStance = func() (all [8]uint8) {
	for _, stance := range schema.Stances {
		all[stance] = placeIn(bands, bandOf(stance.Value()))
	}
	return all
}()

// deciding yields what decides on the side.
func (fl *flank) deciding(call func(ballot) bool) {
	for i, b := range fl.panel.ballots[:fl.says.upTo] {
		if fl.says.by(i, b) && !call(b) {
			return
		}
	}
}

// condition is one that the deciding statements name; "" is none.
func (fl *flank) condition() string {
	for b := range fl.deciding {
		if named := fl.s.Statements[b.at].Condition; named != "" {
			return named
		}
	}
	return ""
}

// how is in what the two sides differ, whose bands are given, in the terms of a
// shift; "" where they do not.
func (c *Contrast) how(left, right Band) How {
	switch was, is := left == BandMixed, right == BandMixed; {
	case was && is:
		return ""
	case is:
		return HowNowMixed
	case was:
		return HowNoMoreMixed
	}
	before, after := Stand{Band: left}, Stand{Band: right}
	if left.side() != 0 && left.side() == right.side() && !c.rests() { // only then may a condition have come or gone
		before.Condition, after.Condition = c.left.condition(), c.right.condition()
	}
	kind := shiftKind(before, after)
	if kind == ShiftReaffirmed {
		return ""
	}
	return How(kind)
}

// rests reports whether the same statements decide on both sides.
func (c *Contrast) rests() bool {
	l, r := c.left, c.right
	return l.s == r.s && l.says.upTo == r.says.upTo && l.says.signs == r.says.signs &&
		slices.EqualFunc(l.panel.ballots[:l.says.upTo], r.panel.ballots[:r.says.upTo], func(a, b ballot) bool { return a.at == b.at })
}

// recoded reports whether all that decides on the right and did not count on
// the left codes passages again that did.
func (c *Contrast) recoded() bool {
	c.passages.clear()
	for _, b := range c.left.panel.ballots {
		c.passages.add(b)
	}
	fresh := false
	for b := range c.right.deciding {
		if !c.passages.has(b) {
			if !c.passages.again(b) {
				return false
			}
			fresh = true
		}
	}
	return fresh
}

// at is what the side says in a cell; nil where that is nothing.
func (fl *flank) at(where spot) *Side {
	if where == nowhere {
		return nil
	}
	l, p := fl.roll.at(where), fl.panel
	fl.judge(l.pool)
	p.sortByID(p.ballots)
	counted := p.counted()
	side := Side{Position: positionOf(fl.s, fl.f, l.asked(), counted, p.left.list()), Independent: countUtterances(fl.s, counted), Evidence: []Passage{}}
	for b := range fl.deciding {
		side.Evidence = append(side.Evidence, passageOf(fl.s, fl.f, voiceOf(fl.s, b.mention())))
	}
	return &side
}
