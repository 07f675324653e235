package server

import (
	"fmt"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// sign is how a stance or a position is drawn: a class for its colour, a glyph
// that says the same without colour, and the word for both.
type sign struct {
	Class string `json:"class"`
	Glyph string `json:"glyph"`
	Word  string `json:"word"`
}

// signs are the seven states that are never shown as one another.
var signs = map[questions.Band]sign{
	questions.BandSupport:            {"support", "++", "support"},
	questions.BandConditionalSupport: {"lean-support", "+", "conditional support"},
	questions.BandUndecided:          {"undecided", "0", "undecided"},
	questions.BandConditionalOppose:  {"lean-oppose", "\u2212", "conditional opposition"},
	questions.BandOppose:             {"oppose", "\u2212\u2212", "opposition"},
	questions.BandMixed:              {"mixed", "\u00b1", "mixed"},
	questions.BandNone:               {"none", "\u00b7", "no statement"},
}

// bands is the order of legends and lists: support first, then the states
// without a side.
var bands = []questions.Band{
	questions.BandSupport, questions.BandConditionalSupport, questions.BandUndecided,
	questions.BandConditionalOppose, questions.BandOppose, questions.BandMixed, questions.BandNone,
}

// stanceSign draws a coded stance like the position that it would make alone.
func stanceSign(s schema.Stance) sign {
	drawn := map[schema.Stance]questions.Band{
		schema.Support: questions.BandSupport, schema.ConditionalSupport: questions.BandConditionalSupport,
		schema.Undecided:         questions.BandUndecided,
		schema.ConditionalOppose: questions.BandConditionalOppose, schema.Oppose: questions.BandOppose,
	}
	g, ok := signs[drawn[s]]
	if !ok {
		g = signs[questions.BandNone]
	}
	g.Word = s.Label()
	return g
}

// tag is a small word beside a position that colour and glyph do not say.
type tag struct {
	Class string `json:"class"`
	Word  string `json:"word"`
	Means string `json:"means"`
}

// The tags of a position.
var (
	tagPossible = tag{"possible", "possible", "a deciding statement has no exact date and may be later than the as-of date"}
	tagSigned   = tag{"signed", "signed", "every deciding statement is a joint one that the actor signed"}
	tagStale    = tag{"stale", "stale", "the last statement is older than the stale limit of the filter"}
	tagDisagree = tag{"disagree", "speakers differ", "those who speak for the group hold positions of opposite signs"}
	tagProposed = tag{"proposed", "unreviewed", "a program proposed every counted statement and nobody has accepted one"}
)

// tags is their order in cells and in the legend.
var tags = []tag{tagPossible, tagSigned, tagStale, tagDisagree, tagProposed}

func tagsOf(p questions.Position) []tag {
	holds := map[string]bool{
		tagPossible.Class: p.Possible, tagSigned.Class: p.AsSignatory, tagStale.Class: p.Stale,
		tagDisagree.Class: p.Disagree, tagProposed.Class: p.N > 0 && p.ShareAccepted == 0,
	}
	var held []tag
	for _, t := range tags {
		if holds[t.Class] {
			held = append(held, t)
		}
	}
	return held
}

// standpoint is a position as pages show it.
type standpoint struct {
	questions.Position
	Sign  sign
	Value string // "+0.75"; "" when there is no number
	Count string // "3 of 4"
	Tags  []tag
	Label string // of the proposition
	Short string
	Name  string // of the actor
	URL   string // its evidence
}

func (r *request) standpoint(l links, p questions.Position) standpoint {
	s := standpoint{
		Position: p, Sign: signs[p.Band], Count: fmt.Sprintf("%d of %d", p.N, p.Of), Tags: tagsOf(p),
		Label: p.Proposition, Short: p.Proposition, Name: r.snap.Codebook.ActorLabel(p.Actor),
		URL: l.Cell(questions.CellRef{Actor: p.Actor, Group: p.Group, Issue: p.Issue, Proposition: p.Proposition}),
	}
	if p.Value != nil {
		s.Value = signedValue(*p.Value)
	}
	if known, ok := r.snap.Codebook.Proposition(p.Proposition); ok {
		s.Label, s.Short = known.Label, known.Short
	}
	return s
}

func (r *request) standpoints(l links, ps []questions.Position) []standpoint {
	list := make([]standpoint, 0, len(ps))
	for _, p := range ps {
		list = append(list, r.standpoint(l, p))
	}
	return list
}

// Age is how long ago the last counted statement was, or "" where it is not
// before the as-of date.
func (s standpoint) Age() string {
	if s.AgeDays <= 0 {
		return ""
	}
	return ago(s.AgeDays) + " earlier"
}
