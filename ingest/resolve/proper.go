package resolve

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// speaks reports whether the frame being resolved is speech: only then is an
// unknown name of two words a person and not a place or a firm.
func (r *resolver) speaks() bool {
	f := r.frames[r.frame]
	return f.Kind == attribute.Credit || f.Kind == attribute.According || f.Kind == attribute.Says && f.Word.Class == lexis.Speech
}

// takesSide reports whether the frame being resolved tells that its holder takes
// a side, in the active voice.
func (r *resolver) takesSide() bool {
	f := r.frames[r.frame]
	return f.Kind == attribute.Says && !f.Passive && !f.Irreal && (f.Word.Class == lexis.Taking || f.Word.Class == lexis.Desire) && f.Word.Sign != 0
}

// proper reports whether a phrase is a name by more than the capital that every
// sentence begins with.
func (r *resolver) proper(n attribute.Nominal) bool {
	first := r.token(n.From)
	if first.Fold == "the" || first.Fold == "a" || first.Fold == "an" || attribute.IsHead(r.token(n.To-1)) {
		return false
	}
	if attribute.Object(r.text.Tokens, n) {
		return false // "according to the Herald": who is credited holds nothing
	}
	from := r.text.Sentences[n.Sentence].Tokens.From
	begins := from == n.From || r.token(n.From-1).Kind == lexis.Mark && n.From-from <= 2
	return !begins || n.To-n.From > 1 || r.bareSingular(n) || r.elsewhere(first.Text, n.From)
}

// bareSingular reports whether a word without an article is the subject of a
// verb in -s: a singular noun that can be counted would need the article, so it
// is a name. What is uncountable is told by its ending.
func (r *resolver) bareSingular(n attribute.Nominal) bool {
	word := r.token(n.From).Fold
	for _, ending := range []string{"s", "tion", "ment", "ness", "ity", "ing", "ance", "ence", "ship", "ure"} {
		if strings.HasSuffix(word, ending) {
			return false
		}
	}
	cue := r.token(r.frames[r.frame].Cue.From)
	return strings.HasSuffix(cue.Fold, "s") && r.frames[r.frame].Cue.From-n.To <= 2
}

// maxLook bounds how far from its place a name is looked for, in tokens.
const maxLook = 2000

// elsewhere reports whether a word stands with its capital inside a sentence.
func (r *resolver) elsewhere(word string, at int) bool {
	t := r.text.Tokens
	for i := max(1, at-maxLook); i < min(len(t), at+maxLook); i++ {
		if t[i].Text == word && i != at && t[i-1].Kind == lexis.Word {
			return true
		}
	}
	return false
}

// media are the words that make a capitalised phrase the name of an outlet.
var media = lexis.NewWords("post times news journal herald tribune gazette daily television tv radio broadcasting telegraph guardian independent observer chronicle globe mail wire magazine newspaper")

// outlet reports whether a phrase is the name of a newspaper or the like: a
// place or a state inside it says nothing ("The Skarhaven Post").
func (r *resolver) outlet(n attribute.Nominal) bool {
	last := r.token(n.To - 1)
	if last.Capital() && media.Has(last) {
		return true
	}
	for i := n.From; i+1 < n.To; i++ {
		if t := r.token(i); t.Text == "News" && !strings.HasSuffix(last.Fold, "man") {
			return true
		}
	}
	return false
}
