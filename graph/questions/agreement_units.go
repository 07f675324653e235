package questions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// CodedUnit is one unit as each of two coders has it; nil where one left it
// out, never both.
type CodedUnit struct{ Left, Right *schema.Statement }

// SourceAgreement is agreement on the units of one source.
type SourceAgreement struct {
	Source string // ID
	Agreed
}

// CodedUnits are the units that Agreement counts, with the same errors: what a
// measure of agreement is computed from.
func CodedUnits(s *ledger.Snapshot, f Filter, left, right string) ([]CodedUnit, error) {
	left, right, err := twoCoders(s, f, left, right)
	if err != nil {
		return nil, err
	}
	units := unitsOf(codings(s, f, left), codings(s, f, right))
	list := make([]CodedUnit, len(units))
	for i, u := range units {
		list[i] = CodedUnit{u.left, u.right}
	}
	return list, nil
}

// AgreementBySource is agreement on each source that either coded, in the order
// of their IDs.
func AgreementBySource(units []CodedUnit) []SourceAgreement {
	of := map[string][]unit{}
	for _, u := range units {
		source := cmp.Or(u.Left, u.Right).Source
		of[source] = append(of[source], unit{u.Left, u.Right})
	}
	list := make([]SourceAgreement, 0, len(of))
	for source, on := range of {
		list = append(list, SourceAgreement{source, agreed(on)})
	}
	slices.SortFunc(list, func(a, b SourceAgreement) int { return strings.Compare(a.Source, b.Source) })
	return list
}
