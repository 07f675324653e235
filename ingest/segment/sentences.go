package segment

import (
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// titles are abbreviations that a name or a number follows: their dot ends no
// sentence.
var titles = lexis.NewWords(`mr mrs ms dr prof gen sen rep gov lt col maj sgt capt adm cmdr rev hon st mt vs nos fig art
	jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun inc ltd co corp approx est cf e.g i.e`)

// starters are function words that begin sentences and hardly ever follow an
// abbreviation inside one with a capital.
var starters = lexis.NewWords(`the a an he she it they we i you this that these those there but and or so yet however meanwhile
	moreover although though while when if in on at after before since as for from with by according his her its their
	our what who why how not no one`)

// addSentences cuts block b. A table row is one sentence; so is a heading.
func (t *Text) addSentences(b int) {
	block := t.Blocks[b]
	from := block.Tokens.From
	if block.Kind == Paragraph || block.Kind == Bullet || block.Kind == Boilerplate {
		for i := block.Tokens.From; i < block.Tokens.To; i++ {
			if end := t.sentenceEnd(i, block.Tokens.To); end > 0 {
				t.addSentence(b, Range{from, end})
				from, i = end, end-1
			}
		}
	}
	t.addSentence(b, Range{from, block.Tokens.To})
}

// maxSentence bounds a sentence, in tokens: what is longer is a list or no
// prose, and the stages that look at pairs of words stay quick.
const maxSentence = 400

func (t *Text) addSentence(b int, r Range) {
	for r.To-r.From > maxSentence {
		t.addSentence(b, Range{r.From, r.From + maxSentence})
		r.From += maxSentence
	}
	if r.Empty() {
		return
	}
	t.Sentences = append(t.Sentences, Sentence{Span: t.SpanOf(r), Block: b, Tokens: r})
}

// sentenceEnd is the token after a sentence that ends with token i, closing
// marks included, or 0 when none ends there.
func (t *Text) sentenceEnd(i, to int) int {
	tok := t.Tokens[i]
	last, _ := utf8.DecodeLastRuneInString(tok.Text)
	switch {
	case tok.Kind == lexis.Word && last == '.', tok.Kind == lexis.Word && isAbbreviation(tok.Text):
		// "U.S." or "U.S": the dot does double duty when a sentence begins.
		if i+1 < to && starters.Has(t.Tokens[i+1]) && t.Tokens[i+1].Capital() {
			return i + 1
		}
		return 0
	case tok.Kind == lexis.Word && t.lostStop(i, to):
		return i + 1
	case tok.Kind != lexis.Mark || !isStop(last):
		return 0
	}
	end := i + 1
	for end < to && t.trailing(end) {
		end++
	}
	if end < to && !t.begins(end) || tok.Text == "." && end == i+1 && t.afterTitle(i) {
		return 0
	}
	return end
}

// isAbbreviation reports whether a word has an inner dot.
func isAbbreviation(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '.' {
			return true
		}
	}
	return false
}

// lostStop reports whether the full stop after token i was lost: a lower-case
// word, then "According to", which no name begins with.
func (t *Text) lostStop(i, to int) bool {
	return i+2 < to && t.Tokens[i+1].Text == "According" && t.Tokens[i+2].Fold == "to" && !t.Tokens[i].Capital()
}

// trailing reports whether token i belongs to the end of a sentence: another
// stop, or a closing mark that follows without a space.
func (t *Text) trailing(i int) bool {
	tok := t.Tokens[i]
	if tok.Kind != lexis.Mark || tok.Start != t.Tokens[i-1].End {
		return false
	}
	r, _ := utf8.DecodeRuneInString(tok.Text)
	return isStop(r) || isClosing(r) || r == ')' || r == ']'
}

// begins reports whether a sentence can begin at token i: after a space, with
// a capital, a number or a mark.
func (t *Text) begins(i int) bool {
	tok := t.Tokens[i]
	return tok.Start > t.Tokens[i-1].End && (tok.Kind != lexis.Word || tok.Capital())
}

// afterTitle reports whether the dot at i belongs to a title or an initial.
func (t *Text) afterTitle(i int) bool {
	if i == 0 || t.Tokens[i-1].End != t.Tokens[i].Start || t.Tokens[i-1].Kind != lexis.Word {
		return false
	}
	word := t.Tokens[i-1]
	initial := utf8.RuneCountInString(word.Text) == 1 && word.Capital() && word.Text != "I"
	return initial || word.Capital() && titles.Has(word) || word.Fold == "vs" || word.Fold == "no" && i+1 < len(t.Tokens) && t.Tokens[i+1].Kind == lexis.Number
}
