package questions

func newIssuePosition(actor string, group bool, issue string) IssuePosition {
	return IssuePosition{Actor: actor, Group: group, Issue: issue, Listed: true, LeftOut: []LeftOut{},
		Held: []Position{}, Rejected: []Position{}, Undecided: []Position{}, Mixed: []Position{}}
}

// list files a position under what it is.
func (ip *IssuePosition) list(p Position) {
	file(p, p, &ip.Held, &ip.Rejected, &ip.Undecided, &ip.Mixed)
}

// file appends one to the list that its position belongs to; where there is no
// position, to none.
func file[T any](p Position, one T, held, rejected, undecided, mixed *[]T) {
	switch {
	case p.Mixed:
		*mixed = append(*mixed, one)
	case p.Value == nil:
	case p.Holds():
		*held = append(*held, one)
	case p.Rejects():
		*rejected = append(*rejected, one)
	default:
		*undecided = append(*undecided, one)
	}
}
