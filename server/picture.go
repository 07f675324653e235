package server

import (
	"bytes"
	"html/template"
	"io"

	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// drawing makes the picture of a page. It puts title and sentence into the
// caption; whole makes an address of a path.
type drawing func(c picture.Caption, whole func(path string) string) (*picture.Scene, error)

// picture writes a page as a picture. Its links carry the host, so that they
// lead somewhere from wherever the file gets to.
func (s *site) picture(w io.Writer, r *request, p *page) error {
	kind, err := picture.ParseFormat(string(r.shape))
	if err != nil {
		return err
	}
	cite := citation(p, footerOf(r.snap, s.Version)) + " " + r.permalink(p.path)
	scene, err := p.draw(picture.Caption{Citation: cite}, r.permalink)
	if err != nil {
		return err
	}
	if kind == picture.PNG { // one at a time: its dots are in memory while it is drawn
		s.dots.Lock()
		defer s.dots.Unlock()
	}
	return scene.Write(w, kind)
}

// drawMatrix is the picture of a matrix; nil where there is nothing in it.
func (r *request) drawMatrix(title string, f questions.Filter, m questions.Matrix) drawing {
	if !picture.Drawable(m) {
		return nil
	}
	return func(c picture.Caption, whole func(string) string) (*picture.Scene, error) {
		c.Title, c.Sentence = title, picture.MatrixSentence(m, f, r.snap.Codebook)
		return picture.Matrix(m, r.snap.Codebook, c, pictureLinks(linksOf(f), whole))
	}
}

// inline is a picture for the inside of its page, which says title, selection
// and citation itself.
func inline(draw drawing, id string) (template.HTML, error) {
	scene, err := draw(picture.Caption{Inside: true}, func(path string) string { return path })
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := scene.Inline(&b, id); err != nil {
		return "", err
	}
	return template.HTML(b.String()), nil // the writer of pictures escapes every text
}

// isPicture reports whether a shape is that of a picture.
func (f format) isPicture() bool { return f == formatSVG || f == formatPNG || f == formatPDF }

// pictureLinks lead from the parts of a picture to pages. The addresses of a
// file are whole: they carry the host.
func pictureLinks(l links, whole func(path string) string) picture.Links {
	return picture.Links{
		Cell:        func(ref questions.CellRef) string { return whole(l.Cell(ref)) },
		Actor:       func(id string) string { return whole(l.Actor(id)) },
		Issue:       func(id string) string { return whole(l.Issue(id)) },
		Statement:   func(id string) string { return whole(l.Statement(id)) },
		Proposition: func(id string) string { return whole(l.Proposition(id)) },
	}
}
