package evaluate

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/schema"
)

// words is a text cut into the words that the comparison counts: runs of
// letters and digits, with single marks inside. Punctuation and quotation
// marks are no words, so that they never change a figure.
type words struct {
	text  []rune
	folds []string // by word, lower case
	at    []int    // by code point: word, or -1
}

func cutWords(text string) *words {
	w := &words{text: []rune(text)}
	w.at = make([]int, len(w.text))
	for i := 0; i < len(w.text); {
		w.at[i] = -1
		if !isWordRune(w.text[i]) {
			i++
			continue
		}
		end := w.wordEnd(i)
		for j := i; j < end; j++ {
			w.at[j] = len(w.folds)
		}
		w.folds = append(w.folds, strings.ToLower(string(w.text[i:end])))
		i = end
	}
	return w
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

func (w *words) wordEnd(i int) int {
	for i < len(w.text) {
		switch {
		case isWordRune(w.text[i]):
			i++
		case strings.ContainsRune("’'.-", w.text[i]) && i+1 < len(w.text) && isWordRune(w.text[i+1]):
			i += 2
		default:
			return i
		}
	}
	return i
}

// in are the words of passages, in order, each once.
func (w *words) in(spans Spans) []int {
	var ids []int
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			if w.at[i] >= 0 {
				ids = append(ids, w.at[i])
			}
		}
	}
	return unique(ids)
}

// points are the code points of passages, in order, each once.
func points(spans Spans) []int {
	var list []int
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			list = append(list, i)
		}
	}
	return unique(list)
}

func unique(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}

// direct reports whether a content holds a double quotation mark.
func (w *words) direct(spans Spans) bool {
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			if strings.ContainsRune(`"“”„‟«»`, w.text[i]) {
				return true
			}
		}
	}
	return false
}

// functionWords do not make a source: sharing an article is not naming somebody.
var functionWords = strings.Fields("the a an of in for on at to by from with and or his her its their our my your this that these those mr mrs ms dr sen rep gov")

// heads are the words of a source that name it; all of them, when it has none.
func (w *words) heads(ids []int) []int {
	var list []int
	for _, i := range ids {
		if !slices.Contains(functionWords, w.folds[i]) {
			list = append(list, i)
		}
	}
	if len(list) == 0 {
		return ids
	}
	return list
}

// check says which passage lies outside the text.
func (w *words) check(a Attributed) error {
	for _, x := range a.Attributions {
		for _, spans := range []Spans{x.Source, x.Cue, x.Content} {
			for _, s := range spans {
				if s[0] < 0 || s[1] < s[0] || s[1] > len(w.text) {
					return schema.Errorf(schema.KindInput, "compare files that were made from the same text",
						"%s: passage %s lies outside the text of %d code points", a.ID, fmt.Sprint(s), len(w.text))
				}
			}
		}
	}
	return nil
}

// shared is the number of elements that two ordered lists have in common.
func shared(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
