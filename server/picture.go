package server

import (
	"io"

	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// drawing makes the picture of a page; whole makes an address of a path.
type drawing func(citation string, whole func(path string) string) (*picture.Scene, error)

// picture writes a page as a picture. Its links carry the host, so that they
// lead somewhere from wherever the file gets to.
func (s *site) picture(w io.Writer, r *request, p *page) error {
	kind, err := picture.ParseFormat(string(r.shape))
	if err != nil {
		return err
	}
	scene, err := p.draw(citation(p, footerOf(r.snap, s.Version))+" "+r.permalink(p.path), r.permalink)
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
	return func(citation string, whole func(string) string) (*picture.Scene, error) {
		c := picture.Caption{Title: title, Sentence: picture.MatrixSentence(m, f, r.snap.Codebook), Citation: citation}
		return picture.Matrix(m, r.snap.Codebook, c, pictureLinks(linksOf(f), whole))
	}
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
