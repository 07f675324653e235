package server

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/url"
	"strings"

	"github.com/stancegraph/stancegraph/graph/export"
)

// citeView is how a view is cited, in every shape that people paste.
type citeView struct {
	Text   string // without the address
	Access string // the day of access, in words
	Full   string // the address with every parameter, on this host
	Short  string // the address as it was asked for; "" where that is the full one
	Path   string // likewise, without the host; never ""
	BibTeX string
	RIS    string
	BibURL string
	RISURL string
}

// cites fills in how a page is cited.
func (s *site) cites(r *request, p *page, f footer) *citeView {
	v := s.viewOf(r, p, f)
	c := &citeView{Text: citation(p, f), Access: v.Accessed.Format("2 January 2006"), Full: v.URL, Short: r.permalink(shortPath(r)), Path: shortPath(r),
		BibURL: inFormat(p.path, formatBib), RISURL: inFormat(p.path, formatRIS)}
	var bib, ris strings.Builder
	if export.CiteBibTeX(&bib, v) == nil && export.CiteRIS(&ris, v) == nil { // a builder takes everything
		c.BibTeX, c.RIS = strings.TrimSpace(bib.String()), strings.TrimSpace(strings.ReplaceAll(ris.String(), "\r\n", "\n"))
	}
	if c.Short == c.Full {
		c.Short = ""
	}
	return c
}

// cited is what a citation calls the view.
func (p *page) cited() string { return cmp.Or(p.cite, p.title) }

// viewOf is a page as an entry of a bibliography.
func (s *site) viewOf(r *request, p *page, f footer) export.View {
	note := "Stancegraph " + f.Program
	if f.Codebook != "" {
		note = "codebook " + f.Codebook + ", " + note
	}
	sum := sha256.Sum256([]byte(p.path))
	return export.View{
		Key: "stancegraph-" + f.Version + "-" + hex.EncodeToString(sum[:3]), Title: capitalised(p.cited()), Version: f.Version, Note: note,
		URL: r.permalink(madeFor(p.path, f.Version)), Accessed: s.now(),
	}
}

// shortPath is what was asked for, without the ending that says in which shape.
func shortPath(r *request) string {
	path := r.URL.EscapedPath()
	if _, f := splitFormat(path); f != "" { // an ID that ends as a format
		path += "." + string(formatHTML)
	}
	return address(path, without(r.query, paramMadeFor))
}

// paramMadeFor is the data version that a full link was made for. The answer is
// always from the data that there are; the page says when they are others.
const paramMadeFor = "data-version"

// madeFor is an address with the data version that it shows.
func madeFor(path, version string) string {
	path, query, _ := strings.Cut(path, "?")
	q, err := url.ParseQuery(query)
	if err != nil { // the addresses are our own
		return path
	}
	return address(path, set(q, paramMadeFor, version))
}

// writeCitation prints a page as an entry of a bibliography.
func (s *site) writeCitation(w io.Writer, r *request, p *page) error {
	v := s.viewOf(r, p, footerOf(r.snap, s.Version))
	if r.shape == formatRIS {
		return export.CiteRIS(w, v)
	}
	return export.CiteBibTeX(w, v)
}

// citation names a view so that it can be found again: what, from which data,
// coded by which codebook, computed by which program.
func citation(p *page, f footer) string {
	parts := []string{"Stancegraph " + f.Program + ": " + p.cited(), "data version " + f.Version}
	if f.Codebook != "" {
		parts = append(parts, "codebook "+f.Codebook)
	}
	return strings.Join(parts, ", ") + "."
}
