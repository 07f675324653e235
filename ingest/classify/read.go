package classify

import (
	"cmp"
	"slices"
	"strings"

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

// rhetorical reports whether the topic stands in a quoted question that begins
// with a verb. What is quoted as somebody's position and asks "are we going to
// ...?" says that we are not.
func rhetorical(t *segment.Text, topic Topic) bool {
	s := t.SentenceOf(topic.First)
	q := t.QuoteOf(topic.First)
	if s < 0 || q < 0 {
		return false
	}
	from := max(t.Sentences[s].Tokens.From, t.Quotes[q].Tokens.From)
	to := min(t.Sentences[s].Tokens.To, t.Quotes[q].Tokens.To)
	for i := from; i < to; i++ {
		if t.Tokens[i].Text == "?" {
			return asking.Has(t.Tokens[from])
		}
	}
	return false
}

var asking = lexis.NewWords("is are was were do does did will would can could should shall have has")

// maxLoose is how far apart the phrases of a cue may stand where no word of the
// clause takes a side, in tokens.
const maxLoose = 10

// loose reports whether a topic is too uncertain to be asserted: its phrases
// stand far apart, or it is told as an occasion ("when they talk about a ban").
func loose(t *segment.Text, topic Topic, clause segment.Range) bool {
	for i := clause.From; i < topic.First && i < clause.From+4; i++ {
		if t.Tokens[i].Fold == "when" && !comma(t, i, topic.First) {
			return true
		}
	}
	return topic.far > maxLoose
}

// Side answers a question about two actors.
type Side func(actor, other string) bool

// Sides says who belongs to whom on the article's day.
type Sides struct {
	SpeaksFor Side // a person for a group
	Together  Side // two persons for one group
}

// governing are the frames whose content holds the topic, innermost first.
func governing(t *segment.Text, a *attribute.Analysis, topic Topic, sentence int) []int {
	var list []int
	block := t.Blocks[t.Sentences[sentence].Block].Sentences
	from, _ := slices.BinarySearchFunc(a.Frames, block.From, func(f attribute.Frame, s int) int { return f.Sentence - s })
	for i := from; i < len(a.Frames); i++ {
		f := &a.Frames[i]
		if f.Sentence > block.To {
			break // a credit line is the sentence after the block
		}
		if f.Content.Has(topic.First) || topic.covers(f.Cue) || topic.meant(t, f.Content) || topic.fronted(t, f) {
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
	return slices.ContainsFunc(t.all, func(r segment.Range) bool { return r.Contains(cue) })
}

// fronted reports whether the topic opens the sentence before the holder: "On
// quotas, Norvia insists on a yearly one".
func (t Topic) fronted(text *segment.Text, f *attribute.Frame) bool {
	first := text.Tokens[text.Sentences[f.Sentence].Tokens.From].Fold
	return (first == "on" || first == "regarding" || first == "concerning") && len(f.Holders) > 0 &&
		text.SentenceOf(t.First) == f.Sentence && t.Last < f.Holders[0].From && len(t.inside) > 1 && f.Content.Has(t.inside[1].From)
}

// meant reports whether a content names the topic by a possessive: in "Ann's
// role ended after they objected to her role" the second one is meant too.
func (t Topic) meant(text *segment.Text, content segment.Range) bool {
	return slices.ContainsFunc(t.inside[1:], func(r segment.Range) bool {
		return content.Contains(r) && r.From > content.From && possessive.Has(text.Tokens[r.From-1])
	})
}

var possessive = lexis.NewWords("his her its their this that such")

// composer goes from the topic outwards.
type composer struct {
	text     *segment.Text
	a        *attribute.Analysis
	who      []resolve.Speaker
	side     Side
	together Side
	now      Reading // sign and weight so far
	readings []Reading
	required bool // whoever makes the topic a condition is for it, whatever else is said
	done     bool // the topic is somebody else's words: nobody outside takes a side
}

func (c *composer) step(i int, outer []int) {
	f := c.a.Frames[i]
	foreign := len(c.readings) > 0
	switch topic := c.now.Topic; {
	case topic.covers(f.Cue) && !f.Shared && !topic.names(f):
		c.now.Polar = true
		c.record(i, outer) // the cue's own verb: its direction counts it already
		return
	case topic.covers(f.Cue):
		return
	case c.subjectOf(topic, f):
		f.Irreal = true
	}
	if f.Word.Class == lexis.Speech {
		c.speech(i, f, outer, foreign)
		return
	}
	c.now.Polar = true
	if !c.required && !c.presupposed(f) {
		c.now.Sign *= f.Word.Sign
		if f.Negated {
			c.now.Sign = -c.now.Sign
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
	if f.Kind == attribute.Owns && !strings.HasSuffix(f.Word.Phrase, " that") {
		c.done = true
		return // "Ann's remarks on the ban" do not say which side she takes
	}
	if !foreign && !f.Irreal || foreign && c.takesOver(i) {
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
