package segment

import (
	"unicode"
	"unicode/utf8"
)

// closers maps an opening mark to the marks that may close it.
var closers = map[rune]string{
	'"': `"`, '“': "”“\"", '„': "“”", '«': "»", '»': "«", '‹': "›", '「': "」", '『': "』", '‘': "’", '\'': "'", '”': "”",
}

func isOpening(r rune) bool { _, ok := closers[r]; return ok && r != '\'' }

func isClosing(r rune) bool {
	switch r {
	case '"', '”', '“', '»', '«', '›', '」', '』', '’', '\'':
		return true
	}
	return false
}

// findQuotes finds the outermost quotations of every block; what is quoted
// inside one is part of it.
func (t *Text) findQuotes() {
	t.quoteOf = make([]int32, len(t.Tokens))
	for i := range t.quoteOf {
		t.quoteOf[i] = -1
	}
	for b := range t.Blocks {
		if t.Blocks[b].Kind != Row && t.Blocks[b].Kind != Boilerplate {
			t.quotesIn(b)
		}
	}
}

func (t *Text) quotesIn(b int) {
	tokens := t.Blocks[b].Tokens
	for i := tokens.From; i < tokens.To; i++ {
		if next := t.quoteAt(b, i, tokens); next > i {
			i = next
		}
	}
}

// quoteAt adds the quotation that opens at token i and returns its last token,
// or i when none opens there.
func (t *Text) quoteAt(b, i int, in Range) int {
	if t.isPair(i) && t.opensPair(i) {
		if end := t.closesPair(i+2, in.To); end > 0 {
			t.addQuote(b, Range{i + 2, end}, Range{i, end + 2}, false)
			return end + 1
		}
		return i
	}
	open, _ := utf8.DecodeRuneInString(t.Tokens[i].Text)
	if !t.opens(i, open) {
		return i
	}
	end := t.closes(i+1, in.To, open)
	switch {
	case end >= 0:
		t.addQuote(b, Range{i + 1, end}, Range{i, end + 1}, false)
		return end
	case (i == in.From || t.reopened(b, open)) && !isSingle(open):
		// A paragraph that opens with a mark and never closes it goes on in the
		// next one, and so does any quotation that the next paragraph opens
		// again; elsewhere the mark is stray.
		t.addQuote(b, Range{i + 1, in.To}, Range{i, in.To}, true)
		return in.To
	}
	return i
}

// reopened reports whether the block after b begins with an opening mark.
func (t *Text) reopened(b int, open rune) bool {
	if b+1 >= len(t.Blocks) || t.Blocks[b+1].Tokens.Empty() {
		return false
	}
	first := t.Blocks[b+1].Tokens.From
	r, _ := utf8.DecodeRuneInString(t.Tokens[first].Text)
	return r == open && t.opens(first, r)
}

func isSingle(r rune) bool { return r == '\'' || r == '‘' }

// opens reports whether token i can open a quotation: a mark that a word
// follows directly and that does not follow a word directly.
func (t *Text) opens(i int, r rune) bool {
	if _, ok := closers[r]; !ok || len(t.Tokens[i].Text) != utf8.RuneLen(r) || i+1 >= len(t.Tokens) {
		return false
	}
	at := t.Tokens[i]
	before, _ := utf8.DecodeLastRuneInString(t.Raw[:at.Start])
	after, _ := utf8.DecodeRuneInString(t.Raw[at.End:])
	if r == '»' || r == '”' {
		// Danish »so« and Swedish ”so” open with what closes elsewhere.
		return !unicode.IsSpace(after) && (at.Start == 0 || unicode.IsSpace(before))
	}
	return !unicode.IsSpace(after) && (at.Start == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before))
}

// maxQuote bounds a quotation inside a block, in tokens: beyond it a mark is
// taken for stray, which also bounds the time for a million opening marks.
const maxQuote = 600

// maxDepth bounds quotations within one in the same marks.
const maxDepth = 8

// closes is the token that closes the quotation, or -1. A single mark closes
// only before a space or a mark: inside a word it is an apostrophe. Where
// opening and closing mark differ, a quotation in the same marks inside it is
// passed over, if the marks balance.
func (t *Text) closes(from, to int, open rune) int {
	first, depth := -1, 0
	for i := from; i < min(to, from+maxQuote); i++ {
		if t.Tokens[i].Text[0] < 0x80 && t.Tokens[i].Text[0] != '"' && t.Tokens[i].Text[0] != '\'' {
			continue
		}
		r, n := utf8.DecodeRuneInString(t.Tokens[i].Text)
		if n != len(t.Tokens[i].Text) {
			continue
		}
		if open == '“' && r == open && t.opens(i, r) {
			if depth++; depth > maxDepth {
				return first // no prose: a scan for each would take long
			}
			continue
		}
		if !containsRune(closers[open], r) {
			continue
		}
		after, _ := utf8.DecodeRuneInString(t.Raw[t.Tokens[i].End:])
		if isSingle(open) && unicode.IsLetter(after) {
			continue
		}
		if first < 0 {
			first = i
		}
		if depth == 0 {
			return i
		}
		depth--
	}
	return first
}

func containsRune(s string, r rune) bool {
	for _, c := range s {
		if c == r {
			return true
		}
	}
	return false
}

// addQuote adds a quotation: inside without its marks, whole with them.
func (t *Text) addQuote(b int, inside, whole Range, open bool) {
	for i := whole.From; i < whole.To; i++ {
		t.quoteOf[i] = int32(len(t.Quotes))
	}
	t.Quotes = append(t.Quotes, Quote{Span: t.SpanOf(whole), Block: b, Tokens: inside, Open: open})
}
