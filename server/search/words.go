package search

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"golang.org/x/text/unicode/norm"
)

// word is a run of letters and digits of a text.
type word struct {
	start, end int // bytes
	folded     string
}

// longest bounds what is compared of a word, in bytes: a run of a hundred
// kilobytes is no word, and must not cost as if it were.
const longest = 64

// words are the words of a text, in order. An apostrophe inside a word belongs
// to it, and what follows it is left out of the comparison: "Putin’s" is
// "putin".
func words(text string) iter.Seq[word] {
	return func(yield func(word) bool) {
		start := -1
		for i, r := range text {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && (r == '\'' || r == '\u2019') {
				if next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):]); unicode.IsLetter(next) {
					continue
				}
			}
			if start >= 0 && !yield(word{start, i, fold(text[start:i])}) {
				return
			}
			start = -1
		}
		if start >= 0 {
			yield(word{start, len(text), fold(text[start:])})
		}
	}
}

// fold takes case, accents and what follows an apostrophe off a word.
func fold(w string) string {
	if len(w) > longest {
		w = w[:longest]
		for !utf8.ValidString(w) {
			w = w[:len(w)-1]
		}
	}
	if i := strings.IndexAny(w, "'\u2019"); i > 0 {
		w = w[:i]
	}
	w = strings.ToLower(w)
	if isASCII(w) {
		return w
	}
	return letters.Replace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(w)))
}

// letters are those that Unicode does not take apart and that people type
// without their stroke, or as two.
var letters = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "ı", "i", "ħ", "h", "þ", "th", "æ", "ae", "œ", "oe", "ß", "ss")

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// stems remembers stems while an index is built: words repeat.
type stems map[string]string

func (known stems) of(folded string) string {
	if s, ok := known[folded]; ok {
		return s
	}
	s := stem(folded)
	known[strings.Clone(folded)] = s
	return s
}

// stem is the English stem of a folded word; words of three letters and those
// of other scripts stay.
func stem(folded string) string {
	if len(folded) <= 3 || !isASCII(folded) {
		return strings.Clone(folded)
	}
	env := snowballstem.NewEnv(folded)
	english.Stem(env)
	return strings.Clone(env.Current())
}
