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
	Sign      int   // +1, -1, or 0 where no side is taken yet
	Weight    float64
	Polar     bool // whether a word takes a side, or the topic is only asserted
	Condition segment.Range
	Act       schema.Act
	Words     []string // the words of stance, from the topic outwards
}

// Stance is the value on the five-point scale.
func (r Reading) Stance() schema.Stance {
	switch {
	case r.Sign == 0:
		return schema.Undecided
	case r.Sign > 0 && r.Weight < 1:
		return schema.ConditionalSupport
	case r.Sign > 0:
		return schema.Support
	case r.Weight < 1:
		return schema.ConditionalOppose
	}
	return schema.Oppose
}

// Reader reads the topics of one text.
type Reader struct {
	text   *segment.Text
	a      *attribute.Analysis
	who    []resolve.Speaker
	sides  Sides
	scopes []segment.Range // by frame

	Lost []Reading // stances that are told of somebody whom nothing resolves
}

// NewReader prepares a text with its frames and their speakers for reading.
func NewReader(t *segment.Text, a *attribute.Analysis, who []resolve.Speaker, sides Sides) *Reader {
	r := &Reader{text: t, a: a, who: who, sides: sides, scopes: make([]segment.Range, len(a.Frames))}
	for i := range a.Frames {
		r.scopes[i] = scope(t, a, i)
	}
	return r
}

// Read returns who takes which stance on a topic in a clause: one reading for
// every holder between the topic and the outside whose own stance is told.
// others are all topics of the clause.
func (r *Reader) Read(topic Topic, others []Topic, clause segment.Range) []Reading {
	t, a := r.text, r.a
	frames := r.governing(topic, others, t.SentenceOf(topic.First))
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
	l := around(t, a.Marks[t.SentenceOf(topic.First)], topic, clause, from, threatens(a, frames))
	if rhetorical(t, topic) {
		l.sign, l.weight, l.polar = -l.sign, 0.5, true
		l.words = append(l.words, "rhetorical question")
	}
	if l.unreal || !l.polar && loose(t, topic, clause) {
		return nil
	}
	c := composer{text: t, a: a, who: r.who, side: r.sides.SpeaksFor, together: r.sides.Together, required: l.required, ifAt: l.ifAt, ifFrom: l.condition.From, ifTo: l.ifTo, estimate: l.estimate, judged: l.judged, now: Reading{
		Topic: topic, Sign: l.sign, Weight: l.weight, Polar: l.polar, Condition: l.condition, Words: l.words, Act: l.act(),
	}}
	for k, f := range frames {
		if c.step(f, frames[k+1:]); c.done {
			break
		}
	}
	if len(c.readings) == 0 && len(c.lost) > 0 {
		r.Lost = append(r.Lost, c.lost[len(c.lost)-1])
	}
	return c.readings
}

// threatens reports whether one of the frames is a threat or a warning.
func threatens(a *attribute.Analysis, frames []int) bool {
	for _, i := range frames {
		if act := a.Frames[i].Word.Act; act == schema.ActThreaten || act == schema.ActWarn {
			return true
		}
	}
	return false
}

// Side answers a question about two actors.
type Side func(actor, other string) bool

// Sides says who belongs to whom on the article's day.
type Sides struct {
	SpeaksFor Side // a person for a group
	Together  Side // two persons for one group
}
