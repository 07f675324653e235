package segment

import (
	"unicode"
	"unicode/utf8"
)

// closers maps an opening mark to the marks that may close it.
var closers = map[rune]string{
	'"': `"`, '“': "”“\"", '„': "“”", '«': "»", '»': "«", '‹': "›", '「': "」", '『': "』", '‘': "’", '\'': "'",
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
		open, _ := utf8.DecodeRuneInString(t.Tokens[i].Text)
		if !t.opens(i, open) {
			continue
		}
		end := t.closes(i+1, tokens.To, open)
		if end < 0 {
			// A paragraph that opens with a mark and never closes it goes on in
			// the next one; anywhere else the mark is stray.
			if i != tokens.From || isSingle(open) {
				continue
			}
			end = tokens.To
		}
		t.addQuote(b, i, end, tokens.To)
		i = end
	}
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
	if r == '»' && !unicode.IsSpace(after) && (at.Start == 0 || unicode.IsSpace(before)) {
		return true
	}
	if r == '»' {
		return false
	}
	return !unicode.IsSpace(after) && (at.Start == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before))
}

// maxQuote bounds a quotation inside a block, in tokens: beyond it a mark is
// taken for stray, which also bounds the time for a million opening marks.
const maxQuote = 600

// closes is the token that closes the quotation, or -1. A single mark closes
// only before a space or a mark: inside a word it is an apostrophe.
func (t *Text) closes(from, to int, open rune) int {
	for i := from; i < min(to, from+maxQuote); i++ {
		if t.Tokens[i].Text[0] < 0x80 && t.Tokens[i].Text[0] != '"' && t.Tokens[i].Text[0] != '\'' {
			continue
		}
		r, n := utf8.DecodeRuneInString(t.Tokens[i].Text)
		if n != len(t.Tokens[i].Text) {
			continue
		}
		if !containsRune(closers[open], r) {
			continue
		}
		after, _ := utf8.DecodeRuneInString(t.Raw[t.Tokens[i].End:])
		if isSingle(open) && unicode.IsLetter(after) {
			continue
		}
		return i
	}
	return -1
}

func containsRune(s string, r rune) bool {
	for _, c := range s {
		if c == r {
			return true
		}
	}
	return false
}

// addQuote adds the quotation from the mark at open to the one at end; end ==
// limit means that it runs to the end of the block.
func (t *Text) addQuote(b, open, end, limit int) {
	q := Quote{Block: b, Tokens: Range{open + 1, end}, Open: end == limit}
	q.Span = Span{t.Tokens[open].Start, t.Tokens[min(end, limit-1)].End}
	for i := open; i <= min(end, limit-1); i++ {
		t.quoteOf[i] = int32(len(t.Quotes))
	}
	t.Quotes = append(t.Quotes, q)
}
