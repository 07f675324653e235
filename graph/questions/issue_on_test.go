package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// OnIssue is the plain way to the cell of an issue, position by position: the
// cells of a matrix, which are summed up from columns, are held against it.
func OnIssue(s *ledger.Snapshot, f Filter, actor string, group bool, issue string) IssuePosition {
	ip := newIssuePosition(actor, group, issue)
	for _, c := range propositionColumns(s, issue) {
		p := On(s, f, actor, group, c.ID)
		p.Issue = issue
		ip.add(p)
	}
	return ip
}

func (ip *IssuePosition) add(p Position) {
	ip.N += p.N
	ip.Of += p.Of
	ip.LeftOut = sum(ip.LeftOut, p.LeftOut)
	ip.Tally.add(p.tally())
	ip.list(p)
}

// tally counts one position; none where nothing counts.
func (p *Position) tally() IssueTally {
	t := IssueTally{Mixed: one(p.Mixed), Possible: one(p.Possible), AsSignatory: one(p.AsSignatory), Disagree: one(p.Disagree), Stale: one(p.Stale)}
	switch {
	case p.N == 0:
		return IssueTally{}
	case p.Mixed:
	case p.Holds():
		t.Held = 1
	case p.Rejects():
		t.Rejected = 1
	default:
		t.Undecided = 1
	}
	return t
}

// sum adds counts of reasons.
func sum(a, b []LeftOut) []LeftOut {
	n := map[Reason]int{}
	for _, l := range slices.Concat(a, b) {
		n[l.Reason] += l.N
	}
	return inOrderOfReasons(n)
}
