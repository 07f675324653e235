package classify

import (
	"github.com/stancegraph/stancegraph/ingest/attribute"
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
func Read(t *segment.Text, a *attribute.Analysis, who []resolve.Speaker, sides Sides, topic Topic, clause segment.Range) []Reading {
	frames := governing(t, a, topic, t.SentenceOf(topic.First))
	if len(frames) == 0 {
		return nil
	}
	from := 0
	for _, i := range frames {
		if f := a.Frames[i]; !topic.covers(f.Cue) {
			if f.Cue.To <= topic.First {
				from = f.Cue.To
			}
			break
		}
	}
	l := around(t, a.Marks[t.SentenceOf(topic.First)], topic, clause, from)
	if rhetorical(t, topic) {
		l.sign, l.weight, l.polar = -l.sign, 0.5, true
		l.words = append(l.words, "rhetorical question")
	}
	if l.unreal || !l.polar && loose(t, topic, clause) {
		return nil
	}
	c := composer{text: t, a: a, who: who, side: sides.SpeaksFor, together: sides.Together, required: l.required, now: Reading{
		Topic: topic, Sign: l.sign, Weight: l.weight, Polar: l.polar, Condition: l.condition, Words: l.words, Act: schema.ActReport,
	}}
	for k, f := range frames {
		if c.step(f, frames[k+1:]); c.done {
			break
		}
	}
	return c.readings
}

// Side answers a question about two actors.
type Side func(actor, other string) bool

// Sides says who belongs to whom on the article's day.
type Sides struct {
	SpeaksFor Side // a person for a group
	Together  Side // two persons for one group
}
