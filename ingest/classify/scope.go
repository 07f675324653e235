package classify

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// scope is what frame i governs: its content, cut where the sentence goes on
// with something else.
func scope(t *segment.Text, a *attribute.Analysis, i int) segment.Range {
	f := &a.Frames[i]
	c := f.Content
	if parenthetical(t, f) {
		c = t.Sentences[f.Sentence].Tokens
	}
	speech := f.Word.Class == lexis.Speech
	for j := i - 1; j >= 0 && a.Frames[j].Sentence == f.Sentence; j-- {
		c.To = trailing(&a.Frames[j], f, c.To)
	}
	for j := i + 1; j < len(a.Frames) && a.Frames[j].Sentence == f.Sentence; j++ {
		g := &a.Frames[j]
		c.To = trailing(g, f, c.To)
		if at := joint(t, f, g); !speech && c.From <= at && at < c.To {
			c.To = at
		}
	}
	if !speech {
		c.To = secondThat(t, c)
	}
	switch {
	case f.Kind == attribute.Owns:
		c.To = predicate(t, c)
	case f.Word.Phrase == "call":
		c.To = phrase(t, c) // "what Ann calls the limits: ..."
	}
	return c
}

// parenthetical reports whether an attribution is set into what it reports: in
// "A ban, he wrote, must come" all of the sentence is his.
func parenthetical(t *segment.Text, f *attribute.Frame) bool {
	if f.Kind != attribute.Says || f.Word.Class != lexis.Speech || len(f.Holders) == 0 || f.Cue.To >= len(t.Tokens) || f.Content.From < f.Cue.To {
		return false
	}
	start := min(f.Holders[0].From, f.Cue.From)
	if start <= t.Sentences[f.Sentence].Tokens.From || t.Tokens[start-1].Fold != "," || t.QuoteOf(start) >= 0 {
		return false
	}
	end := f.Cue.To
	for end < start+maxInset && end < len(t.Tokens)-1 && t.Tokens[end].Fold != "," && !opensContent(t.Tokens[end]) {
		end++
	}
	return t.Tokens[end].Fold == "," && t.SentenceOf(end+1) == f.Sentence && !contrast.Has(t.Tokens[end+1])
}

// opensContent reports whether what is said begins here: then the attribution
// stands before it.
func opensContent(t lexis.Token) bool {
	return t.Fold == "that" || t.Fold == ":" || t.Text == `"` || t.Text == "“"
}

// maxInset bounds an attribution that is set in between two commas, with its day
// and place, in tokens.
const maxInset = 12

// trailing is where the content of f ends when g reports it from behind: in
// "Ann backs the ban, Bob said" what Ann backs ends before Bob.
func trailing(g, f *attribute.Frame, to int) int {
	if g.Kind == attribute.Says && g.Word.Class == lexis.Speech && g.Content.To <= g.Cue.From && g.Content.Contains(f.Cue) && g.Content.To < to {
		return g.Content.To
	}
	return to
}

// joint is where a second predicate is joined to f's: another verb of the same
// subject after a comma or "and" ("rejected the ban, demanded patrols and"), or
// a clause of its own ("and Bob refused"). It is -1 where g is neither.
func joint(t *segment.Text, f, g *attribute.Frame) int {
	if g.Kind != attribute.Says || g.Irreal || len(g.Holders) == 0 || g.Cue.From <= f.Cue.To {
		return -1
	}
	if and := g.Cue.From - 1; len(f.Holders) > 0 && g.Holders[0].From < f.Holders[0].From && t.Tokens[and].Fold == "and" {
		return and // "Ann said Bob hesitated and urged them"
	}
	if g.Cue.From == f.Cue.To+1 {
		return -1
	}
	start := g.Holders[0].From
	if start > f.Cue.To+1 && t.Tokens[start-1].Fold == "and" {
		return start - 1
	}
	if at := opening(t, g, f.Cue.To+1); at > 0 {
		return at
	}
	at := g.Cue.From
	for at > f.Cue.To && (auxiliary.Has(t.Tokens[at-1]) || isAdverb(t.Tokens[at-1])) {
		at--
	}
	same := len(f.Holders) > 0 && f.Holders[0].Range == g.Holders[0].Range
	before := t.Tokens[at-1].Fold
	if same && at > f.Cue.To+2 && (before == "," || before == "and" || before == "but") {
		return at - 1
	}
	return -1
}

// opening is the conjunction that opens g's clause with a time of its own: in
// "proposed talks, hours after Bob demanded a ban" Ann's proposal ends there. It
// is 0 where none does.
func opening(t *segment.Text, g *attribute.Frame, from int) int {
	for i := g.Holders[0].From - 1; i >= max(from, g.Holders[0].From-3); i-- {
		switch w := t.Tokens[i].Fold; {
		case w == "after" || w == "before" || w == "when" || w == "because":
			return i
		case w == "that" || t.Tokens[i].Kind == lexis.Mark:
			return 0
		}
	}
	return 0
}

var auxiliary = lexis.NewWords("has have had is are was were be been will would did does do also now then still not n't")

func isAdverb(t lexis.Token) bool {
	return t.Kind == lexis.Word && len(t.Fold) > 4 && strings.HasSuffix(t.Fold, "ly")
}

// predicate ends what a noun governs before the verb of which the noun is the
// subject: "the call for a ban is wrong". A relative clause belongs to it.
func predicate(t *segment.Text, c segment.Range) int {
	for i := c.From + 1; i < c.To; i++ {
		if finite.Has(t.Tokens[i]) && !relative.Has(t.Tokens[i-1]) {
			return i
		}
		if relative.Has(t.Tokens[i]) {
			return c.To
		}
	}
	return c.To
}

var (
	finite   = lexis.NewWords("is are was were has had will would")
	relative = lexis.NewWords("that which who")
)

// phrase ends a content at its first mark.
func phrase(t *segment.Text, c segment.Range) int {
	for i := c.From; i < c.To; i++ {
		if w := t.Tokens[i].Fold; w == ":" || w == "," {
			return i
		}
	}
	return c.To
}

// secondThat ends a content before "and that": what it opens is reported beside
// the content and not in it, unless the first "that" stands in it too
// ("supports the view that the ban works and that it should stay").
func secondThat(t *segment.Text, c segment.Range) int {
	for i := c.From + 1; i+1 < c.To; i++ {
		if t.Tokens[i-1].Fold == "that" {
			return c.To
		}
		if w := t.Tokens[i].Fold; (w == "and" || w == "but") && t.Tokens[i+1].Fold == "that" {
			return i
		}
	}
	return c.To
}
