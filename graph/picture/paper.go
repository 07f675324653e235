package picture

import (
	"image/color"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// colourOf is a colour by its name; ok is false for nothing and for none.
func colourOf(name string) (c color.RGBA, ok bool) {
	hex, ok := colours[name]
	if !ok {
		return c, false
	}
	v, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		panic("picture: colour " + hex) // the table is part of the program
	}
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, true
}

// alpha is how solid a look is, from 0 to 255.
func (l look) alpha() uint8 {
	if l.solid == 0 {
		return 255
	}
	return uint8(l.solid*255 + .5)
}

// dashes are the lengths of a look's strokes and gaps.
func (l look) dashes() []float64 {
	var list []float64
	for _, f := range strings.Fields(l.dash) {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil {
			panic("picture: dash " + l.dash)
		}
		list = append(list, v)
	}
	return list
}

// printable is a text as the fonts of paper can set it: letters from left to
// right as they are seen, and a box for each that they lack.
func printable(s string) string {
	var b strings.Builder
	for _, r := range visual(s) {
		switch _, ok := regular()[r]; {
		case ok:
			b.WriteRune(r)
		case !invisible(r):
			b.WriteRune('\u25a1')
		}
	}
	return b.String()
}

// visual puts the letters of a text in the order in which they are seen, which
// is another one where it is written from right to left.
func visual(s string) string {
	var p bidi.Paragraph
	if _, err := p.SetString(s, bidi.DefaultDirection(bidi.LeftToRight)); err != nil {
		return s
	}
	order, err := p.Order()
	if err != nil {
		return s
	}
	var b strings.Builder
	for i := range order.NumRuns() {
		run := order.Run(i)
		if run.Direction() == bidi.RightToLeft {
			b.WriteString(bidi.ReverseString(run.String()))
		} else {
			b.WriteString(run.String())
		}
	}
	return b.String()
}

// shift is where a text begins, to the right of its place: it is set as it is
// printed, so its width is that of what is printed.
func (t text) shift(printed string) float64 {
	switch t.anchor {
	case middle:
		return -width(t.class, printed) / 2
	case end:
		return -width(t.class, printed)
	}
	return 0
}
