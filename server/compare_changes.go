package server

import "github.com/stancegraph/stancegraph/graph/questions"

// changeView is one change of the list, with its passages.
type changeView struct {
	Anchor              string
	Label, URL          string // of the actor; "" where the sides are the actors
	Does                string // "reversed the position on", or "different:"
	Subject, SubjectURL string
	Left, Right         *sign
	LeftValue           string
	RightValue          string
	Word                string
	Possible            bool
	Facing              facing
}

// changeVerbs say what became of a position between two dates, where no shift
// does.
var changeVerbs = map[questions.ChangeKind]string{
	questions.ChangeNew:     "has taken a position on",
	questions.ChangeGone:    "no longer has a position on",
	questions.ChangeMoved:   "has moved on",
	questions.ChangeRecoded: "did not move, the coding did, on",
}

// changeHows say in which way a position moved.
var changeHows = map[questions.How]string{
	questions.HowNowMixed:    "now contradicts itself on",
	questions.HowNoMoreMixed: "no longer contradicts itself on",
}

func (r *request) changeView(l links, v compareView, c questions.Change, number int) changeView {
	out := changeView{
		Anchor: changeAnchor(number), Label: c.Label, Subject: propositionLabel(r.snap.Codebook, c.Proposition), SubjectURL: l.Proposition(c.Proposition),
		Left: sideSign(c.Left), Right: sideSign(c.Right), Word: v.word(c), Possible: c.Possible,
		Facing: facing{LeftLabel: v.Left, RightLabel: v.Right},
	}
	if c.Actor != "" {
		out.URL = l.Actor(c.Actor)
	} else {
		out.Label = ""
	}
	if v.Dates {
		out.Does = changeVerb(c)
	}
	if c.Left != nil {
		out.LeftValue, out.Facing.Left = valueOf(c.Left.Position.Value), r.passages(l, c.Left.Evidence)
	}
	if c.Right != nil {
		out.RightValue, out.Facing.Right = valueOf(c.Right.Position.Value), r.passages(l, c.Right.Evidence)
	}
	return out
}

func changeVerb(c questions.Change) string {
	if c.Kind == questions.ChangeMoved {
		if verb := shiftVerbs[questions.ShiftKind(c.How)]; verb != "" {
			return verb
		}
		if verb := changeHows[c.How]; verb != "" {
			return verb
		}
	}
	return changeVerbs[c.Kind]
}

// pairIssue is an issue with the positions of two actors next to each other.
type pairIssue struct {
	Label, URL string
	Rows       []pairRow
}

type pairRow struct {
	Label, URL  string
	Left, Right *standpoint
	Word, Class string
	To          string // the change in the list
}

// pairIssues lays two actors or groups out by issue and proposition.
func (r *request) pairIssues(l links, v compareView, to anchors) []pairIssue {
	at := map[string]int{}
	var list []pairIssue
	for _, i := range catalog(r.snap) {
		at[i.ID], list = len(list), append(list, pairIssue{Label: i.Label, URL: l.Issue(i.ID)})
	}
	for _, one := range v.Comparison.Changes {
		if v.Changed && alike(one) {
			continue
		}
		row := pairRow{
			Label: propositionLabel(r.snap.Codebook, one.Proposition), URL: l.Proposition(one.Proposition),
			Left: r.sideStand(l, one.Left), Right: r.sideStand(l, one.Right), Word: v.word(one), Class: changeClass(one), To: to.url(one),
		}
		issue := &list[at[one.Issue]]
		issue.Rows = append(issue.Rows, row)
	}
	filled := list[:0]
	for _, i := range list {
		if len(i.Rows) > 0 {
			filled = append(filled, i)
		}
	}
	return filled
}

// word is how two sides relate, by name where only one of them says anything.
func (v compareView) word(c questions.Change) string {
	switch c.How {
	case "":
		return v.countWord(c.Kind)
	case questions.HowDegree, questions.HowCondition:
		return "differ " + string(c.How)
	}
	return string(c.How)
}

func (r *request) sideStand(l links, s *questions.Side) *standpoint {
	if s == nil {
		return nil
	}
	stand := r.standpoint(l, s.Position)
	return &stand
}
