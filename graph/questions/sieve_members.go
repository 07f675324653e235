package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// members is what a filter says of groups, by actor: for whom it asks, and whom
// it keeps out. Whose groups change with the day is looked up for every day.
type members struct {
	f   Filter
	kin *kin
	of  []membership // by actor; 0 is not known yet
}

// membership is what groups the filter names an actor is of.
type membership uint8

const (
	memberKnown membership = 1 << iota
	memberChanges
	memberAsked
	memberExcluded
)

func newMembers(s *ledger.Snapshot, f Filter) *members {
	return &members{f, newKin(s.Codebook), make([]membership, s.Columns().Actors.Len())}
}

// allow reports whether the filter lets through who is heard in statement i.
func (m *members) allow(c *ledger.Columns, i int, speaker uint32, signed bool) bool {
	is := m.membership(c, i, speaker)
	if behalf := c.OnBehalf[i]; behalf > 0 && !signed {
		is |= m.membership(c, i, behalf-1)
	}
	return (len(m.f.Groups) == 0 || is&memberAsked != 0) && is&memberExcluded == 0
}

func (m *members) membership(c *ledger.Columns, i int, actor uint32) membership {
	is := m.of[actor]
	if is == 0 {
		is = memberKnown | memberChanges
		if who := c.Actors.Text(actor); !m.kin.changing(who) {
			is = memberKnown | m.among(append([]string{who}, m.kin.groupsOf(who, schema.MaxDay)...))
		}
		m.of[actor] = is
	}
	if is&memberChanges != 0 {
		who := c.Actors.Text(actor)
		return m.among(append([]string{who}, m.kin.groupsOf(who, c.Latest[i])...))
	}
	return is
}

func (m *members) among(groups []string) membership {
	var is membership
	for _, g := range groups {
		if slices.Contains(m.f.Groups, g) {
			is |= memberAsked
		}
		if slices.Contains(m.f.Not.Groups, g) {
			is |= memberExcluded
		}
	}
	return is
}
