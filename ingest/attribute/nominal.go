package attribute

import (
	_ "embed"
	"strings"
	"sync"

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

//go:embed nouns.txt
var nounsFile string

var nouns = sync.OnceValue(func() map[string]Nature {
	natures := map[string]Nature{"person": Person, "group": Group, "document": Document}
	heads := map[string]Nature{}
	for line := range strings.Lines(nounsFile) {
		kind, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, ";") {
			continue
		}
		for _, noun := range strings.Fields(list) {
			for _, form := range numbers(noun) {
				heads[form] = natures[kind]
			}
		}
	}
	return heads
})

// numbers are the singular and the plural of a noun. Stems would not do: they
// make "support" of a supporter.
func numbers(noun string) []string {
	switch {
	case strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "ey"):
		return []string{noun, noun[:len(noun)-1] + "ies"}
	case strings.HasSuffix(noun, "s") || strings.HasSuffix(noun, "h"):
		return []string{noun, noun + "es"}
	case strings.HasSuffix(noun, "man"):
		return []string{noun, noun[:len(noun)-2] + "en"}
	}
	return []string{noun, noun + "s"}
}

var (
	pronouns    = lexis.NewWords("he she they it we i him her them us me who")
	possessives = lexis.NewWords("his her their its our my")
	determiners = lexis.NewWords("the a an this that these those some several many two three four five both all other another most such one no any")
	// insideName join the parts of a name.
	insideName = lexis.NewWords("of von van der den de la le al bin el da do dos the for and")
	// neverName are words that a capital does not make a name: they begin sentences.
	neverName = lexis.NewWords(`the a an this that these those there here it its but and or so yet however meanwhile moreover
		although though while when whenever if in on at after before since as for from with by according about also not no
		despite during following ahead until unless once because what why how which whose where both all each every some many
		most several additionally further furthermore instead still then thus to under over through without within both
		perhaps maybe now today yesterday recently earlier later back fast one even only just more less such let monday tuesday
		wednesday thursday friday saturday sunday january february march april may june july august september october november
		december are is was were be can could will would should do does did have has had influenced asked yes having being
		beyond across at between among amid against given citing speaking whether whatever looking ahead of like unlike`)
)

// nominals finds the noun phrases of one sentence, in order.
func nominals(t *segment.Text, s int) []Nominal {
	var found []Nominal
	r := t.Sentences[s].Tokens
	for i := r.From; i < r.To; {
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
	}
	return headAt(tokens, i, r)
}

func isName(t lexis.Token) bool {
	return t.Kind == lexis.Word && t.Capital() && (!neverName.Has(t) || isAcronym(t.Text)) && !strings.HasPrefix(t.Fold, "'")
}

// isAcronym reports whether a word is written in capitals: "US", "WHO". One
// letter and words of shouting are not told apart; both are rare.
func isAcronym(s string) bool {
	return len(s) > 1 && s == strings.ToUpper(s)
}

// nameAt reads a run of capitalised words, the nouns in lower case that follow
// it ("Finance Ministry spokesman", "Kremlin officials") and a name after that
// ("spokesman Lee").
func nameAt(tokens []lexis.Token, i int, r segment.Range) Nominal {
	n := Nominal{Range: segment.Range{From: i, To: nameEnd(tokens, i, r.To)}}
	if head, ok := nouns()[tokens[n.To-1].Fold]; ok {
		n.Nature = head
	}
	for n.To < r.To && !ends(tokens[n.To-1], tokens[n.To]) {
		last := headEnd(tokens, n.To, r.To)
		if last < 0 || predicate(tokens[n.To:last]) {
			break
		}
		n.Nature, n.To = nouns()[tokens[last].Fold], last+1
		if n.To < r.To && isName(tokens[n.To]) && n.Nature != Document {
			n.Nature, n.To = Name, nameEnd(tokens, n.To, r.To)
		}
	}
	return n.finish(tokens, r)
}

// predicate reports whether a name is followed by its verb and no longer part
// of a phrase: a form in -ed, or one in -s of a verb that we know.
func predicate(words []lexis.Token) bool {
	for i, w := range words {
		if i == 0 && strings.HasSuffix(w.Fold, "ed") || strings.HasSuffix(w.Fold, "s") && lexis.English().Begins(w) {
			return true
		}
	}
	return false
}

// headAt reads a phrase that a noun in lower case heads, such as "the prime
// minister" or "several leaders", and a name after it.
func headAt(tokens []lexis.Token, i int, r segment.Range) (Nominal, bool) {
	from := i
	if determiners.Has(tokens[i]) {
		i++
	}
	if i >= r.To || tokens[i].Kind != lexis.Word {
		return Nominal{}, false
	}
	if i > from && isName(tokens[i]) && demonstrative(tokens[from]) {
		return nameAt(tokens, i, r), true // "said that Ann": a conjunction
	}
	if i > from && isName(tokens[i]) {
		n := nameAt(tokens, i, r)
		n.From = from
		return n, true
	}
	last := headEnd(tokens, i, r.To)
	if last < 0 || from == i && last > i+1 {
		return Nominal{}, false
	}
	n := Nominal{Range: segment.Range{From: from, To: last + 1}, Nature: nouns()[tokens[last].Fold]}
	if n.To < r.To && isName(tokens[n.To]) && n.Nature != Document {
		n.Nature, n.To = Name, nameEnd(tokens, n.To, r.To)
	} else if from+1 < last {
		// "the current Finance Ministry spokesman": names inside stay inside.
		n.From = from
	}
	return n.finish(tokens, r), true
}

