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

func (r *request) changeView(l links, v compareView, c questions.Change, number int) changeView {
	out := changeView{
		Anchor: changeAnchor(number), Label: c.Label, Subject: r.snap.Codebook.PropositionLabel(c.Proposition), SubjectURL: l.Proposition(c.Proposition),
		Word: v.word(c.Kind, c.How), Possible: c.Possible,
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
		out.Left, out.LeftValue, out.Facing.Left = drawn(c.Left.Position.Band), valueOf(c.Left.Position.Value), r.passages(l, c.Left.Evidence)
	}
	if c.Right != nil {
		out.Right, out.RightValue, out.Facing.Right = drawn(c.Right.Position.Band), valueOf(c.Right.Position.Value), r.passages(l, c.Right.Evidence)
	}
	return out
}
