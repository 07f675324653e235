package schema

import "strings"

// formulas is what a text must not begin with in a table, and the apostrophe
// that keeps it from being run.
const formulas = "=+-@\t\r'"

// Guard puts an apostrophe before a text that a spreadsheet would run as a
// formula: one that begins with = + - @, a tab or a carriage return. One that
// begins with an apostrophe gets another, so that Unguard gives back what
// Guard was given.
func Guard(text string) string {
	if text != "" && strings.IndexByte(formulas, text[0]) >= 0 {
		return "'" + text
	}
	return text
}

// Unguard takes off what Guard put on. A spreadsheet may have taken the
// apostrophe off already; text without one stays as it is.
func Unguard(text string) string {
	if len(text) > 1 && text[0] == '\'' && strings.IndexByte(formulas, text[1]) >= 0 {
		return text[1:]
	}
	return text
}
