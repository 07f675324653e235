package server

import (
	"fmt"
	"html"
	"html/template"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// words are the functions that templates may call: numbers and dates as people
// read them, and nothing that decides anything.
var words = template.FuncMap{
	"sign":     signMarkup,
	"glyph":    glyphMarkup,
	"tallies":  talliesMarkup,
	"count":    count,
	"measure":  coefficientWords,
	"percent":  percent,
	"sentence": sentence,
	"number":   thousands,
	"day":      longDay,
	"date":     longDate,
	"iso":      isoDate,
	"short":    shortID,
	"signed":   signedValue,
	"join":     strings.Join,
	"share":    share,
}

// signMarkup is a sign with its word for those who hear the page. Matrices have
// thousands: a call is several times as fast as a template of its own.
func signMarkup(s sign) template.HTML {
	return template.HTML(`<span class="sign ` + html.EscapeString(s.Class) + `"><span aria-hidden="true">` + html.EscapeString(s.Glyph) +
		`</span> <span class="vh">` + html.EscapeString(s.Word) + `</span></span>`)
}

// glyphMarkup is a sign whose word stands beside it.
func glyphMarkup(s sign) template.HTML {
	return template.HTML(`<span class="sign ` + html.EscapeString(s.Class) + `" aria-hidden="true">` + html.EscapeString(s.Glyph) + `</span>`)
}

// talliesMarkup are the tallies of a cell, each a sign with its number and word:
// together, for the same reason.
func talliesMarkup(all []tally) template.HTML {
	var b strings.Builder
	for _, t := range all {
		b.WriteString(`<span class="item">` + string(glyphMarkup(t.Sign)) + " " + strconv.Itoa(t.N) + " " + html.EscapeString(t.Word) + "</span> ")
	}
	return template.HTML(b.String())
}

// count is a number with its noun: "1 statement", "148 statements". The plural
// is the singular with an s.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

// thousands groups digits with a narrow space, which no language of a reader
// takes for a decimal sign.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// longDay is a day in words: "21 October 2025".
func longDay(d schema.Day) string {
	if d == schema.MinDay || d == schema.MaxDay {
		return "an unknown day"
	}
	return d.Time().Format("2 January 2006")
}

// longDate is a date in words, as sure as it is and no surer: "October 2025",
// "between 16 and 31 October 2025", "by 19 May 2025", "about 3 May 2025".
func longDate(d schema.Date) string {
	text := strings.TrimSuffix(d.String(), "~")
	from, to, interval := strings.Cut(text, "/")
	switch {
	case d.IsZero():
		return "date unknown"
	case interval && from == "..":
		return "by " + datePart(to)
	case interval:
		return "between " + datePart(from) + " and " + datePart(to)
	case text != d.String():
		return "about " + datePart(text)
	}
	return datePart(text)
}

// datePart is a day, month or year of EDTF in words.
func datePart(s string) string {
	about := ""
	if cut, ok := strings.CutSuffix(s, "~"); ok {
		s, about = cut, "about "
	}
	d, err := schema.ParseDate(s)
	switch {
	case err != nil:
		return about + s
	case len(s) == len("2006"):
		return about + s
	case len(s) == len("2006-01"):
		return about + d.Earliest().Time().Format("January 2006")
	}
	return about + longDay(d.Earliest())
}

// isoDate is a date for the datetime attribute of <time>, which knows days,
// months and years; "" for anything else.
func isoDate(d schema.Date) string {
	if strings.ContainsAny(d.String(), "/~") {
		return ""
	}
	return d.String()
}

// capitalised is a text that begins with a capital, as a heading does.
func capitalised(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// sentence is a message of the program as a sentence of a page. Its capital is
// the style sheet's: it may begin with the name of a file.
func sentence(message string) string {
	last, _ := utf8.DecodeLastRuneInString(message)
	if message == "" || strings.ContainsRune(".!?:…", last) {
		return message
	}
	return message + "."
}

// shortID is enough of an ID to tell it from its neighbours.
func shortID(id string) string {
	if len(id) > 8 {
		return id[:8]
	}
	return id
}

// signedValue is a value with a real minus and at most two decimals: "+0.75".
func signedValue(v float64) string {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%+.2f", v), "0"), ".")
	if s == "+" || s == "-" || s == "+0" || s == "-0" {
		return "0"
	}
	return strings.Replace(s, "-", "\u2212", 1)
}

// ago is an age in days as people say it.
func ago(days int) string {
	switch {
	case days < 45:
		return count(days, "day")
	case days < 24*30:
		return count((days+15)/30, "month")
	}
	return count((days+182)/365, "year")
}

// valueOf is a value as text; "" where there is none.
func valueOf(v *float64) string {
	if v == nil {
		return ""
	}
	return signedValue(*v)
}

// share is a count as a part of the largest, in the units of a bar 100 wide.
func share(n, most int) int {
	if most == 0 {
		return 0
	}
	return (n*100 + most - 1) / most
}
