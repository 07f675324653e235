package lexis

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
)

//go:embed irregular.txt
var irregularFile string

// irregular maps an irregular form to its base form, read once.
var irregular = sync.OnceValue(func() map[string]string {
	forms := map[string]string{}
	for line := range strings.Lines(irregularFile) {
		words := strings.Fields(line)
		for i := 1; i < len(words) && words[0] != "#"; i++ {
			forms[words[i]] = words[0]
		}
	}
	return forms
})

// maxStem bounds the words that are stemmed, in bytes: what is longer is no
// word of a language.
const maxStem = 40

// stemmer remembers the lemmas of one text: words repeat.
type stemmer map[string]string

// lemma is the stem of the base form of a folded word.
func (s stemmer) lemma(word string) string {
	if l, ok := s[word]; ok {
		return l
	}
	l := word
	if base, ok := irregular()[word]; ok {
		l = base
	}
	if len(l) > 3 && len(l) <= maxStem && !strings.ContainsAny(l, ".'") {
		env := snowballstem.NewEnv(l)
		english.Stem(env)
		l = env.Current()
	}
	s[word] = l
	return l
}
