package classify

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// negate turns the sign round. Not to oppose is less than to support, and who
// "has not rejected" something has not taken a side yet.
func (c *composer) negate(f attribute.Frame) {
	c.now.Sign = -c.now.Sign
	if f.Word.Sign >= 0 {
		return
	}
	c.now.Weight = 0.5
	for i := f.Cue.From - 1; i >= 0 && i >= f.Cue.From-4; i-- {
		if w := c.text.Tokens[i].Fold; (w == "has" || w == "have") && f.Word.Act == schema.ActReject {
			c.now.Sign = 0
		}
	}
}

// conditional reports whether a frame stands in a condition: "if Bob refuses"
// does not tell that he does.
func (c *composer) conditional(f attribute.Frame) bool {
	return c.ifAt > 0 && f.Cue.From > c.ifAt && c.now.Topic.First > c.ifAt
}

// within reports whether a frame stands in a condition that ends before the
// topic: what "if Bob refuses, a ban will come" says of the ban is not Bob's.
func (c *composer) within(f attribute.Frame) bool {
	return c.ifTo > 0 && f.Cue.To <= c.ifTo && c.now.Topic.First > c.ifTo && len(c.text.Tokens) > c.ifTo && f.Cue.From >= c.ifFrom
}

// onlySaid reports whether the cue's own verb tells no deed but what somebody
// else says will or must come: "Ann said that Norvia would leave the union".
func (c *composer) onlySaid(f attribute.Frame, outer []int) bool {
	for i := f.Cue.From - 1; i >= 0 && i >= f.Cue.From-3; i-- {
		if modal.Has(c.text.Tokens[i]) {
			return len(outer) > 0
		}
	}
	return false
}

var modal = lexis.NewWords("would will wo should must shall can ca could may might 'd 'll")

// gerund reports whether the words of a frame are a noun in -ing.
func gerund(t *segment.Text, f attribute.Frame) bool {
	return strings.HasSuffix(t.Tokens[f.Cue.From].Fold, "ing")
}

// conceding are the verbs by which one tells against one's own wish: whoever
// concedes that something will not come says nothing of what should.
var conceding = map[string]bool{"acknowledge": true, "admit": true, "concede": true, "concede that": true}

// believing are the verbs whose negation belongs to what is believed: "does not
// think that it should" means "thinks that it should not".
var believing = map[string]bool{"believe": true, "think": true, "reckon": true, "feel": true, "see": true, "expect": true, "consider that": true, "view": true, "find": true}

// denies reports whether a frame rejects a report and not what it is about:
// "dismissed reports that Norvia had offered patrols".
func (c *composer) denies(f attribute.Frame) bool {
	if f.Word.Sign >= 0 || f.Kind != attribute.Says {
		return false
	}
	for i := f.Cue.To; i < min(f.Cue.To+3, c.now.Topic.First); i++ {
		if rumours.Has(c.text.Tokens[i]) {
			return true
		}
	}
	return false
}

var rumours = lexis.NewWords("report reports rumour rumours rumor rumors speculation claim claims allegation allegations suggestions")

// wanted reports whether a frame tells what its holder must do, which is what
// somebody else wants of them: "Bob must accept the ban" is no acceptance.
func (c *composer) wanted(f attribute.Frame) bool {
	if f.Kind != attribute.Says || f.Word.Part != lexis.Verb {
		return false
	}
	for i := f.Cue.From - 1; i >= 0 && i >= f.Cue.From-4; i-- {
		switch w := c.text.Tokens[i].Fold; {
		case w == "must" || w == "should" || w == "ought":
			return true
		case w == "to" && i > 0 && obliging.Has(c.text.Tokens[i-1]):
			return true
		case !auxiliary.Has(c.text.Tokens[i]) && !isAdverb(c.text.Tokens[i]) && w != "to":
			return false
		}
	}
	return false
}

var obliging = lexis.NewWords("have has need needs ought")

// threatened reports whether a warning is a threat: what will come if another
// does or does not do something is what the speaker would do.
func (c *composer) threatened(f attribute.Frame) bool {
	return f.Word.Act == schema.ActWarn && c.ifTo > 0
}

// repeats reports whether a warning only says once more what its content says: who
// warns that the ban would do harm is against the ban, and who warns that their
// own side will never accept it is too.
func (c *composer) repeats(i int, f attribute.Frame) bool {
	return f.Word.Act == schema.ActWarn && (c.judged || len(c.readings) > 0 && c.takesOver(i))
}

// accused reports whether a frame tells what its holder is blamed for: "Ann
// accused Bob of wrecking the deal" is Ann's word and not Bob's.
func (c *composer) accused(f attribute.Frame, outer []int) bool {
	if f.Cue.From == 0 {
		return false
	}
	w := c.text.Tokens[f.Cue.From-1].Fold
	return (w == "of" || w == "for") && slices.ContainsFunc(outer, func(i int) bool {
		g := &c.a.Frames[i]
		return g.Word.Class == lexis.Blame && g.Content.Contains(f.Cue)
	})
}

// demanded reports whether a frame stands in a demand: "Ann demanded that Bob
// drop the ban" does not tell that he did.
func (c *composer) demanded(f attribute.Frame, outer []int) bool {
	if f.Kind != attribute.Says || f.Word.Part != lexis.Verb {
		return false
	}
	for _, k := range outer {
		g := &c.a.Frames[k]
		if g.Kind == attribute.Says && g.Word.Class == lexis.Desire && g.Cue.To < len(c.text.Tokens) && c.text.Tokens[g.Cue.To].Fold == "that" && g.Content.Contains(f.Cue) {
			return true
		}
	}
	return false
}
