package read

import (
	"unicode"

	"github.com/abadojack/whatlanggo"
)

// Trigrams tell languages apart in a paragraph, not in a line.
const (
	languageHead = 4 << 10 // bytes that are looked at
	languageMin  = 200     // bytes: shorter texts have no language that is known
)

// language is the language of a text, as BCP 47, or "" when it cannot be told.
func language(text string) string {
	if len(text) < languageMin {
		return ""
	}
	info := whatlanggo.Detect(headOf(text, languageHead))
	switch {
	case info.IsReliable():
		return info.Lang.Iso6391()
	case info.Script != nil && info.Script != unicode.Latin:
		return undetermined // not English, whatever it is
	}
	return ""
}

// undetermined is the code of a language that has a name we cannot tell.
const undetermined = "und"

// headOf is at most n bytes of a text, whole characters.
func headOf(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && text[n]&0xc0 == 0x80 {
		n--
	}
	return text[:n]
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
