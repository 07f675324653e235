package classify

import (
	"slices"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/resolve"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// composer goes from the topic outwards.
type composer struct {
	text     *segment.Text
	a        *attribute.Analysis
	who      []resolve.Speaker
	side     Side
	together Side
	now      Reading // sign and weight so far
	readings []Reading
	lost     []Reading // whose holders are not resolved
	ifFrom   int       // where a condition begins that stands before the topic
	ifTo     int       // and where it ends, or 0
	ifAt     int       // the word that opens the condition in which the topic stands, or 0
	judged   bool      // the clause says already that it is good or bad
	estimate bool      // the topic is called likely or not
	required bool      // whoever makes the topic a condition is for it, whatever else is said
	done     bool      // the topic is somebody else's words: nobody outside takes a side
}

func (c *composer) step(i int, outer []int) {
	f := c.a.Frames[i]
	foreign := len(c.readings) > 0
	if c.now.Topic.Proposition.Accusation {
		c.accusation(i, f, outer, foreign)
		return
	}
	if c.within(f) {
		return
	}
	f.Irreal = f.Irreal || c.conditional(f) || c.wanted(f) || c.demanded(f, outer) || c.accused(f, outer)
	switch topic := c.now.Topic; {
	case topic.covers(f.Cue) && !f.Shared && !topic.names(f) && !c.onlySaid(f, outer):
		c.now.Polar = true
		c.record(i, outer) // the cue's own verb: its direction counts it already
		return
	case topic.covers(f.Cue):
		return
	case f.Word.Class == lexis.Deed && (c.subjectOf(topic, f) || f.Shared && gerund(c.text, f)):
		f.Irreal = true // "sending ships would help" does not tell that anybody sent one
	}
	if f.Word.Class == lexis.Speech {
		c.speech(i, f, outer, foreign)
		return
	}
	if f.Negated && reaching[f.Word.Phrase] {
		c.done = true // that two have not agreed yet tells no side of either
		return
	}
	if c.denies(f) {
		c.readings, c.done = nil, true
		return
	}
	c.now.Polar = true
	if !c.required && !c.presupposed(f) && !c.threatened(f) && !c.repeats(i, f) {
		c.now.Sign *= f.Word.Sign
		if f.Negated {
			c.negate(f)
		}
	}
	c.weaken(f)
	c.now.Act = act(f, c.now.Act)
	c.now.Words = append(slices.Clone(c.now.Words), f.Word.Phrase)
	if !f.Irreal {
		c.record(i, outer)
	}
}

// reaching are the phrases for an agreement that takes two.
var reaching = map[string]bool{"reach agreement on": true, "reach an agreement on": true, "reach a deal on": true, "come to an agreement on": true, "strike a deal on": true}

// presupposed reports whether the topic is what somebody is blamed for: "they
// criticised Ann for breaking the deal" says that she broke it. Where what she is
// said to do is against the topic ("of wrecking it"), who blames her is for it.
func (c *composer) presupposed(f attribute.Frame) bool {
	if f.Word.Act != schema.ActOppose || f.Cue.To >= c.now.Topic.Last {
		return false
	}
	for i := f.Cue.To; i <= c.now.Topic.Last; i++ {
		if c.text.Tokens[i].Fold == "for" && i > f.Cue.To {
			return true
		}
	}
	return false
}

// names reports whether the holder's name is a phrase of the cue.
func (t Topic) names(f attribute.Frame) bool {
	return slices.ContainsFunc(t.all, func(r segment.Range) bool {
		return len(f.Holders) > 0 && r.From >= f.Holders[0].From && r.To <= f.Holders[0].To
	})
}

// subjectOf reports whether the holder is part of what the cue names: in "Ann
// said the firm cheats" the firm is not asked.
func (c *composer) subjectOf(topic Topic, f attribute.Frame) bool {
	return slices.ContainsFunc(topic.inside, func(r segment.Range) bool {
		return len(f.Holders) > 0 && f.Holders[0].To <= topic.Last+40 && r.From >= f.Holders[0].From && r.From < f.Holders[0].To
	})
}

func (c *composer) weaken(f attribute.Frame) {
	if f.Hedged && !f.Negated || f.Weight < 1 { // "could not accept" is no hedge
		c.now.Weight = 0.5
	}
}

// act is the act of the outermost word that takes a side.
func act(f attribute.Frame, before schema.Act) schema.Act {
	if f.Word.Act == schema.ActReport {
		return before
	}
	if f.Negated {
		return schema.ActReject
	}
	return f.Word.Act
}
