package schema

import (
	"fmt"
	"strconv"
)

// Stance is what one statement expresses towards one proposition, on the
// five-point scale of the coding manual. The zero value means "not set" and is
// invalid: it can never be mistaken for Undecided.
type Stance uint8

// The five stances, in order from opposition to support.
const (
	Oppose             Stance = iota + 1 // -1: opposes or rejects
	ConditionalOppose                    // -0.5: opposes with a condition, or is reluctant
	Undecided                            // 0: expressly open or ambiguous
	ConditionalSupport                   // +0.5: supports with a condition, or hints at it
	Support                              // +1: supports or demands
)

// Stances lists the valid values in order, for legends and validation.
var Stances = [...]Stance{Oppose, ConditionalOppose, Undecided, ConditionalSupport, Support}

// StanceOf returns the stance of a coded value. Only -1, -0.5, 0, 0.5 and 1
// are stances; anything else is an error that says so.
func StanceOf(value float64) (Stance, error) {
	for _, s := range Stances {
		if s.Value() == value {
			return s, nil
		}
	}
	return 0, fmt.Errorf("stance %s: expected one of -1, -0.5, 0, 0.5, 1", strconv.FormatFloat(value, 'g', -1, 64))
}

// Valid reports whether s is one of the five stances.
func (s Stance) Valid() bool { return s >= Oppose && s <= Support }

// Value is the coded number, from -1 (opposes) to +1 (supports). It panics on
// an unset stance, which has no number.
func (s Stance) Value() float64 {
	if !s.Valid() {
		panic("schema: value of a stance that is not set")
	}
	return float64(s)/2 - 1.5
}

// Sign is -1, 0 or +1.
func (s Stance) Sign() int {
	switch v := s.Value(); {
	case v < 0:
		return -1
	case v > 0:
		return 1
	}
	return 0
}

// Act is the speech act that follows from a stance alone, such as that of a vote.
func (s Stance) Act() Act {
	switch s.Sign() {
	case 1:
		return ActSupport
	case -1:
		return ActOppose
	}
	return ActReport
}

// String is the number as the record prints it, with a sign where there is
// one: "+1", "-0.5", "0".
func (s Stance) String() string {
	switch {
	case !s.Valid():
		return "not set"
	case s.Sign() > 0:
		return "+" + strconv.FormatFloat(s.Value(), 'g', -1, 64)
	}
	return strconv.FormatFloat(s.Value(), 'g', -1, 64)
}

// Label is the stance in words.
func (s Stance) Label() string {
	switch s {
	case Oppose:
		return "opposes"
	case ConditionalOppose:
		return "opposes with a condition"
	case Undecided:
		return "undecided"
	case ConditionalSupport:
		return "supports with a condition"
	case Support:
		return "supports"
	}
	return "not set"
}

// MarshalJSON prints the number; an unset stance is an error.
func (s Stance) MarshalJSON() ([]byte, error) {
	if !s.Valid() {
		return nil, fmt.Errorf("stance is not set")
	}
	return strconv.AppendFloat(nil, s.Value(), 'g', -1, 64), nil
}

// UnmarshalJSON reads the number. null, text and other numbers are refused.
func (s *Stance) UnmarshalJSON(b []byte) error {
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return fmt.Errorf("stance %s: expected one of -1, -0.5, 0, 0.5, 1", b)
	}
	got, err := StanceOf(v)
	if err != nil {
		return err
	}
	*s = got
	return nil
}
