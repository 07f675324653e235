package segment

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// line is a line of the text without its line break and outer white space.
type line struct {
	Span
	text string
}

// lines are the lines that are not blank; a blank line ends a block, which
// gap marks on the line after.
func lines(raw string) (list []line, gap []bool) {
	at, blank := 0, true
	for l := range strings.Lines(raw) {
		text := strings.TrimSpace(l)
		if text == "" {
			blank = true
		} else {
			start := at + strings.Index(l, text)
			list = append(list, line{Span{start, start + len(text)}, text})
			gap = append(gap, blank)
			blank = false
		}
		at += len(l)
	}
	return list, gap
}

// wrapWidth is the length up to which lines count as broken by a margin, in
// bytes: longer ones show that the text has a paragraph on a line.
const wrapWidth = 130

// blocks makes a block of every line, or, in a text whose lines end at a
// margin, of every run of lines between blank ones.
func blocks(raw string) []Block {
	list, gap := lines(raw)
	wrapped := isWrapped(list, gap)
	var found []Block
	page := false // what follows is beside the article
	for i, l := range list {
		kind := kindOf(l.text, found, raw)
		page = page || endsArticle(l.text)
		if n := len(found); wrapped && !gap[i] && n > 0 && kind == Paragraph && continues(found[n-1].Kind) {
			found[n-1].End = l.End
			continue
		}
		if page {
			kind = Boilerplate
		}
		found = append(found, Block{Span: l.Span, Kind: kind})
	}
	for i := range found {
		if found[i].Kind == Paragraph && isHeading(raw[found[i].Start:found[i].End]) {
			found[i].Kind = Heading
		}
	}
	return found
}

func continues(k Kind) bool { return k == Paragraph || k == Bullet || k == Credit || k == Boilerplate }

// isWrapped reports whether the text is broken at a margin: no line is longer
// than one, and most lines that another follows directly end there, without a
// full stop and at more than half the width.
func isWrapped(list []line, gap []bool) bool {
	width, followed, open := 0, 0, 0
	for _, l := range list {
		width = max(width, len(l.text))
	}
	for i, l := range list {
		if i+1 < len(list) && !gap[i+1] {
			followed++
			if !endsSentence(l.text) && len(l.text)*2 > width {
				open++
			}
		}
	}
	return width <= wrapWidth && open*2 > followed
}

// kindOf looks at one line; headings are told when the block is complete.
func kindOf(text string, before []Block, raw string) Kind {
	r, n := utf8.DecodeRuneInString(text)
	rest := strings.TrimSpace(text[n:])
	switch {
	case r == '|' && strings.Count(text, "|") >= 2:
		return Row
	case r == '#':
		return Heading
	case isDash(r) && len(before) > 0 && isCredit(rest, raw[before[len(before)-1].Start:before[len(before)-1].End]):
		return Credit
	case r == '•' || r == '◦' || r == '▪' || (r == '-' || r == '*' || r == '–') && strings.HasPrefix(text[n:], " "):
		return Bullet
	}
	return Paragraph
}

func isDash(r rune) bool { return r == '—' || r == '–' || r == '―' || r == '-' }

// maxCredit bounds an attribution line, in bytes.
const maxCredit = 160

// isCredit reports whether a line after a dash names a speaker: it is short,
// begins with a capital, is no sentence, and what stands above it is one or is
// a quotation.
func isCredit(rest, above string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return len(rest) > 0 && len(rest) <= maxCredit && unicode.IsUpper(r) && !endsSentence(rest) && endsSentence(above)
}

// maxHeading bounds a heading, in code points.
const maxHeading = 140

// isHeading reports whether a paragraph is a title and no sentence.
func isHeading(text string) bool {
	if utf8.RuneCountInString(text) > maxHeading {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	return !endsSentence(text) && last != ':' && last != ',' && last != ';' && !isOpening(firstRune(text))
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// endsSentence reports whether the text ends with a full stop or the like,
// closing marks aside.
func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool { return isClosing(r) || r == ')' || r == ']' || r == '*' })
	last, _ := utf8.DecodeLastRuneInString(text)
	return isStop(last)
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' || r == '‽' }

//go:embed boilerplate.txt
var boilerplateFile string

// pageWords are the headings that open what a page has below its article.
var pageWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for l := range strings.Lines(boilerplateFile) {
		if l = strings.TrimSpace(l); l != "" && !strings.HasPrefix(l, ";") {
			set[l] = true
		}
	}
	return set
})

// endsArticle reports whether a line opens the rest of the page: it is one of
// the usual headings, or begins a paragraph with one and a colon.
func endsArticle(text string) bool {
	if len(text) > 1000 {
		text = text[:1000]
	}
	text = strings.ToLower(strings.Trim(text, "#*: "))
	if pageWords()[text] {
		return true
	}
	head, _, colon := strings.Cut(text, ":")
	return colon && pageWords()[head+":"]
}
