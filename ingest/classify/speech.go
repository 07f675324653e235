package classify

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
)

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
// it is the speaker who claims it ("the spokesman said Ann is committed", "has
// always wanted").
func (c *composer) describes(i int) bool {
	f := c.a.Frames[i]
	return f.Word.Part == lexis.Adjective || f.Cue.From > 0 && habits.Has(c.text.Tokens[f.Cue.From-1])
}

var habits = lexis.NewWords("always long consistently")
