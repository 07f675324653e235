package classify

import (
	"slices"
	"strings"

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
	ifFrom   int  // where a condition begins that stands before the topic
	ifTo     int  // and where it ends, or 0
	ifAt     int  // the word that opens the condition in which the topic stands, or 0
	estimate bool // the topic is called likely or not
	required bool // whoever makes the topic a condition is for it, whatever else is said
	done     bool // the topic is somebody else's words: nobody outside takes a side
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
	f.Irreal = f.Irreal || c.conditional(f) || c.wanted(f)
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
	if c.denies(f) {
		c.readings, c.done = nil, true
		return
	}
	c.now.Polar = true
	if !c.required && !c.presupposed(f) && !c.threatened(f) {
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

// presupposed reports whether the topic is what somebody is blamed for: "they
// criticised Ann for breaking the deal" says that she broke it.
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

// speech takes no side: who only reports what another holds has no stance of
// it, unless it is their own side's.
func (c *composer) speech(i int, f attribute.Frame, outer []int, foreign bool) {
	if f.Negated && !believing[f.Word.Phrase] {
		c.done = true
		return // who "did not say" it said nothing
	}
	if f.Negated {
		c.now.Sign = -c.now.Sign
		c.now.Polar = true
	}
	c.weaken(f)
	if c.estimate && conceding[f.Word.Phrase] {
		c.now.Sign = 0
	}
	if f.Kind == attribute.Owns && !strings.HasSuffix(f.Word.Phrase, " that") {
		c.done = true
		return // "Ann's remarks on the ban" do not say which side she takes
	}
	switch {
	case !foreign && !f.Irreal, foreign && c.takesOver(i):
		c.record(i, outer)
	case foreign && c.ownMember(i):
		c.append(i, outer)
	}
}

// ownMember reports whether a group tells what one of its own holds: then it is
// the group's stance too ("the ministry said that the minister would agree").
func (c *composer) ownMember(i int) bool {
	if c.a.Frames[i].Kind != attribute.Says {
		return false
	}
	last := &c.readings[len(c.readings)-1]
	for _, speaker := range c.who[i].Actors {
		for _, holder := range c.who[last.Frame].Actors {
			if c.side(holder, speaker) {
				return true
			}
		}
	}
	return false
}

// takesOver reports whether the speaker speaks for the last holder: then the
// stance is the speaker's ("Ann said that Norvia refuses").
func (c *composer) takesOver(i int) bool {
	last := &c.readings[len(c.readings)-1]
	if c.a.Frames[i].Kind == attribute.According {
		return false
	}
	for _, speaker := range c.who[i].Actors {
		for _, holder := range c.who[last.Frame].Actors {
			if speaker == holder || c.side(speaker, holder) || c.describes(last.Frame) && c.together(speaker, holder) {
				return true
			}
		}
	}
	return false
}

// describes reports whether a frame tells an attitude and no utterance: then
// it is the speaker who claims it ("the spokesman said Ann is committed").
func (c *composer) describes(i int) bool { return c.a.Frames[i].Word.Part == lexis.Adjective }

// record notes the reading of a frame whose holder is known; a holder that
// stands further out replaces the same holder and those spoken for.
func (c *composer) record(i int, outer []int) {
	if !c.who[i].Known() {
		c.lose(i, outer)
		return
	}
	if n := len(c.readings); n > 0 && c.takesOver(i) {
		c.readings = c.readings[:n-1]
	}
	c.append(i, outer)
}

// lose notes a stance whose holder the text names and nobody could resolve.
func (c *composer) lose(i int, outer []int) {
	if c.now.Polar && c.who[i].Words != "" && !c.who[i].Document {
		c.lost = append(c.lost, c.reading(i, outer))
	}
}

func (c *composer) append(i int, outer []int) {
	c.readings = append(c.readings, c.reading(i, outer))
}

func (c *composer) reading(i int, outer []int) Reading {
	r := c.now
	r.Frame, r.Outer = i, outer
	r.Words = slices.Clone(r.Words)
	return r
}
