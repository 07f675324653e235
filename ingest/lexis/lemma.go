package lexis

import (
	_ "embed"
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"

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

// lemmas remembers the lemmas of words lately seen, over all texts: words
// repeat. A word has one place, by its hash, which the next word with that place
// takes: the memory is bounded whatever is read.
var lemmas [1 << 14]atomic.Pointer[[2]string]

var seed = maphash.MakeSeed()

// lemma is the stem of the base form of a folded word.
func lemma(word string) string {
	place := &lemmas[maphash.String(seed, word)%uint64(len(lemmas))]
	if known := place.Load(); known != nil && known[0] == word {
		return known[1]
	}
	l := word
	if base, ok := irregular()[word]; ok {
		l = base
	}
	if len(l) > maxStem || len(word) > maxStem {
		return l
	}
	if len(l) > 3 && !strings.ContainsAny(l, ".'") {
		env := snowballstem.NewEnv(l)
		english.Stem(env)
		l = strings.Clone(env.Current())
	}
	word = strings.Clone(word) // a part of a text would hold all of it
	place.Store(&[2]string{word, l})
	return l
}
