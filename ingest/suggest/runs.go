package suggest

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

//go:embed function_words.txt
var functionFile string

// functionWords cannot begin or end a cue: words of grammar, and those of
// speech and stance, which the extractor understands by itself.
var functionWords = sync.OnceValue(func() lexis.Words { return lexis.NewWords(functionFile) })

const longestRun = 4

// form is a run of words: its key over lemmas, and how it is written.
type form struct{ key, text string }

// runsOf are the runs of a passage that could be a cue; hidden tokens, such as
// names of actors, are in none.
func runsOf(tokens []lexis.Token, hidden []bool) []form {
	var list []form
	for i := range tokens {
		for n := 1; n <= longestRun && i+n <= len(tokens); n++ {
			last := tokens[i+n-1]
			if last.Kind != lexis.Word || hidden[i+n-1] {
				break
			}
			if borders(tokens[i]) && borders(last) {
				list = append(list, formOf(tokens[i:i+n]))
			}
		}
	}
	return list
}

// borders reports whether a cue may begin or end with the word.
func borders(t lexis.Token) bool {
	return len(t.Fold) > 2 && !functionWords().Has(t)
}

func formOf(tokens []lexis.Token) form {
	var key, text strings.Builder
	for i, t := range tokens {
		if i > 0 {
			key.WriteByte(' ')
			if t.Joined {
				text.WriteByte('-')
			} else if !strings.HasPrefix(t.Text, "'") && !strings.HasPrefix(t.Text, "’") {
				text.WriteByte(' ')
			}
		}
		key.WriteString(t.Lemma)
		text.WriteString(t.Fold)
	}
	return form{key.String(), text.String()}
}

// spellings counts how each run is written, to print the most usual one.
type spellings map[string]map[string]int

func (s spellings) add(f form) {
	if s[f.key] == nil {
		s[f.key] = map[string]int{}
	}
	s[f.key][f.text]++
}

func (s spellings) usual(key string) string {
	best := ""
	for _, text := range slices.Sorted(maps.Keys(s[key])) {
		if best == "" || s[key][text] > s[key][best] {
			best = text
		}
	}
	return best
}
