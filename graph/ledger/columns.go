package ledger

import (
	"math"

	"github.com/stancegraph/stancegraph/schema"
)

// Columns is every statement in numbers, one slice per field, in the order of
// Compare: what questions scan. Position i of each slice is statement i of the
// snapshot, which has the texts. Nothing in it may be changed.
//
// Actor and proposition have no slice of their own: statements of one actor on
// one proposition stand together, as a run.
type Columns struct {
	Actors       Dictionary // everybody who speaks, is spoken for or signs
	Propositions Dictionary // those with a statement
	Sources      []Origin   // by code, sorted
	Codings      []Coding   // by code, sorted

	Runs []Run // by actor, then proposition

	Earliest   []schema.Day // MinDay for an open start or an unknown date
	Latest     []schema.Day // MaxDay for an unknown date
	OnBehalf   []uint32     // code of whom the actor speaks for, plus 1; 0 is nobody
	Source     []uint32     // code
	Coding     []uint32     // code
	Confidence []uint16     // see Quantise
	Marks      []Mark

	postings
}

// Origin is what a filter can know a statement's source by.
type Origin struct {
	ID  string
	Doc string // as the record prints it, only where the ledger's source has none or is not there
}

// Coding is who coded a statement, how the source carries it, how far it has
// been reviewed, its speech act, and the issue that the record prints: fields
// of few values, which need one slice together.
type Coding struct {
	Coder  string
	Mode   schema.Mode
	Status schema.Status
	Act    schema.Act
	Issue  string
}

// Mark is what every question asks of a statement, in eight bits: its stance,
// its standing, whether it is accepted.
type Mark uint8

const (
	stanceBits   = 0b0000_0111
	standingBits = 0b0011_1000
	acceptedBit  = 0b0100_0000
)

func markOf(st *schema.Statement) Mark {
	m := Mark(st.Stance) & stanceBits
	if st.Status == schema.StatusAccepted {
		m |= acceptedBit
	}
	return m
}

func (m Mark) with(s Standing) Mark { return m&^standingBits | Mark(s)<<3 }

// Stance is the coded stance.
func (m Mark) Stance() schema.Stance { return schema.Stance(m & stanceBits) }

// Halves is twice the value of the stance: a whole number, from -2 to +2.
func (m Mark) Halves() int { return int(m&stanceBits) - int(schema.Undecided) }

// Standing says whether review and recoding leave the statement standing.
func (m Mark) Standing() Standing { return Standing(m & standingBits >> 3) }

// Stands reports whether the standing is Stands.
func (m Mark) Stands() bool { return m&standingBits == 0 }

// Accepted reports whether the status is accepted.
func (m Mark) Accepted() bool { return m&acceptedBit != 0 }

// AcceptedOne is 1 where the status is accepted, else 0: for counting without a
// branch.
func (m Mark) AcceptedOne() int32 { return int32(m & acceptedBit >> 6) }

// Quantise rounds a confidence down to 1/65535. What is above another when
// quantised is above it; where both are equal, only the records can tell.
func Quantise(confidence float64) uint16 {
	if !(confidence > 0) { // so that NaN is the lowest
		return 0
	}
	return uint16(min(confidence, 1) * math.MaxUint16)
}

// Undated reports whether the date of statement i is unknown: no date that is
// known has both ends open.
func (c *Columns) Undated(i int) bool {
	return c.Latest[i] == schema.MaxDay && c.Earliest[i] == schema.MinDay
}

// Len is the number of statements.
func (c *Columns) Len() int { return len(c.Marks) }
