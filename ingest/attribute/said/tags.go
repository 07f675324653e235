package said

import (
	"slices"
	"strings"
	"sync"

	"github.com/jdkato/prose/v3/tag"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// tagger is the embedded perceptron, loaded once. A build whose model does not
// load is broken, which every test would show.
var tagger = sync.OnceValue(func() tag.Interface {
	t, err := tag.New()
	if err != nil {
		panic("said: embedded tagger: " + err.Error())
	}
	return t
})

// tagText tags every sentence. Tags are those of the Penn Treebank.
func (f *finder) tagText() {
	var words []tag.Token
	lower := f.lowerWords()
	for _, s := range f.Sentences {
		if !f.in(s.Block) {
			continue
		}
		words = words[:0]
		title := f.titleCase(s.Tokens)
		for i := s.Tokens.From; i < s.Tokens.To; i++ {
			if f.Tokens[i].Joined && i > s.Tokens.From {
				// The tagger knows "cease-fire" as one word.
				words[len(words)-1].Text += "-" + f.Tokens[i].Text
				continue
			}
			words = append(words, tag.Token{Text: f.plainText(i, title, lower)})
		}
		if hasWord(f.Tokens[s.Tokens.From:s.Tokens.To]) {
			tagger().TagTokens(words)
		}
		k := -1
		for i := s.Tokens.From; i < s.Tokens.To; i++ {
			if !f.Tokens[i].Joined || i == s.Tokens.From {
				k++
			}
			f.tags[i] = words[k].Tag
		}
		f.repairTags(s.Tokens, title)
	}
}

func hasWord(tokens []lexis.Token) bool {
	return slices.ContainsFunc(tokens, func(t lexis.Token) bool { return t.Kind == lexis.Word })
}

// plainText is a token as the tagger's training text writes it: straight
// apostrophes, and in a title in lower case what the article writes so.
func (f *finder) plainText(i int, title bool, lower map[string]bool) string {
	t := f.Tokens[i]
	switch {
	case t.Kind == lexis.Mark && f.QuoteOf(i) >= 0 && f.wholeQuote(f.QuoteOf(i)).From == i:
		return "``"
	case t.Kind == lexis.Mark && f.QuoteOf(i) >= 0 && f.wholeQuote(f.QuoteOf(i)).To == i+1:
		return "''"
	case t.Dash():
		return "--"
	case t.Fold == "cannot":
		return "can" // the tagger was taught "can" and "not" apart
	case title && lower[t.Fold]:
		return t.Fold
	case strings.Contains(t.Text, "’"):
		return strings.ReplaceAll(t.Text, "’", "'")
	}
	return t.Text
}

// titleCase reports whether a sentence is written as English titles are, most
// of its longer words with a capital: there a capital tells nothing.
func (f *finder) titleCase(r segment.Range) bool {
	capital, all := 0, 0
	for i := r.From; i < r.To && i < r.From+60; i++ {
		if t := f.Tokens[i]; t.Kind == lexis.Word && len(t.Text) > 3 {
			all++
			if t.Capital() {
				capital++
			}
		}
	}
	return all >= 3 && capital*10 >= all*7
}

// lowerWords are the words that the text writes in lower case somewhere, and
// the verbs of the lexicon.
func (f *finder) lowerWords() map[string]bool {
	set := map[string]bool{}
	for _, s := range f.Sentences {
		if f.titleCase(s.Tokens) {
			for i := s.Tokens.From; i < s.Tokens.To; i++ {
				if fr := verbs().lookup(f.Tokens[i].Lemma); fr != nil {
					set[f.Tokens[i].Fold] = true
				}
			}
		}
	}
	for _, t := range f.Tokens {
		if t.Kind == lexis.Word && !t.Capital() {
			set[t.Fold] = true
		}
	}
	return set
}
