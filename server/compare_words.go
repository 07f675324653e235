package server

import (
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// sideLabel is what a side is called.
func (r *request) sideLabel(c questions.Comparison, side string) string {
	switch c.By {
	case questions.ByDate:
		if d, err := schema.ParseDay(side); err == nil {
			return longDay(d)
		}
	case questions.ByGroup, questions.ByActor:
		return r.snap.Codebook.ActorLabel(side)
	}
	return side
}

// countWord is a kind of change in words that name the sides.
func (v compareView) countWord(k questions.ChangeKind) string {
	switch k {
	case questions.ChangeOnlyLeft:
		return "only " + v.Left
	case questions.ChangeOnlyRight:
		return "only " + v.Right
	case questions.ChangeSame:
		return "alike"
	case questions.ChangeDiffers:
		return "different"
	}
	return string(k)
}

// word is how two sides relate, by name where only one of them says anything.
func (v compareView) word(kind questions.ChangeKind, how questions.How) string {
	switch {
	case how == "" || kind == questions.ChangeRecoded:
		return v.countWord(kind)
	case how == questions.HowDegree || how == questions.HowCondition:
		return "differ " + string(how)
	}
	return string(how)
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

var compareWords = map[questions.By]string{
	questions.ByDate: "two dates", questions.ByGroup: "two groups", questions.ByActor: "two actors", questions.ByOutlet: "two outlets",
	questions.ByCoder: "two coders", questions.ByCodebook: "two versions of the codebook",
}
