package questions

import "github.com/stancegraph/stancegraph/graph/ledger"

// HeardOn returns the propositions on which there is a statement of an actor, or
// of a registered group and those who speak for it, made or signed, whatever its
// standing.
func HeardOn(s *ledger.Snapshot, actor string, group bool) []string {
	h := holderOf(s, actor, group, nil)
	list := []string{}
	h.hearings(s.Columns(), func(one hearing) { list = append(list, s.Columns().Propositions.Text(one.proposition)) })
	return list
}

// OnEach is On for several propositions: what the filter says is found out once.
func OnEach(s *ledger.Snapshot, f Filter, actor string, group bool, propositions []string) []Position {
	p, c := newPanel(s, f), s.Columns()
	codes := make([]uint32, 0, len(propositions))
	for _, id := range propositions {
		if code, ok := c.Propositions.Code(id); ok {
			codes = append(codes, code)
		}
	}
	h := holderOf(s, actor, group, codes)
	list := make([]Position, 0, len(propositions))
	for _, id := range propositions {
		about := Position{Actor: actor, Group: group, Proposition: id, Issue: firstIssue(s, id)}
		code, ok := c.Propositions.Code(id)
		if !ok {
			list = append(list, positionOf(s, f, about, nil, []LeftOut{}))
			continue
		}
		p.judge(h.hearing(c, code))
		list = append(list, positionOf(s, f, about, p.counted(), p.left.list()))
	}
	return list
}
