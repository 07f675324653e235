package questions

import (
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
	propositions := b.propositions()
	list := []Position{}
	for _, who := range b.everybody() {
		for _, p := range propositions {
			if b.anyPasses(who, p, false) {
				list = append(list, b.position(who, p, firstIssue(s, p)))
			}
		}
	}
	return list, nil
}

// propositions are those of all columns, each once.
func (b *matrixBuilder) propositions() []string {
	var all []string
	seen := map[string]bool{}
	for _, c := range b.all {
		for _, p := range b.under[c.ID] {
			if !seen[p.ID] {
				seen[p.ID], all = true, append(all, p.ID)
			}
		}
	}
	return all
}
