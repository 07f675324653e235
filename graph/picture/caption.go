package picture

import (
	"math"
	"slices"
)

// Caption is what a picture says of itself, so that it can stand alone.
type Caption struct {
	Title    string
	Sentence string // what was selected, in words
	Citation string // the data version, the codebook, the program, the address
	Inside   bool   // it stands in a page that says all this: the picture has only the legend
}

const (
	margin    = 20.0
	least     = 560.0 // width of a picture, for its captions
	lineSpace = 1.35
)

// framed puts a title above what is drawn, and a legend and a citation below.
func framed(c Caption, desc string, content *group, w, h float64, legend []entry) *Scene {
	inner := math.Ceil(max(w, least-2*margin))
	s := &Scene{Width: inner + 2*margin, Title: clean(c.Title), Desc: desc, Cite: clean(c.Citation)}
	y := margin
	if !c.Inside {
		y = s.lines("title", c.Title, y, inner, 3)
		y = s.lines("sentence", c.Sentence, y+3, inner, 5) + 14
	}
	content.x, content.y = margin, y
	keys, height := legendOf(legend, inner)
	keys.x, keys.y = margin, y+h+18
	s.items = append(s.items, content, keys)
	y = keys.y + height + 12
	if !c.Inside {
		s.items = append(s.items, segment("rule", margin, y, margin+inner, y))
		y = s.lines("cite", c.Citation, y+5, inner, 6) + margin - 6
	}
	s.Height = math.Ceil(y)
	return s
}

// lines writes a text from a height on and returns the height after it.
func (s *Scene) lines(class, content string, y, most float64, limit int) float64 {
	size := lookOf(class).size
	for _, l := range wrap(class, content, most, limit) {
		y += size * lineSpace
		s.items = append(s.items, text{class: class, x: margin, y: y - size*.3, s: l})
	}
	return y
}

// entry is one item of a legend: a small drawing of a width, and what it means.
type entry struct {
	drawn []item // in a box 16 high
	width float64
	means string
}

// legendOf sets entries one after the other, in as many lines as they take.
func legendOf(entries []entry, most float64) (g *group, height float64) {
	g = &group{class: "pg-legend"}
	const rowHeight = 21.0
	x, y := 0.0, 0.0
	for _, e := range entries {
		means := fit("key", e.means, most-e.width-6)
		w := e.width + 6 + width("key", means)
		if x > 0 && x+w > most {
			x, y = 0, y+rowHeight
		}
		one := &group{x: x, y: y, items: slices.Clone(e.drawn)}
		one.add(text{class: "key", x: e.width + 6, y: 11.5, s: means})
		g.add(one)
		x += w + 18
	}
	return g, y + 16
}

// signKeys are the legend of every state of a position.
func signKeys() []entry {
	var list []entry
	for _, b := range Bands {
		s := Signs[b]
		e := entry{width: 24, means: s.Word, drawn: patch(s, 0, 0, 24, 16)}
		e.drawn = append(e.drawn, glyph(s, 12, 12))
		list = append(list, e)
	}
	return list
}

// glyph is the glyph of a sign, to stand on its colour.
func glyph(s Sign, x, y float64) item {
	return text{class: "glyph on-" + s.Class, x: x, y: y, anchor: middle, s: s.Glyph}
}
