package picture

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// Inline writes the picture for the inside of an HTML page: with classes, whose
// rules StyleSheet has, and links. The ID must be unique on the page. It asks
// for no style or script, so that it passes a strict security policy.
func (s *Scene) Inline(w io.Writer, id string) error {
	return s.svg(w, &svgWriter{id: id, inline: true})
}

// writeSVG writes the picture as a file, which carries its colours as
// attributes: every drawing program reads those.
func (s *Scene) writeSVG(w io.Writer) error { return s.svg(w, &svgWriter{id: "picture"}) }

// tall is how many times as high as wide a picture is that could not be read
// on one page of paper: it has the class tall, and goes over several.
const tall = 1.5

// svgWriter writes items one after the other. Errors stay in its buffer until
// the end.
type svgWriter struct {
	*bufio.Writer
	id     string
	inline bool
}

func (s *Scene) svg(w io.Writer, o *svgWriter) error {
	o.Writer = bufio.NewWriter(w)
	if !o.inline {
		o.WriteString(xml.Header)
	}
	fmt.Fprintf(o, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %[1]s %[2]s" role="%s" aria-labelledby="%s-title %[4]s-desc"`,
		number(s.Width), number(s.Height), s.role(), o.id)
	if o.inline {
		class := "picture"
		if s.Height > tall*s.Width {
			class += " tall"
		}
		fmt.Fprintf(o, ` class="%s"`, class)
	} else {
		fmt.Fprintf(o, ` font-family="%s"`, escaped(strings.ReplaceAll(families, `"`, `'`)))
	}
	fmt.Fprintf(o, ">\n<title id=\"%s-title\">%s</title>\n<desc id=\"%[1]s-desc\">%[3]s</desc>\n", o.id, escaped(clean(s.Title)), escaped(s.Desc))
	if !o.inline {
		o.item(rect("raised", 0, 0, s.Width, s.Height))
	}
	for _, i := range s.items {
		o.item(i)
	}
	o.WriteString("</svg>\n")
	return o.Flush()
}

// role is that of a picture or, where it has links inside, of a document: the
// parts of a picture are hidden from those who cannot see it.
func (s *Scene) role() string {
	if linked(s.items) {
		return "graphics-document document"
	}
	return "img"
}

func linked(items []item) bool {
	for _, i := range items {
		if g, ok := i.(*group); ok && (g.link != "" || linked(g.items)) {
			return true
		}
	}
	return false
}

func (o *svgWriter) item(i item) {
	switch v := i.(type) {
	case *group:
		o.group(v)
	case path:
		o.texts("<path", o.look(v.class, v.width), ` d="`, v.d.String(), "\"/>\n")
	case circle:
		o.texts("<circle", o.look(v.class, 0), ` cx="`, number(v.x), `" cy="`, number(v.y), `" r="`, number(v.r), "\"/>\n")
	case text:
		o.text(v)
	}
}

// texts writes one after the other: pictures have thousands of marks, and a
// format takes as long as all the rest.
func (o *svgWriter) texts(list ...string) {
	for _, s := range list {
		o.WriteString(s)
	}
}

func (o *svgWriter) text(t text) {
	fmt.Fprintf(o, `<text%s x="%s" y="%s"`, o.look(t.class, 0), number(t.x), number(t.y))
	if t.anchor != start {
		fmt.Fprintf(o, ` text-anchor="%s"`, t.anchor)
	}
	if t.angle != 0 {
		fmt.Fprintf(o, ` transform="rotate(%s %s %s)"`, number(t.angle), number(t.x), number(t.y))
	}
	if known(t) { // whatever font there is takes the room that was planned
		fmt.Fprintf(o, ` textLength="%s" lengthAdjust="spacingAndGlyphs"`, number(width(t.class, t.s)))
	}
	fmt.Fprintf(o, ">%s</text>\n", escaped(t.s))
}

// known reports whether the width of a text is certain and worth saying.
func known(t text) bool {
	if len(t.s) < 4 {
		return false
	}
	w := regular()
	for _, r := range t.s {
		if _, ok := w[r]; !ok {
			return false
		}
	}
	return true
}

func (o *svgWriter) group(g *group) {
	tag := "g"
	if g.link != "" {
		tag = "a"
	}
	o.texts("<", tag)
	if g.link != "" {
		o.texts(` href="`, escaped(g.link), `"`)
	}
	if g.class != "" && o.inline {
		o.texts(` class="`, g.class, `"`)
	}
	if g.data != "" && o.inline {
		fmt.Fprintf(o, ` data-key="%s"`, escaped(g.data))
	}
	if g.x != 0 || g.y != 0 {
		fmt.Fprintf(o, ` transform="translate(%s %s)"`, number(g.x), number(g.y))
	}
	o.WriteString(">\n")
	if g.title != "" {
		o.texts("<title>", escaped(clean(g.title)), "</title>\n")
	}
	for _, i := range g.items {
		o.item(i)
	}
	o.texts("</", tag, ">\n")
}

// look is a class as attributes, with a blank before each; line is the width of
// its line where it has its own.
func (o *svgWriter) look(class string, line float64) string {
	if o.inline {
		own := ""
		if line > 0 {
			own = ` stroke-width="` + number(line) + `"`
		}
		return ` class="p-` + strings.ReplaceAll(class, " ", " p-") + `"` + own
	}
	l := lookOf(class)
	if line > 0 {
		l.width = line
	}
	var b strings.Builder
	for _, p := range l.properties(func(name string) string { return colours[name] }) {
		fmt.Fprintf(&b, ` %s="%s"`, p[0], p[1])
	}
	return b.String()
}

func (r route) String() string {
	var b strings.Builder
	for _, s := range r {
		b.WriteByte(s.op)
		for i := range s.numbers() {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(number(s.at[i]))
		}
	}
	return b.String()
}

// number is a length with at most two decimals.
func number(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // and not -0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func escaped(s string) string {
	if plain(s) && !strings.ContainsAny(s, `<>&"'`) {
		return s
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}
