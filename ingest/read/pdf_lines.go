package read

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// Gaps, in sizes of the letter before: what is wider is a space, what is
// higher begins a line, what is higher still a paragraph.
const (
	spaceGap     = 0.2
	lineGap      = 0.4
	paragraphGap = 1.6
)

// paragraphs puts letters together, in the order in which they are drawn.
func paragraphs(letters []pdf.Text) string {
	w := pdfWriter{spaced: hasSpaces(letters)}
	for _, l := range letters {
		if l.S == "\n" { // the library's own mark after a run of letters
			continue
		}
		w.letter(l)
	}
	w.endParagraph()
	return strings.Join(w.paragraphs, "\n\n")
}

// hasSpaces reports whether letters of unknown width have spaces among them:
// then gaps after such letters are no spaces, or every kerned pair would be two
// words.
func hasSpaces(letters []pdf.Text) bool {
	return slices.ContainsFunc(letters, func(l pdf.Text) bool { return l.W == 0 && l.S == " " })
}

type pdfWriter struct {
	spaced     bool
	paragraphs []string
	text       strings.Builder // the paragraph that is being written
	before     pdf.Text
	any        bool
	run        int // letters since the place was said; those of unknown width all have that of the first
}

func (w *pdfWriter) letter(l pdf.Text) {
	size := max(math.Abs(w.before.FontSize), 1)
	fall := math.Abs(l.Y - w.before.Y)
	switch {
	case !w.any:
	case fall > paragraphGap*size, l.Y-w.before.Y > lineGap*size: // further up: another column, another box
		w.endParagraph()
	case fall > lineGap*size:
		w.endLine(l.S)
	case w.apart(l, size):
		w.text.WriteByte(' ')
	}
	if w.run++; l.X != w.before.X || l.Y != w.before.Y {
		w.run = 1
	}
	w.text.WriteString(clean(l.S))
	w.before, w.any = l, true
}

// Widths that are not known, in sizes: about that of a letter, and how far a
// run of letters may be off that before what follows is apart from it.
const (
	likelyWidth = 0.6
	unsure      = 0.25 // for each letter, and at least a whole size
)

// apart reports whether a letter on the same line belongs to another word.
func (w *pdfWriter) apart(l pdf.Text, size float64) bool {
	if l.X < w.before.X-size {
		return true
	}
	if w.before.W == 0 && w.spaced {
		n := float64(w.run)
		return l.X-(w.before.X+n*likelyWidth*size) > max(1, n*unsure)*size
	}
	return l.X-(w.before.X+w.before.W) > spaceGap*size
}

// clean drops what is no text: letters without a meaning, control characters.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || r == '\u00ad' || unicode.IsControl(r) && r != '\t' || unicode.Is(unicode.Co, r) {
			return -1
		}
		return r
	}, s)
}

// endLine joins a line to the next: a word that is broken by a hyphen becomes
// one again when it goes on in small letters.
func (w *pdfWriter) endLine(next string) {
	if w.before.S == "\u00ad" { // a soft hyphen is drawn only where it breaks a word
		return
	}
	s := w.text.String()
	first, _ := utf8.DecodeRuneInString(next)
	head, broken := strings.CutSuffix(s, "-")
	last, _ := utf8.DecodeLastRuneInString(head)
	if broken && unicode.IsLower(first) && unicode.IsLower(last) {
		w.text.Reset()
		w.text.WriteString(head)
		return
	}
	w.text.WriteByte(' ')
}

func (w *pdfWriter) endParagraph() {
	if s := oneLine(w.text.String()); s != "" {
		w.paragraphs = append(w.paragraphs, s)
	}
	w.text.Reset()
}
