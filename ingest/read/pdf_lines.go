package read

import (
	"math"
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
	var w pdfWriter
	for _, l := range letters {
		if l.S == "\n" { // the library's own mark after a run of letters
			continue
		}
		w.letter(l)
	}
	w.endParagraph()
	return strings.Join(w.paragraphs, "\n\n")
}

type pdfWriter struct {
	paragraphs []string
	text       strings.Builder // the paragraph that is being written
	before     pdf.Text
	any        bool
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
	case l.X-(w.before.X+w.before.W) > spaceGap*size || l.X < w.before.X-size:
		w.text.WriteByte(' ')
	}
	w.text.WriteString(clean(l.S))
	w.before, w.any = l, true
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
