package questions

import (
	"fmt"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// layout is the columns of a matrix before anybody asks for some of them: the
// issues, or the propositions of one. It depends on the snapshot alone and is
// found out once.
type layout struct {
	columns []Column
	rank    []map[uint32]int // by column: the place of a proposition in it
	// Propositions of the same columns are of one class, from 1; 0 is of none. What
	// is summed up by class is summed up once for all columns.
	class   []uint32  // by proposition
	classes [][]int32 // by class: its columns
}

type layoutKey string

func layoutOf(s *ledger.Snapshot, issue string) *layout {
	return s.Derived(layoutKey(issue), func() any { return newLayout(s, issue) }).(*layout)
}

func newLayout(s *ledger.Snapshot, issue string) *layout {
	l := &layout{classes: [][]int32{nil}}
	under := map[uint32][]int32{} // columns, by proposition
	enter := func(column int, propositions []Column) {
		l.rank = append(l.rank, map[uint32]int{})
		for i, c := range propositions {
			if p, ok := s.Columns().Propositions.Code(c.ID); ok {
				under[p] = append(under[p], int32(column))
				l.rank[column][p] = i
			}
		}
	}
	if issue != "" {
		l.columns = propositionColumns(s, issue)
		for i, c := range l.columns {
			enter(i, []Column{c})
		}
	} else {
		l.columns = issueColumns(s)
		for i, c := range l.columns {
			enter(i, propositionColumns(s, c.ID))
		}
	}
	l.classify(under, s.Columns().Propositions.Len())
	return l
}

func (l *layout) classify(under map[uint32][]int32, propositions int) {
	l.class = make([]uint32, propositions)
	numbers := map[string]uint32{}
	for p := range l.class {
		columns, ok := under[uint32(p)]
		if !ok {
			continue
		}
		key := fmt.Sprint(columns)
		if numbers[key] == 0 {
			numbers[key] = uint32(len(l.classes))
			l.classes = append(l.classes, columns)
		}
		l.class[p] = numbers[key]
	}
}
