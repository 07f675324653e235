package read

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// Trigrams tell languages apart in a paragraph, not in a line; and better in a
// paragraph than in a page, where names and numbers add up.
const (
	languageSample = 800 // bytes of each sample
	languageMin    = 200 // bytes: shorter texts have no language that is known
)

// language is the language of a text, as BCP 47, or "" when it cannot be told.
// The beginning, the middle and the end each have a vote, because an article
// may quote at length in another language. English wins a tie: a text that is
// read as English for nothing gives nothing, one that is not read is lost.
func language(text string) string {
	if len(text) < languageMin {
		return ""
	}
	votes := map[string]int{}
	best := ""
	for _, sample := range samples(text) {
		code := languageOf(sample)
		if code == "" {
			continue
		}
		if votes[code]++; votes[code] > votes[best] || votes[code] == votes[best] && code == english {
			best = code
		}
	}
	return best
}

const (
	english      = "en"
	undetermined = "und" // another than English, but which cannot be told
)

func samples(text string) []string {
	last := len(text) - languageSample
	if last <= 0 {
		return []string{text}
	}
	var list []string
	for _, from := range []int{0, last / 2, last} {
		list = append(list, strings.ToValidUTF8(text[from:from+languageSample], ""))
	}
	return list
}

// frequent are words of English that no other language has so many of. To
// count them is far faster than to compare trigrams, and most texts need no
// more.
var frequent = lexis.NewWords("the of and to that was for with are his her by have has had said this from they which will been")

// enoughFrequent is the share of words, in percent, at which a text is English.
const enoughFrequent = 15

func isEnglish(sample string) bool {
	n, hits := 0, 0
	for word := range strings.FieldsSeq(sample) {
		if n++; frequent[strings.ToLower(word)] {
			hits++
		}
	}
	return hits > 4 && hits*100 >= enoughFrequent*n
}

func languageOf(sample string) string {
	if isEnglish(sample) {
		return english
	}
	info := whatlanggo.Detect(sample)
	switch {
	case info.IsReliable():
		return info.Lang.Iso6391()
	case info.Script != nil && info.Script != unicode.Latin:
		return undetermined // not English, whatever it is
	}
	return ""
}

// LanguageName is the English name of a language code, or the code.
func LanguageName(code string) string {
	if code == undetermined {
		return "another script than English"
	}
	for lang, name := range whatlanggo.Langs {
		if lang.Iso6391() == code {
			return name
		}
	}
	return code
}
