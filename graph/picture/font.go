package picture

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// families are fonts of the same widths, so that what fits in one fits in all.
const families = `"Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", sans-serif`

// widths are those of the letters of a font, for a size of 1.
type widths map[rune]float64

var (
	regular = sync.OnceValue(func() widths { return measure(liberationsansregular.TTF) })
	bold    = sync.OnceValue(func() widths { return measure(liberationsansbold.TTF) })
)

// measure reads the widths of a font that is part of the program: a fault in it
// is a fault of the build.
func measure(ttf []byte) widths {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic("picture: embedded font: " + err.Error())
	}
	w := widths{}
	var b sfnt.Buffer
	const em = 2048
	for r := rune(' '); r < 0xFFFF; r++ {
		i, err := f.GlyphIndex(&b, r)
		if err != nil || i == 0 {
			continue
		}
		if advance, err := f.GlyphAdvance(&b, i, fixed.I(em), font.HintingNone); err == nil {
			w[r] = float64(advance) / 64 / em
		}
	}
	return w
}

// width is how wide a text is in a class. A character that the font lacks is
// taken as wide as high: so are most that it lacks.
func width(class, s string) float64 {
	l := lookOf(class)
	w, sum := regular(), 0.0
	if l.bold {
		w = bold()
	}
	for _, r := range s {
		one, ok := w[r]
		if !ok && !invisible(r) {
			one = 1
		}
		sum += one
	}
	return sum * l.size
}

// invisible reports whether a rune joins or varies others and has no width.
func invisible(r rune) bool {
	return unicode.Is(unicode.Mn, r) || r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || unicode.Is(unicode.Variation_Selector, r)
}

// longest is as much of a label as is looked at: nothing draws more.
const longest = 600

// clean is a text that is safe to draw: composed, on one line, without what
// turns the direction of its neighbours or steers a terminal, and bounded.
func clean(s string) string {
	if plain(s) {
		return s
	}
	cutShort := false
	if len(s) > 4*longest {
		s, cutShort = s[:4*longest], true
	}
	runes := []rune(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
	if len(runes) > longest {
		runes, cutShort = runes[:longest], true
	}
	for i, r := range runes {
		switch {
		case unicode.IsSpace(r):
			runes[i] = ' '
		case unicode.IsControl(r), steers(r), r == '\uFFFE', r == '\uFFFF':
			runes[i] = '\uFFFD'
		}
	}
	s = strings.Join(strings.Fields(string(runes)), " ")
	if cutShort {
		s += "\u2026"
	}
	return s
}

// plain reports whether a text is short and of printable ASCII with single blanks
// between words, as most are: there is nothing to clean.
func plain(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == ' ' && before == ' ' {
			return false
		}
		before = s[i]
	}
	return len(s) <= longest && before != ' '
}

// steers reports whether a rune changes the direction of others.
func steers(r rune) bool {
	return r == '\u200e' || r == '\u200f' || r == '\u061c' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// fit is a text of at most a width, with an ellipsis where it was cut.
func fit(class, s string, most float64) string {
	s = clean(s)
	if width(class, s) <= most {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && width(class, string(runes)+"\u2026") > most {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ,;:(") + "\u2026"
}

// wrap breaks a text into at most some lines of at most a width, at blanks and,
// where a word is too long, inside it. The last line ends in an ellipsis where
// something is left.
func wrap(class, s string, most float64, lines int) []string {
	var list []string
	rest := clean(s)
	for rest != "" && len(list) < lines-1 && width(class, rest) > most {
		n := breakAt(class, rest, most)
		list = append(list, strings.TrimRight(rest[:n], " "))
		rest = strings.TrimLeft(rest[n:], " ")
	}
	if rest != "" {
		list = append(list, fit(class, rest, most))
	}
	return list
}

// breakAt is how many bytes of a text go on its first line: at least a rune.
func breakAt(class, s string, most float64) int {
	fits, blank, before := 0, 0, ' '
	for i, r := range s {
		if r == ' ' {
			blank = i
		}
		if width(class, s[:i]) > most {
			break
		}
		fits = i
		if (r == '-' || r == '/' || r == '\u2013') && unicode.IsLetter(before) {
			if at := i + utf8.RuneLen(r); width(class, s[:at]) <= most {
				blank = at
			}
		}
		before = r
	}
	if blank > 0 && blank <= fits+1 {
		return blank
	}
	_, first := utf8.DecodeRuneInString(s)
	return max(fits, first)
}

// widest is the width of the widest of some lines.
func widest(class string, lines []string) float64 {
	most := 0.0
	for _, l := range lines {
		most = max(most, width(class, l))
	}
	return most
}
