package read

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/date"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// dates are what a text says of its own date.
type dates struct {
	published, page schema.Date
	rule            string
}

// headLines is how many lines with text count as the head of an article: date,
// menu, title, byline come before its first sentences, and what follows it
// (related articles, comments) does not.
const headLines = 8

// findDates looks for the article's own date. A writer who says "today" names
// the day of writing; a date line at the head may also be the day on which the
// page was shown, so it gives way and is kept as the page's date.
func findDates(text string) dates {
	page := headDate(text)
	if today := todayDate(text); !today.IsZero() {
		return dates{published: today, page: page, rule: `"today" with a date, in the text`}
	}
	if page.IsZero() {
		return dates{rule: "none: no date in the head of the text, and none called today"}
	}
	return dates{published: page, page: page, rule: "date line in the head of the text"}
}

// headDate is the date of the first line in the head that is nothing but a
// date, or that begins as reports of agencies do.
func headDate(text string) schema.Date {
	n := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if n++; n > headLines {
			break
		}
		if d, ok := dateLine(line); ok {
			return d
		}
		if d, ok := runInDate(line); ok {
			return d
		}
	}
	return schema.Date{}
}

// Bounds of what stands before the text of a report: its place, in capitals,
// the agency and the date.
const (
	runInBytes  = 160
	runInTokens = 8 // before the date
)

// runInDate reads "OSLO (Wire), April 3, 2031 — Ann spoke."
func runInDate(line string) (schema.Date, bool) {
	tokens := lexis.Tokenize(line[:min(len(line), runInBytes)])
	for _, e := range date.Find(tokens, 0, len(tokens)) {
		if !e.Complete() {
			continue
		}
		after := e.Last + 1
		if e.First == 0 || e.First > runInTokens || after+1 >= len(tokens) || !isPlace(tokens[:e.First]) {
			return schema.Date{}, false
		}
		if t := tokens[after]; !t.Dash() && t.Text != "." && t.Text != ":" {
			return schema.Date{}, false
		}
		d := e.Resolve(schema.Date{})
		return d, !d.IsZero()
	}
	return schema.Date{}, false
}

// isPlace reports whether words begin in capitals and have nothing of a
// sentence in them.
func isPlace(tokens []lexis.Token) bool {
	first := tokens[0].Text
	if len(first) < 2 || first != strings.ToUpper(first) || tokens[0].Kind != lexis.Word {
		return false
	}
	return !slices.ContainsFunc(tokens, func(t lexis.Token) bool { return t.Kind == lexis.Word && !t.Capital() })
}

func isDateLine(line string) bool { _, ok := dateLine(line); return ok }

// beside are the words that stand with a date in a date line.
var beside = lexis.NewWords("published posted updated on at by date am pm a.m. p.m. et est edt gmt utc cet bst")

// dateLine reads a line that holds one complete date and beside it only a
// time, marks and words such as "published", or "By" and a name.
func dateLine(line string) (schema.Date, bool) {
	if len(line) > maxTitle {
		return schema.Date{}, false
	}
	tokens := lexis.Tokenize(line)
	for _, e := range date.Find(tokens, 0, len(tokens)) {
		if e.Complete() && onlyDate(tokens, e) {
			d := e.Resolve(schema.Date{})
			return d, !d.IsZero()
		}
	}
	return schema.Date{}, false
}

func onlyDate(tokens []lexis.Token, e date.Expression) bool {
	byline := len(tokens) > 0 && tokens[0].Fold == "by"
	for i, t := range tokens {
		inside := i >= e.First && i <= e.Last
		if inside || t.Kind != lexis.Word || beside.Has(t) || byline && t.Capital() {
			continue
		}
		return false
	}
	return true
}

// todayDate is the date that prose puts beside "today": "today, May 19, 2025".
func todayDate(text string) schema.Date {
	for line := range strings.Lines(text) {
		if !strings.Contains(line, "oday") {
			continue
		}
		tokens := lexis.Tokenize(line)
		found := date.Find(tokens, 0, len(tokens))
		for i := 1; i < len(found); i++ {
			if found[i-1].Today() && found[i].Complete() && found[i].First-found[i-1].Last <= 2 {
				return found[i].Resolve(schema.Date{})
			}
		}
	}
	return schema.Date{}
}
