package picture

import (
	"github.com/stancegraph/stancegraph/graph/questions"
)

// Sign is how a position is shown: the class of its colour, a glyph that says
// the same without colour, and the word for both. What stands on the colour has
// the colour "on-" and its name.
type Sign struct {
	Class string `json:"class"`
	Glyph string `json:"glyph"`
	Word  string `json:"word"`
}

// Signs are the seven states that are never shown as one another.
var Signs = map[questions.Band]Sign{
	questions.BandSupport:            {"support", "++", "support"},
	questions.BandConditionalSupport: {"lean-support", "+", "conditional support"},
	questions.BandUndecided:          {"undecided", "0", "undecided"},
	questions.BandConditionalOppose:  {"lean-oppose", "\u2212", "conditional opposition"},
	questions.BandOppose:             {"oppose", "\u2212\u2212", "opposition"},
	questions.BandMixed:              {"mixed", "\u00b1", "mixed"},
	questions.BandNone:               {"none", "\u00b7", "no statement"},
}

// Bands is the order of legends and lists: support first, then the states
// without a side.
var Bands = []questions.Band{
	questions.BandSupport, questions.BandConditionalSupport, questions.BandUndecided,
	questions.BandConditionalOppose, questions.BandOppose, questions.BandMixed, questions.BandNone,
}

// Tag is a small word beside a position for what colour and glyph do not say.
type Tag struct {
	Class string `json:"class"`
	Word  string `json:"word"`
	Means string `json:"means"`
}

// The tags of a position.
var (
	TagPossible = Tag{"possible", "possible", "a deciding statement has no exact date and may be later than the as-of date"}
	TagSigned   = Tag{"signed", "signed", "every deciding statement is a joint one that the actor signed"}
	TagStale    = Tag{"stale", "stale", "the last statement is older than the stale limit of the filter"}
	TagDisagree = Tag{"disagree", "speakers differ", "those who speak for the group hold positions of opposite signs"}
	TagProposed = Tag{"proposed", "unreviewed", "a program proposed every counted statement and nobody has accepted one"}
)

// Tags is their order in cells and legends.
var Tags = []Tag{TagPossible, TagSigned, TagStale, TagDisagree, TagProposed}

// TagsOf are the tags that a position has, in their order.
func TagsOf(p questions.Position) []Tag {
	holds := map[string]bool{
		TagPossible.Class: p.Possible, TagSigned.Class: p.AsSignatory, TagStale.Class: p.Stale,
		TagDisagree.Class: p.Disagree, TagProposed.Class: p.N > 0 && p.ShareAccepted == 0,
	}
	var held []Tag
	for _, t := range Tags {
		if holds[t.Class] {
			held = append(held, t)
		}
	}
	return held
}
