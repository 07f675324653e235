package server

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// page is one answer in all its shapes.
type page struct {
	status   int    // 0: 200
	template string // the file that shows it, without .html
	title    string
	path     string     // the address of exactly this view, every parameter written
	view     any        // what the template shows
	whole    func() any // the JSON where it takes more than the page does; data is not set then
	data     any        // the JSON
	tables   []string   // the comparison tables that it is offered as, by the names of graph/formats
	download *download  // a file instead of a page
	goTo     string     // where a browser goes instead, after a form
	cookie   *http.Cookie
	table    func(io.Writer) error
	draw     drawing                          // the picture; nil where there is none
	files    map[format]func(io.Writer) error // what else the page can be had as
	cite     string                           // "positions as of …": what a citation of this view calls it
	script   string                           // the module that the page loads, "" for app.js; it imports app.js
}

func (p *page) entry() string { return cmp.Or(p.script, "app.js") }

// handler answers a request with a page, or an error for people.
type handler func(*request) (*page, error)

// answer is the one way from a handler to the wire: it asks, chooses between
// HTML, JSON, CSV and pictures, and turns errors into pages of the same shapes.
func (s *site) answer(h handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		r, err := s.request(c)
		if err == nil {
			err = r.once()
		}
		if err != nil {
			r = &request{Request: c.Request, shape: formatOf(c.Request)}
			s.fail(c, r, err)
			return
		}
		if s.kept(c, r) {
			r.handler = h
			known, made := keptOf(r.store).claim(s.keyOf(r))
			if known != nil {
				sendKept(c, r, known)
				return
			}
			defer made()
		}
		p, err := h(r)
		if err == nil {
			err = r.known()
		}
		if err == nil {
			err = s.send(c, r, p)
		}
		if err != nil {
			s.fail(c, r, err)
		}
	}
}

// send renders the whole page before the first byte leaves, so that a fault
// while rendering can still become an error page.
func (s *site) send(c *gin.Context, r *request, p *page) error {
	if p.cookie != nil {
		http.SetCookie(c.Writer, p.cookie)
	}
	if p.goTo != "" && r.shape == formatHTML {
		c.Redirect(http.StatusSeeOther, p.goTo)
		return nil
	}
	if p.download != nil {
		return s.stream(c, p.download)
	}
	if slices.Contains(p.tables, string(r.shape)) {
		l := links{filter: filterIn(r.URL.Path, r.query)}
		c.Redirect(http.StatusFound, l.Export(tablePrefix+string(r.shape), questions.Rows(r.query.Get("rows"))))
		return nil
	}
	body, media, err := s.render(r, p)
	if err != nil {
		return err
	}
	if p.status == 0 {
		p.status = http.StatusOK
	}
	if p.status != http.StatusOK {
		asksAgain(c)
		c.Data(p.status, media, body)
		return nil
	}
	if s.kept(c, r) {
		sendKept(c, r, s.keep(r, media, body))
		return nil
	}
	if !sendTag(c, r, etag(body)) {
		c.Data(http.StatusOK, media, body)
	}
	return nil
}

func sendKept(c *gin.Context, r *request, p *keptPage) {
	if sendTag(c, r, p.tag) {
		return
	}
	h := c.Writer.Header()
	h.Set("Content-Encoding", "gzip")
	h.Add("Vary", "Accept-Encoding")
	h.Set("Content-Length", strconv.Itoa(len(p.zipped)))
	c.Data(http.StatusOK, p.media, p.zipped)
}

// sendTag names the answer. It reports whether that is all there is to send:
// the browser has it.
func sendTag(c *gin.Context, r *request, tag string) bool {
	asksAgain(c)
	c.Writer.Header().Set("ETag", tag)
	known := strings.Contains(r.Header.Get("If-None-Match"), tag)
	if known {
		c.Status(http.StatusNotModified)
	}
	return known
}

// asksAgain lets a browser keep an answer, and ask whether it is still the one.
func asksAgain(c *gin.Context) {
	c.Writer.Header().Add("Vary", "Accept")
	c.Writer.Header().Set("Cache-Control", "no-cache")
}

// etag is weak because the same page may travel compressed.
func etag(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + hex.EncodeToString(sum[:8]) + `"`
}

func (s *site) render(r *request, p *page) (body []byte, media string, err error) {
	var b bytes.Buffer
	switch {
	case r.shape == formatJSON:
		if p.whole != nil {
			p.data = p.whole()
		}
		err = writeJSON(&b, p.data)
	case r.shape.isPicture() && p.draw != nil:
		err = s.picture(&b, r, p)
	case (r.shape == formatBib || r.shape == formatRIS) && p.path != "":
		err = s.writeCitation(&b, r, p)
	case r.shape == formatHTML:
		err = s.templates.render(&b, p.template, s.frame(r, p))
	default:
		write := p.file(r.shape)
		if write == nil {
			return nil, "", schema.Errorf(schema.KindNotFound, "ask for the page without a suffix, or with "+p.endings(),
				"%s cannot be had as %s", p.title, strings.ToUpper(string(r.shape)))
		}
		err = write(&b)
	}
	return b.Bytes(), r.shape.mediaType(), err
}

// endings are the suffixes that the page can be asked for with, for people.
func (p *page) endings() string {
	var all []string
	for _, t := range mediaTypes {
		if p.has(t.format) {
			all = append(all, "."+string(t.format))
		}
	}
	return strings.Join(all, ", ")
}

// has reports whether the page can be had in a shape by its suffix.
func (p *page) has(f format) bool {
	switch {
	case f == formatJSON, f.isPicture() && p.draw != nil, slices.Contains(p.tables, string(f)):
		return true
	case f == formatBib, f == formatRIS:
		return p.path != ""
	}
	return p.file(f) != nil
}

// file writes the page in a shape of its own; nil where it has none of that
// name.
func (p *page) file(f format) func(io.Writer) error {
	if f == formatCSV {
		return p.table
	}
	return p.files[f]
}

// writeJSON prints indented JSON. Markup in texts is not escaped: the type of
// the answer and nosniff keep it from being read as anything but JSON.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("server: encode json: %w", err)
	}
	return nil
}
