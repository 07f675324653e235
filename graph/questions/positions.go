package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// Positions returns the position of every actor, by itself, on every
// proposition that it made or signed a statement on, in the order of actors
// and propositions of the codebook. A pair is there as soon as one statement
// passes the filter, whether it counts or not; its position may be "no
// statement". The error is that of Filter.Check.
func Positions(s *ledger.Snapshot, f Filter) ([]Position, error) {
	if err := f.Check(); err != nil {
		return nil, err
	}
	b := newMatrixBuilder(s, f, MatrixSpec{Rows: RowsActors})
	lists := make([][]ranked, len(b.holders))
	eachShare(len(lists), func() func(int) {
		p := newPanel(s, f)
		return func(i int) { lists[i] = b.positions(p, b.holders[i]) }
	})
	list := []Position{}
	for _, row := range lists {
		for _, one := range row {
			list = append(list, one.Position)
		}
	}
	return list, nil
}

// positions are those of a row, in the order of the propositions.
func (b *matrixBuilder) positions(p *panel, h *holder) []ranked {
	var list []ranked
	b.hearings(h, func(class uint32, one hearing) {
		if !p.letsAny(one) {
			return
		}
		p.judge(one)
		position := b.position(p, h, "")
		position.Issue = firstIssue(b.s, position.Proposition)
		column := b.layout.classes[class][slices.IndexFunc(b.layout.classes[class], func(c int32) bool { return b.shown[c] })]
		list = append(list, ranked{int(column), b.layout.rank[column][one.proposition], position})
	})
	slices.SortFunc(list, compareRanked)
	return list
}
