package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// coded is statements by source: only in one source can one code the passage of
// another again.
type coded struct {
	s        *ledger.Snapshot
	bySource map[string][]int32
}

// add adds statements, unless every one of them codes the passage of one that is
// there again.
func (c *coded) add(ballots []ballot) bool {
	if !slices.ContainsFunc(ballots, func(b ballot) bool { return !c.recoded(b.at) }) {
		return false
	}
	if c.bySource == nil {
		c.bySource = map[string][]int32{}
	}
	for _, b := range ballots {
		source := c.s.Statements[b.at].Source
		c.bySource[source] = append(c.bySource[source], b.at)
	}
	return true
}

// recoded reports whether a statement codes the passage of one that is there
// again.
func (c *coded) recoded(at int32) bool {
	return slices.ContainsFunc(c.bySource[c.s.Statements[at].Source], func(was int32) bool {
		return recodes(&c.s.Statements[at], &c.s.Statements[was])
	})
}
