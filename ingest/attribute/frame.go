package attribute

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// Kind says how a frame is worded.
type Kind string

// The kinds of frames.
const (
	Says      Kind = "verb"         // a verb or adjective with its subject
	Owns      Kind = "noun"         // "Ann's demand"
	According Kind = "according to" // a relay or a speaker
	Credit    Kind = "credit line"  // "— Ann Lee" under a quotation
	For       Kind = "for"          // "For Ann, the ban is unacceptable"
)

// Frame is one holder's relation to one content.
type Frame struct {
	Kind     Kind
	Sentence int           // of the cue; frames are in the order of their sentences
	Holders  []Nominal     // coordinated; empty where the text names none
	Cue      segment.Range // the words that relate the two
	Word     lexis.Stance  // what they do
	Content  segment.Range
	Negated  bool    // "does not believe"
	Hedged   bool    // "may support"
	Irreal   bool    // wanted of the holder, not told: "urged Bob to accept"
	Shared   bool    // the holder is the subject of another verb
	Passive  bool    // the content is the subject
	Parent   int     // the frame whose content holds this one, or -1
	Weight   float64 // of the word and its hedges, 1 or 0.5
}

// Analysis is what Attribute finds in a text.
type Analysis struct {
	Nominals []Nominal       // in the order of the text
	Frames   []Frame         // in the order of their cues
	Marks    [][]lexis.Found // by sentence: operators and values
}

// speech is what a frame without a verb does.
func speech() lexis.Stance {
	return lexis.Stance{Phrase: "", Part: lexis.Verb, Class: lexis.Speech, Weight: 1, Act: "report"}
}

// Attribute analyses a text. Headings, table rows and what a page has beside
// its article are left out: a heading repeats what the article says, and a
// table says it without a verb.
func Attribute(t *segment.Text) *Analysis {
	a := &Analysis{Marks: make([][]lexis.Found, len(t.Sentences))}
	for b := range t.Blocks {
		switch t.Blocks[b].Kind {
		case segment.Paragraph, segment.Bullet:
			for s := t.Blocks[b].Sentences.From; s < t.Blocks[b].Sentences.To; s++ {
				a.sentence(t, s)
			}
		case segment.Credit:
			a.credit(t, b)
		}
	}
	a.quoted(t)
	a.nest()
	return a
}

// nest finds every frame's parent: the nearest frame of its block whose
// content holds its cue.
func (a *Analysis) nest() {
	for i := range a.Frames {
		a.Frames[i].Parent = -1
		for j := i - 1; j >= 0 && j > i-maxNest; j-- {
			if a.Frames[j].Content.Contains(a.Frames[i].Cue) && j != i {
				a.Frames[i].Parent = j
				break
			}
		}
		if a.Frames[i].Parent < 0 && i+1 < len(a.Frames) && a.Frames[i+1].Content.Contains(a.Frames[i].Cue) && !a.Frames[i].Content.Contains(a.Frames[i+1].Cue) {
			a.Frames[i].Parent = i + 1
		}
	}
}

// maxNest bounds how far back a parent is looked for.
const maxNest = 40

// credit makes a frame of "— Ann Lee, Minister" and the block above it.
func (a *Analysis) credit(t *segment.Text, b int) {
	s := t.Blocks[b].Sentences.From
	if b == 0 || s >= t.Blocks[b].Sentences.To {
		return
	}
	holders := nominals(t, s)
	if len(holders) == 0 {
		return
	}
	a.Nominals = append(a.Nominals, holders...)
	a.Frames = append(a.Frames, Frame{
		Kind: Credit, Sentence: s, Holders: holders[:1], Cue: t.Blocks[b].Tokens,
		Word: speech(), Content: t.Blocks[b-1].Tokens, Weight: 1,
	})
}
