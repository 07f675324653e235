package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// OnIssue returns where an actor, or a group, stands on the propositions of an
// issue, in the order of the codebook. Propositions on which nothing counts are
// not listed; LeftOut says what there was. The filter must have passed Check.
func OnIssue(s *ledger.Snapshot, f Filter, actor string, group bool, issue string) IssuePosition {
	ip := newIssuePosition(actor, group, issue)
	for _, c := range propositionColumns(s, issue) {
		p := On(s, f, actor, group, c.ID)
		p.Issue = issue
		ip.add(p)
	}
	return ip
}

func newIssuePosition(actor string, group bool, issue string) IssuePosition {
	return IssuePosition{Actor: actor, Group: group, Issue: issue, Listed: true, LeftOut: []LeftOut{},
		Held: []Position{}, Rejected: []Position{}, Undecided: []Position{}, Mixed: []Position{}}
}

func (ip *IssuePosition) add(p Position) {
	ip.N += p.N
	ip.Of += p.Of
	ip.LeftOut = sum(ip.LeftOut, p.LeftOut)
	ip.Tally.add(p.tally())
	ip.list(p)
}

// list files a position under what it is.
func (ip *IssuePosition) list(p Position) {
	switch {
	case p.Mixed:
		ip.Mixed = append(ip.Mixed, p)
	case p.Value == nil:
	case p.Holds():
		ip.Held = append(ip.Held, p)
	case p.Rejects():
		ip.Rejected = append(ip.Rejected, p)
	default:
		ip.Undecided = append(ip.Undecided, p)
	}
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