// demonstrative: before a name these words are no determiners.
func demonstrative(t lexis.Token) bool { return t.Fold == "that" || t.Fold == "this" }

// maxAdjectives bounds the words between a determiner or a name and the noun.
const maxAdjectives = 3

// headEnd is the noun of nouns.txt that ends a run of lower-case words from i,
// or -1: adjectives and nouns before it may be few, and none a function word.
func headEnd(tokens []lexis.Token, i, to int) int {
	last := -1
	for j := i; j < to && j <= i+maxAdjectives; j++ {
		tok := tokens[j]
		if tok.Kind != lexis.Word || tok.Capital() || function.Has(tok) || pronouns.Has(tok) || strings.HasPrefix(tok.Fold, "'") {
			break
		}
		if _, ok := nouns()[tok.Fold]; ok && !verbal(tokens, j) && !tok.Joined && !(j+1 < to && tokens[j+1].Joined) {
			last = j
		}
	}
	return last
}

// verbal reports whether a word that could be a noun is a verb here: "notes
// that", "stated".
func verbal(tokens []lexis.Token, j int) bool {
	f := tokens[j].Fold
	if strings.HasSuffix(f, "ed") || strings.HasSuffix(f, "ing") {
		return true
	}
	return j+1 < len(tokens) && (tokens[j+1].Fold == "that" && nouns()[tokens[j].Fold] == Document)
}

// function are the words that no noun phrase goes across.
var function = lexis.NewWords(`of in on at to by with from for about as that which who whom whose and or but nor is are was were be been being has have
	had do does did will would can could should may might must shall not n't than then the a an this these those its it into
	over under after before during since until while when where if because although though so also said says told`)

func nameEnd(tokens []lexis.Token, i, to int) int {
	end := i + 1
	for end < to {
		switch {
		case isName(tokens[end]):
			end++
		case end+1 < to && insideName.Has(tokens[end]) && !people(tokens[end-1]) && tokens[end].Fold != "and" && tokens[end].Fold != "for" && bridges(tokens, end, to) > 0:
			end = bridges(tokens, end, to)
		case tokens[end].Kind == lexis.Mark && tokens[end].Text == "." && initial(tokens[end-1]) && end+1 < to && isName(tokens[end+1]):
			end += 2
		default:
			return end
		}
	}
	return end
}

// people reports whether a word heads a phrase for several people: "Leaders of
// Norvia" is no name, as "Bank of Norvia" is.
func people(t lexis.Token) bool {
	nature, head := nouns()[t.Fold]
	return head && nature == Person && strings.HasSuffix(t.Fold, "s")
}

// bridges is the end of "of the" and the like when a name follows it directly.
func bridges(tokens []lexis.Token, i, to int) int {
	j := i
	for j < to && j < i+2 && insideName.Has(tokens[j]) && !tokens[j].Capital() {
		j++
	}
	if j < to && isName(tokens[j]) && !(tokens[i].Fold == "the") {
		return j + 1
	}
	return 0
}

func initial(t lexis.Token) bool {
	return len(t.Text) == 1 || nameTitles.Has(t)
}

var nameTitles = lexis.NewWords("mr mrs ms dr prof gen sen rep gov lt col maj sgt capt adm rev st")

// ends reports whether a phrase cannot go on from one word to the next.
func ends(last, next lexis.Token) bool {
	return next.Kind != lexis.Word || strings.HasPrefix(next.Fold, "'")
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

// addComplements notes what a plural or general head is "of" or "from":
// "leaders from Norvia, Estia and Galt".
func addComplements(tokens []lexis.Token, list []Nominal) {
	for i := range list {
		if list[i].Nature == Name || list[i].Nature == Pronoun {
			continue
		}
		end := list[i].To
		for j := i + 1; j < len(list); j++ {
			gap := tokens[end:list[j].From]
			if !(j == i+1 && isComplementGap(gap)) && !(j > i+1 && isListGap(gap)) {
				break
			}
			if list[i].Complement.Empty() {
				list[i].Complement.From = list[j].From
			}
			list[i].Complement.To, end = list[j].To, list[j].To
		}
	}
}

var complementWords = lexis.NewWords("of from for in at signed by jointly issued released the major multiple several many some various all leading other , ( on behalf including such as like")

func isComplementGap(gap []lexis.Token) bool {
	preposition := false
	for _, t := range gap {
		if t.Fold == "of" || t.Fold == "from" || t.Fold == "by" || t.Fold == "including" || t.Fold == "behalf" || t.Fold == "as" {
			preposition = true
		}
		if !complementWords.Has(t) {
			return false
		}
	}
	return preposition
}

var listWords = lexis.NewWords("and , or the as well & leaders officials from of senior top other")

func isListGap(gap []lexis.Token) bool {
	for _, t := range gap {
		if !listWords.Has(t) {
			return false
		}
	}
	return len(gap) > 0
}

// IsHead reports whether a word is a noun for people, groups or documents, as
// in "minister" or "ministry".
func IsHead(t lexis.Token) bool { _, ok := nouns()[t.Fold]; return ok }

// Object reports whether a preposition stands before a phrase.
func Object(tokens []lexis.Token, n Nominal) bool {
	return n.From > 0 && prepositions.Has(tokens[n.From-1])
}
