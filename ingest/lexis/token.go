package lexis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is made of.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // letters, with inner dots of an abbreviation
	Number             // begins with a digit
	Mark               // one punctuation mark or symbol
)

// Token is a word, a number or a mark, at its place.
type Token struct {
	Start, End int    // bytes into the text, end exclusive
	Text       string // as written
	Fold       string // lower case, apostrophe as '; the month is "May", the verb "may"
	Lemma      string // stem of the base form; Fold for numbers and marks
	Kind       Kind
	Joined     bool // by a hyphen to the token before: "30" and "day" of "30-day"
}

// Capital reports whether the token begins with an upper-case letter.
func (t Token) Capital() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r)
}

// Dash reports whether the token is a dash between words.
func (t Token) Dash() bool {
	return t.Kind == Mark && (t.Text == "—" || t.Text == "–" || t.Text == "―" || t.Text == "-")
}

// Tokenize splits a text into tokens in the order of the text. A clitic is a
// token of its own ("'s", "n't", "'ve"), so that a name is the same word with
// and without it. Hyphens are not tokens; they are marked on the word after.
func Tokenize(text string) []Token {
	tokens := make([]Token, 0, len(text)/5+1)
	joined := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			i, joined = i+n, false
			continue
		case isHyphen(r) && len(tokens) > 0 && tokens[len(tokens)-1].End == i && startsWord(text[i+n:]):
			i, joined = i+n, true
			continue
		}
		t := scan(text, i, r, n)
		t.Joined = joined
		t.Fold = fold(t.Text)
		t.Lemma = t.Fold
		if t.Kind == Word {
			t.Lemma = lemma(t.Fold)
		}
		tokens = append(tokens, t)
		i, joined = t.End, false
	}
	for i := range tokens {
		keepMay(tokens, i)
	}
	return tokens
}

func scan(text string, i int, r rune, n int) Token {
	switch {
	case unicode.IsDigit(r):
		return Token{Start: i, End: numberEnd(text, i), Kind: Number}.in(text)
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return Token{Start: i, End: wordEnd(text, i), Kind: Word}.in(text)
	case isApostrophe(r):
		if end := cliticEnd(text, i+n); end > 0 {
			return Token{Start: i, End: end, Kind: Word}.in(text)
		}
	}
	return Token{Start: i, End: i + n, Kind: Mark}.in(text)
}

func (t Token) in(text string) Token { t.Text = text[t.Start:t.End]; return t }

// numberEnd takes digits with inner points, commas and colons: 1,000 12:37
// 2025.10.21.
func numberEnd(text string, i int) int {
	end := i
	for j, r := range text[i:] {
		switch {
		case unicode.IsDigit(r) || unicode.IsLetter(r):
			end = i + j + utf8.RuneLen(r)
		case (r == '.' || r == ',' || r == ':') && i+j == end && startsDigit(text[i+j+1:]):
			end = i + j + 1
		default:
			return end
		}
	}
	return end
}

// wordEnd takes letters and the inner dots of an abbreviation of single
// letters (U.S., U.N.). It stops before a clitic.
func wordEnd(text string, i int) int {
	if end := negationEnd(text, i); end > 0 {
		return end
	}
	end, letters := i, 0
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			if end > i && negationEnd(text, end) > 0 {
				return end
			}
			letters++
			end += n
		case r == '.' && letters == 1 && (end > i+utf8.RuneLen(r) && text[i:end] != "I" && followsAbbreviation(text, i, end)):
			letters = 0
			end += n
		case r == '.' && letters == 1 && startsInitial(text[end+n:]):
			letters = 0
			end += n
		default:
			return end
		}
	}
	return end
}

// negationEnd is the end of "n't" when it begins at i, or 0.
func negationEnd(text string, i int) int {
	if text[i] != 'n' {
		return 0
	}
	r, n := utf8.DecodeRuneInString(text[i+1:])
	end := i + 1 + n + 1
	if !isApostrophe(r) || end > len(text) || text[end-1] != 't' || startsLetter(text[end:]) {
		return 0
	}
	return end
}

// startsInitial reports whether another letter of an abbreviation follows: one
// letter and then a dot, or one letter alone.
func startsInitial(rest string) bool {
	r, n := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(r) && !startsLetter(rest[n:])
}

// followsAbbreviation reports whether the word from i to end already has a dot:
// then one more closes it.
func followsAbbreviation(text string, i, end int) bool { return strings.Contains(text[i:end], ".") }

// clitics are what may follow an apostrophe as a word of its own.
var clitics = [...]string{"s", "re", "ve", "ll", "d", "m", "t"}

// cliticEnd is the end of a clitic that begins at i, after its apostrophe, or 0.
func cliticEnd(text string, i int) int {
	for _, c := range clitics {
		if strings.HasPrefix(text[i:], c) && !startsLetter(text[i+len(c):]) {
			return i + len(c)
		}
	}
	return 0
}

func startsLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func startsDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

func startsWord(s string) bool { return startsLetter(s) }

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// fold is lower case with one kind of apostrophe.
func fold(s string) string { return strings.ReplaceAll(strings.ToLower(s), "’", "'") }
