package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// jointly is the set of statements that somebody besides its actor signed.
func jointly(s *ledger.Snapshot) marks {
	type key struct{}
	return s.Derived(key{}, func() any {
		c, joint := s.Columns(), newMarks(len(s.Statements))
		for a := range uint32(c.Actors.Len()) {
			for _, one := range c.SignedBy(a) {
				joint.set(int(one.Statement))
			}
		}
		return joint
	}).(marks)
}

// walker walks over statements for questions that are about statements and not
// about positions.
type walker struct {
	*sieve
	joint marks
	open  bool // it does not matter who is heard
}

func newWalker(s *ledger.Snapshot, f Filter) *walker {
	z := newSieve(s, f)
	return &walker{z, jointly(s), z.said == nil && z.members == nil}
}

// each calls with the statements of an actor that pass, in their order.
func (w *walker) each(actor uint32, call func(at int)) {
	for run, end := w.c.RunsOf(actor); run < end; run++ {
		p := w.c.Runs[run].Proposition
		for i, to := w.c.Bounds(run); i < to; i++ {
			if w.lets(i, p) && w.anyHeard(i, actor) {
				call(i)
			}
		}
	}
}

// anyHeard reports whether the filter lets through somebody who is heard in a
// statement.
func (w *walker) anyHeard(i int, actor uint32) bool {
	if w.open || w.hears(i, actor, false) {
		return true
	}
	return w.joint.has(i) && slices.ContainsFunc(w.s.Statements[i].Signatories, func(signer string) bool {
		code, _ := w.c.Actors.Code(signer)
		return w.hears(i, code, true)
	})
}
