package questions

func newIssuePosition(actor string, group bool, issue string) IssuePosition {
	return IssuePosition{Actor: actor, Group: group, Issue: issue, Listed: true, LeftOut: []LeftOut{},
		Held: []Position{}, Rejected: []Position{}, Undecided: []Position{}, Mixed: []Position{}}
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
