package classify

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/resolve"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// Reading is a stance of one holder on one topic.
type Reading struct {
	Topic     Topic
	Frame     int   // whose holder takes it
	Outer     []int // frames around it, nearest first: who reports it
	Sign      int   // +1, -1
	Weight    float64
	Polar     bool // whether a word takes a side, or the topic is only asserted
	Condition segment.Range
	Act       schema.Act
	Words     []string // the words of stance, from the topic outwards
}

// Stance is the value on the five-point scale.
func (r Reading) Stance() schema.Stance {
	switch {
	case r.Sign > 0 && r.Weight < 1:
		return schema.ConditionalSupport
	case r.Sign > 0:
		return schema.Support
	case r.Weight < 1:
		return schema.ConditionalOppose
	}
	return schema.Oppose
}

// Read returns who takes which stance on a topic in a clause: one reading for
// every holder between the topic and the outside whose own stance is told.
func Read(t *segment.Text, a *attribute.Analysis, who []resolve.Speaker, side Side, topic Topic, clause segment.Range) []Reading {
	frames := governing(a, topic, t.SentenceOf(topic.First))
	if len(frames) == 0 {
		return nil
	}
	from := 0
	if f := a.Frames[frames[0]]; f.Cue.To <= topic.First {
		from = f.Cue.To
	}
	l := around(t, a.Marks[t.SentenceOf(topic.First)], topic, clause, from)
	if l.unreal {
		return nil
	}
	c := composer{a: a, who: who, side: side, now: Reading{
		Topic: topic, Sign: l.sign, Weight: l.weight, Polar: l.polar, Condition: l.condition, Words: l.words, Act: schema.ActReport,
	}}
	for k, f := range frames {
		c.step(f, frames[k+1:])
	}
	return c.readings
}

// Side answers whether an actor speaks for another: a person for a state.
type Side func(actor, group string) bool

// governing are the frames whose content holds the topic, innermost first.
func governing(a *attribute.Analysis, topic Topic, sentence int) []int {
	var list []int
	for i := range a.Frames {
		f := &a.Frames[i]
		if f.Sentence > sentence+1 {
			break
		}
		if f.Content.Has(topic.First) && !topic.covers(f.Cue) {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(x, y int) int {
		cx, cy := a.Frames[x].Content, a.Frames[y].Content
		return cmp.Compare(cx.To-cx.From, cy.To-cy.From)
	})
	return list
}

// covers reports whether the words of a frame are part of the cue.
func (t Topic) covers(cue segment.Range) bool {
	return slices.ContainsFunc(t.inside, func(r segment.Range) bool { return r.Contains(cue) })
}

// composer goes from the topic outwards.
type composer struct {
	a        *attribute.Analysis
	who      []resolve.Speaker
	side     Side
	now      Reading // sign and weight so far
	readings []Reading
}

func (c *composer) step(i int, outer []int) {
	f := c.a.Frames[i]
	foreign := len(c.readings) > 0
	if f.Word.Class == lexis.Speech {
		c.speech(i, f, outer, foreign)
		return
	}
	c.now.Polar = true
	c.now.Sign *= f.Word.Sign
	if f.Negated {
		c.now.Sign = -c.now.Sign
	}
	c.weaken(f)
	c.now.Act = act(f, c.now.Act)
	c.now.Words = append(slices.Clone(c.now.Words), f.Word.Phrase)
	if !f.Irreal {
		c.record(i, outer)
	}
}

func (c *composer) weaken(f attribute.Frame) {
	if f.Hedged || f.Weight < 1 {
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
	if f.Negated {
		c.now.Sign = -c.now.Sign
		c.now.Polar = true
	}
	c.weaken(f)
	if !foreign || c.takesOver(i) {
		c.record(i, outer)
	}
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
			if speaker == holder || c.side(speaker, holder) {
				return true
			}
		}
	}
	return false
}

// record notes the reading of a frame whose holder is known; a holder that
// stands further out replaces the same holder and those spoken for.
func (c *composer) record(i int, outer []int) {
	if !c.who[i].Known() {
		return
	}
	if n := len(c.readings); n > 0 && c.takesOver(i) {
		c.readings = c.readings[:n-1]
	}
	r := c.now
	r.Frame, r.Outer = i, outer
	r.Words = slices.Clone(r.Words)
	c.readings = append(c.readings, r)
}
