package picture

import (
	"fmt"
	"io"
	"time"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-pdf/fpdf"
)

const (
	points   = 72.0 / 96 // for a pixel
	fontName = "sans"
)

// writePDF writes one page of the size of the picture. The file says no time.
func (s *Scene) writePDF(w io.Writer) error {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: s.Width * points, Ht: s.Height * points}})
	// The format wants a day and this file has none.
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	f.SetCatalogSort(true)
	f.SetTitle(s.Title, true)
	f.SetSubject(s.Cite, true)
	f.SetCreator("Stancegraph", true)
	f.SetProducer("Stancegraph", true)
	f.AddUTF8FontFromBytes(fontName, "", liberationsansregular.TTF)
	f.AddUTF8FontFromBytes(fontName, "B", liberationsansbold.TTF)
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.AddPage()
	f.SetLineJoinStyle("round")
	p := &pager{Fpdf: f}
	p.item(rect("raised", 0, 0, s.Width, s.Height))
	for _, i := range s.items {
		p.item(i)
	}
	if err := f.Output(w); err != nil {
		return fmt.Errorf("picture: pdf: %w", err)
	}
	return nil
}

// pager draws items on a page.
type pager struct {
	*fpdf.Fpdf
	x, y float64 // of the group that is drawn, in pixels
}

func (p *pager) item(i item) {
	switch v := i.(type) {
	case *group:
		inner := &pager{p.Fpdf, p.x + v.x, p.y + v.y}
		for _, one := range v.items {
			inner.item(one)
		}
	case path:
		p.paint(v.look(), func() { p.trace(v.d) })
	case circle:
		p.paint(lookOf(v.class), func() { p.trace(round(v)) })
	case text:
		p.text(v)
	}
}

func (p *pager) at(x, y float64) (float64, float64) { return (x + p.x) * points, (y + p.y) * points }

func (p *pager) trace(r route) {
	for _, s := range r {
		switch x, y := p.at(s.at[0], s.at[1]); s.op {
		case 'M':
			p.MoveTo(x, y)
		case 'L':
			p.LineTo(x, y)
		case 'C':
			x2, y2 := p.at(s.at[2], s.at[3])
			x3, y3 := p.at(s.at[4], s.at[5])
			p.CurveBezierCubicTo(x, y, x2, y2, x3, y3)
		case 'Z':
			p.ClosePath()
		}
	}
}

// round is a circle in four curves.
func round(c circle) route {
	const k = 0.5522847498 // a quarter of a circle as a Bézier curve
	var r route
	x, y, a, b := c.x, c.y, c.r, c.r*k
	r.move(x+a, y).curve(x+a, y+b, x+b, y+a, x, y+a).curve(x-b, y+a, x-a, y+b, x-a, y).
		curve(x-a, y-b, x-b, y-a, x, y-a).curve(x+b, y-a, x+a, y-b, x+a, y).close()
	return r
}

func (p *pager) paint(l look, trace func()) {
	style := ""
	if c, ok := colourOf(l.fill); ok {
		p.SetFillColor(int(c.R), int(c.G), int(c.B))
		style += "F"
	}
	if c, ok := colourOf(l.stroke); ok {
		p.SetDrawColor(int(c.R), int(c.G), int(c.B))
		p.SetLineWidth(l.width * points)
		dashes := l.dashes()
		for i := range dashes {
			dashes[i] *= points
		}
		p.SetDashPattern(dashes, 0)
		style += "D"
	}
	if style == "" {
		return
	}
	p.SetAlpha(float64(l.alpha())/255, "Normal")
	trace()
	p.DrawPath(style)
}

func (p *pager) text(t text) {
	l := lookOf(t.class)
	c, _ := colourOf(l.fill)
	style := ""
	if l.bold {
		style = "B"
	}
	p.SetAlpha(1, "Normal")
	p.SetTextColor(int(c.R), int(c.G), int(c.B))
	p.SetFont(fontName, style, l.size*points)
	s := printable(t.s)
	x, y := p.at(t.x, t.y)
	if t.angle != 0 {
		p.TransformBegin()
		p.TransformRotate(-t.angle, x, y)
		defer p.TransformEnd()
	}
	p.Text(x+t.shift(s)*points, y, s)
}
