package said

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// frames are the complements a word of reporting takes, one letter each; the
// data files explain the letters.
type frames string

func (f frames) has(letter string) bool { return strings.Contains(string(f), letter) }

// entry is a word with its particles: "call for".
type entry struct {
	after  []string // folded words that follow the head
	frames frames
}

// lexicon maps the lemma of a head to its entries, longest first.
type lexicon map[string][]entry

func (l lexicon) lookup(lemma string) []entry { return l[lemma] }

//go:embed verbs.txt
var verbFile string

//go:embed nouns.txt
var nounFile string

//go:embed adjectives.txt
var adjectiveFile string

var (
	verbs      = sync.OnceValue(func() lexicon { return parse(verbFile) })
	nouns      = sync.OnceValue(func() lexicon { return parse(nounFile) })
	adjectives = sync.OnceValue(func() lexicon { return parse(adjectiveFile) })
)

// parse reads lines "letters: word, word particle, …".
func parse(file string) lexicon {
	l := lexicon{}
	for line := range strings.Lines(file) {
		letters, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, ";") {
			continue
		}
		for phrase := range strings.SplitSeq(words, ",") {
			l.add(frames(strings.TrimSpace(letters)), phrase)
		}
	}
	return l
}

func (l lexicon) add(f frames, phrase string) {
	tokens := lexis.Tokenize(phrase)
	if len(tokens) == 0 {
		return
	}
	e := entry{frames: f}
	for _, t := range tokens[1:] {
		e.after = append(e.after, t.Fold)
	}
	head := tokens[0].Lemma
	list := l[head]
	for i := range list {
		if strings.Join(list[i].after, " ") == strings.Join(e.after, " ") {
			list[i].frames += f
			return
		}
	}
	at := 0
	for at < len(list) && len(list[at].after) >= len(e.after) {
		at++
	}
	l[head] = append(list[:at:at], append([]entry{e}, list[at:]...)...)
}

// match is the longest entry of the word at token i, and the token after it.
func (l lexicon) match(tokens []lexis.Token, i, to int) (frames, int) {
	for _, e := range l[tokens[i].Lemma] {
		end := i + 1 + len(e.after)
		if end > to {
			continue
		}
		same := true
		for k, w := range e.after {
			same = same && tokens[i+1+k].Fold == w
		}
		if same {
			return e.frames, end
		}
	}
	return "", i + 1
}
