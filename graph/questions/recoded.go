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

func (c *coded) add(b ballot) {
	if c.bySource == nil {
		c.bySource = map[string][]int32{}
	}
	source := c.s.Statements[b.at].Source
	c.bySource[source] = append(c.bySource[source], b.at)
}

// again reports whether a statement codes the passage of one that is there.
func (c *coded) again(b ballot) bool {
	now := &c.s.Statements[b.at]
	return slices.ContainsFunc(c.bySource[now.Source], func(was int32) bool { return recodes(now, &c.s.Statements[was]) })
}
