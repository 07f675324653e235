package attribute

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

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

// IsHead reports whether a word is a noun for people, groups or documents, as
// in "minister" or "ministry".
func IsHead(t lexis.Token) bool { _, ok := nouns()[t.Fold]; return ok }
