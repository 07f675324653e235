package dna

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// The scales that integers are read on unless Options say otherwise. Zero is
// neither for nor against on both.
var (
	threeSteps = map[int64]schema.Stance{-1: schema.Oppose, 0: schema.Undecided, 1: schema.Support}
	fiveSteps  = map[int64]schema.Stance{-2: schema.Oppose, -1: schema.ConditionalOppose, 0: schema.Undecided, 1: schema.ConditionalSupport, 2: schema.Support}
)

// scaleOf is the scale of the integers that a file has for an agreement: of
// five steps where one of them is -2 or 2.
func (c *converter) scaleOf(f *form) map[int64]schema.Stance {
	if c.options.Scale != nil {
		return c.options.Scale
	}
	for i := range c.file.Statements {
		s := &c.file.Statements[i]
		v, ok := s.value(f.agreement)
		if s.Type == f.ID && ok && (v.Number == 2 || v.Number == -2) {
			return fiveSteps
		}
	}
	return threeSteps
}

// stance is what a statement expresses. It is not ok when nothing is coded or
// the number has no stance.
func (f *form) stance(s *Statement) (stance schema.Stance, ok bool) {
	v, coded := s.value(f.agreement)
	if !coded {
		return 0, false
	}
	if f.agreement.DataType == Boolean {
		return map[int64]schema.Stance{0: schema.Oppose, 1: schema.Support}[v.Number], true
	}
	stance, ok = f.scale[v.Number]
	return stance, ok
}

// value is what a statement has for a variable.
func (s *Statement) value(v *Variable) (Value, bool) {
	if v == nil {
		return Value{}, false
	}
	i, ok := slices.BinarySearchFunc(s.Values, v.ID, func(value Value, id int64) int { return cmp.Compare(value.Variable, id) })
	if !ok {
		return Value{}, false
	}
	return s.Values[i], true
}

// text is the text that a statement has for a variable; "" is not coded.
func (s *Statement) text(v *Variable) string {
	value, _ := s.value(v)
	return value.Text
}
