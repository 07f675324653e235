package attribute

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// Nature says what heads a nominal.
type Nature uint8

// The natures of nominals.
const (
	Name     Nature = iota // a capitalised name
	Person                 // "officials", "the prime minister"
	Group                  // "the government"
	Document               // "the joint statement"
	Pronoun                // "he", "they"
)

// Nominal is a noun phrase that can name whoever takes a stance.
type Nominal struct {
	segment.Range        // with determiner and title, without "'s"
	Nature        Nature // of its last word
	Possessive    bool   // "'s" follows, or it is "his", "their"
	Complement    segment.Range
	Sentence      int
}

var (
	pronouns    = lexis.NewWords("he she they it we i him her them us me who")
	possessives = lexis.NewWords("his her their its our my")
	determiners = lexis.NewWords("the a an this that these those some several many two three four five both all other another most such one no any")
	// insideName join the parts of a name.
	insideName = lexis.NewWords("of von van der den de la le al bin el da do dos the for and")
	// particles begin surnames without a capital.
	particles = lexis.NewWords("von van der den de di da del della la le bin ter zu")
	// neverName are words that a capital does not make a name: they begin sentences.
	neverName = lexis.NewWords(`the a an this that these those there here it its but and or so yet however meanwhile moreover
		although though while when whenever if in on at after before since as for from with by according about also not no
		despite during following ahead until unless once because what why how which whose where both all each every some many
		most several additionally further furthermore instead still then thus to under over through without within both
		perhaps maybe now today yesterday recently earlier later back fast one even only just more less such let monday tuesday
		wednesday thursday friday saturday sunday january february march april may May june july august september october november
		december are is was were be can could will would should do does did have has had influenced asked yes having being
		beyond across at between among amid against given citing speaking whether whatever looking ahead of like unlike`)
)

// nominals finds the noun phrases of one sentence, in order.
func nominals(t *segment.Text, s int) []Nominal {
	var found []Nominal
	r := t.Sentences[s].Tokens
	for i := t.AfterDateline(s); i < r.To; {
		n, ok := nominalAt(t.Tokens, i, r)
		if !ok {
			i++
			continue
		}
		n.Sentence = s
		found = append(found, n)
		i = n.To
	}
	addComplements(t.Tokens, found)
	return found
}

func nominalAt(tokens []lexis.Token, i int, r segment.Range) (Nominal, bool) {
	tok := tokens[i]
	switch {
	case tok.Kind != lexis.Word, i == r.From && adverb(tok) && i+1 < r.To && tokens[i+1].Fold == ",":
		return Nominal{}, false
	case possessives.Has(tok):
		return Nominal{Range: segment.Range{From: i, To: i + 1}, Nature: Pronoun, Possessive: true}, true
	case pronouns.Has(tok) && tok.Text != "US":
		return Nominal{Range: segment.Range{From: i, To: i + 1}, Nature: Pronoun}, true
	case isName(tok):
		return nameAt(tokens, i, r), true
	case particles.Has(tok):
		if from := i + 1; from < r.To && isName(tokens[from]) || from+1 < r.To && particles.Has(tokens[from]) && isName(tokens[from+1]) {
			n := nameAt(tokens, nameStart(tokens, i), r)
			n.From = i
			return n, true // "von der Berg said"
		}
	}
	return headAt(tokens, i, r)
}

// nameStart is the first capital at or after token i.
func nameStart(tokens []lexis.Token, i int) int {
	for !isName(tokens[i]) {
		i++
	}
	return i
}

// finish sees a determiner before the phrase and "'s" after it.
func (n Nominal) finish(tokens []lexis.Token, r segment.Range) Nominal {
	if n.From > r.From && determiners.Has(tokens[n.From-1]) && !(demonstrative(tokens[n.From-1]) && isName(tokens[n.From])) {
		n.From--
	}
	if n.To < r.To && (tokens[n.To].Fold == "'s" || tokens[n.To].Text == "'" || tokens[n.To].Text == "’") {
		n.Possessive = true
	}
	return n
}

// Object reports whether a preposition stands before a phrase.
func Object(tokens []lexis.Token, n Nominal) bool {
	return n.From > 0 && prepositions.Has(tokens[n.From-1])
}
