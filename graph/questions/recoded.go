package questions

import "github.com/stancegraph/stancegraph/graph/ledger"

// recodings finds statements that code a passage again. Only in one source can
// one code the passage of another: those that are there are chained by source.
type recodings struct {
	s      *ledger.Snapshot
	source []uint32 // by code of an origin: the number of its source
	first  []int32  // by number of a source: its last statement among those that are there, plus 1
	before []int32  // of each: the one before it in the same source, plus 1
	there  []int32
}

func newRecodings(s *ledger.Snapshot) *recodings {
	r := &recodings{s: s, source: sourceNumbers(s)}
	r.first = make([]int32, len(r.source))
	return r
}

// sourceNumbers are the same for origins that differ in what records print
// alone.
func sourceNumbers(s *ledger.Snapshot) []uint32 {
	type key struct{}
	return s.Derived(key{}, func() any {
		origins := s.Columns().Sources
		numbers := make([]uint32, len(origins))
		for i := 1; i < len(origins); i++ {
			numbers[i] = numbers[i-1] + uint32(one(origins[i].ID != origins[i-1].ID))
		}
		return numbers
	}).([]uint32)
}

func (r *recodings) of(b ballot) *int32 { return &r.first[r.source[r.s.Columns().Source[b.at]]] }

func (r *recodings) add(b ballot) {
	first := r.of(b)
	r.before, r.there = append(r.before, *first), append(r.there, b.at)
	*first = int32(len(r.there))
}

// has reports whether a statement is there.
func (r *recodings) has(b ballot) bool {
	return r.any(b, func(at int32) bool { return at == b.at })
}

// again reports whether a statement codes the passage of one that is there.
func (r *recodings) again(b ballot) bool {
	return r.any(b, func(at int32) bool { return recodes(&r.s.Statements[b.at], &r.s.Statements[at]) })
}

// any looks through those of the source of a statement.
func (r *recodings) any(b ballot, is func(at int32) bool) bool {
	for k := *r.of(b); k > 0; k = r.before[k-1] {
		if is(r.there[k-1]) {
			return true
		}
	}
	return false
}

// clear takes all out.
func (r *recodings) clear() {
	for _, at := range r.there {
		*r.of(ballot{at: at}) = 0
	}
	r.before, r.there = r.before[:0], r.there[:0]
}
