package export

import "strings"

// Guard puts an apostrophe before a text that a spreadsheet would run as a
// formula: one that begins with = + - @, a tab or a carriage return. One that
// begins with an apostrophe gets another, so that Unguard gives back what
// Guard was given.
func Guard(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r'", rune(text[0])) {
		return "'" + text
	}
	return text
}

// Unguard takes off what Guard put on. A spreadsheet may have taken the
// apostrophe off already; text without one stays as it is.
func Unguard(text string) string {
	if len(text) > 1 && text[0] == '\'' && strings.ContainsRune("=+-@\t\r'", rune(text[1])) {
		return text[1:]
	}
	return text
}
