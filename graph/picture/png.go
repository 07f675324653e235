package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image/color"
	"image/png"
	"io"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"git.sr.ht/~sbinet/gg"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"

	"github.com/stancegraph/stancegraph/schema"
)

const (
	scale   = 2.0        // dots for a pixel
	maxDots = 40_000_000 // of a PNG: some 160 MB while it is drawn
)

// writePNG draws with two dots for every pixel, and says so in the file, so
// that programs place it in its true size.
func (s *Scene) writePNG(w io.Writer) error {
	if s.Width*scale*s.Height*scale > maxDots {
		return schema.Errorf(schema.KindUsage, "take svg or pdf, or name fewer rows or columns",
			"a PNG of %.0f x %.0f dots is larger than %d", s.Width*scale, s.Height*scale, maxDots)
	}
	d := &dots{gg.NewContext(int(s.Width*scale), int(s.Height*scale)), map[face]font.Face{}}
	d.Scale(scale, scale)
	d.item(rect("raised", 0, 0, s.Width, s.Height))
	for _, i := range s.items {
		d.item(i)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, d.Image()); err != nil {
		return fmt.Errorf("picture: png: %w", err)
	}
	_, err := w.Write(told(b.Bytes(), s))
	return err
}

// dots draws items on a grid of dots.
type dots struct {
	*gg.Context
	faces map[face]font.Face
}

type face struct {
	size float64
	bold bool
}

func (d *dots) item(i item) {
	switch v := i.(type) {
	case *group:
		d.Push()
		d.Translate(v.x, v.y)
		for _, one := range v.items {
			d.item(one)
		}
		d.Pop()
	case path:
		d.trace(v.d)
		d.paint(v.look())
	case circle:
		d.DrawCircle(v.x, v.y, v.r)
		d.paint(lookOf(v.class))
	case text:
		d.text(v)
	}
}

func (d *dots) trace(r route) {
	for _, s := range r {
		switch s.op {
		case 'M':
			d.MoveTo(s.at[0], s.at[1])
		case 'L':
			d.LineTo(s.at[0], s.at[1])
		case 'C':
			d.CubicTo(s.at[0], s.at[1], s.at[2], s.at[3], s.at[4], s.at[5])
		case 'Z':
			d.ClosePath()
		}
	}
}

func (d *dots) paint(l look) {
	if c, ok := colourOf(l.fill); ok {
		d.SetColor(color.NRGBA{c.R, c.G, c.B, l.alpha()})
		d.FillPreserve()
	}
	if c, ok := colourOf(l.stroke); ok {
		d.SetColor(color.NRGBA{c.R, c.G, c.B, l.alpha()})
		d.SetLineWidth(l.width * scale)
		dashes := l.dashes()
		for i := range dashes {
			dashes[i] *= scale
		}
		d.SetDash(dashes...)
		d.SetLineCapButt()
		d.SetLineJoinRound()
		d.StrokePreserve()
	}
	d.ClearPath()
}

func (d *dots) text(t text) {
	l := lookOf(t.class)
	c, _ := colourOf(l.fill)
	s := printable(t.s)
	d.Push()
	d.Translate(t.x, t.y)
	d.Rotate(gg.Radians(t.angle))
	d.Scale(1/scale, 1/scale) // letters are drawn at their size in dots, not enlarged
	d.SetColor(c)
	d.SetFontFace(d.face(l))
	d.DrawString(s, t.shift(s)*scale, 0)
	d.Pop()
}

func (d *dots) face(l look) font.Face {
	key := face{l.size, l.bold}
	if d.faces[key] == nil {
		f, err := opentype.NewFace(fontOf(l.bold), &opentype.FaceOptions{Size: l.size * scale, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			panic("picture: embedded font: " + err.Error())
		}
		d.faces[key] = f
	}
	return d.faces[key]
}

var (
	regularFont = sync.OnceValue(func() *opentype.Font { return mustParse(liberationsansregular.TTF) })
	boldFont    = sync.OnceValue(func() *opentype.Font { return mustParse(liberationsansbold.TTF) })
)

func fontOf(bold bool) *opentype.Font {
	if bold {
		return boldFont()
	}
	return regularFont()
}

func mustParse(ttf []byte) *opentype.Font {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic("picture: embedded font: " + err.Error())
	}
	return f
}

// told puts the size of a dot, the title and the citation into a PNG, after its
// first chunk.
func told(file []byte, s *Scene) []byte {
	const header = 8 + 25 // the signature, and the chunk IHDR
	const perMetre = 7559 // dots: 192 for an inch
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, perMetre), perMetre)
	out := append([]byte(nil), file[:header]...)
	out = append(out, chunk("pHYs", append(size, 1))...)
	out = append(out, chunk("iTXt", []byte("Title\x00\x00\x00\x00\x00"+s.Title))...)
	out = append(out, chunk("iTXt", []byte("Source\x00\x00\x00\x00\x00"+s.Cite))...)
	return append(out, file[header:]...)
}

// chunk is a part of a PNG: its length, its name, what it holds, and a check.
func chunk(name string, content []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
	b = append(append(b, name...), content...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}
