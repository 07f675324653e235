package server

import (
	"cmp"
	"errors"
	"mime"
	"mime/multipart"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/schema"
)

// Bounds of what is handed in, in bytes.
const (
	maxUpload = 64 << 20
	maxForm   = 1 << 20  // of its fields that stay in memory
	pasteMore = 10 << 20 // that net/http allows fields beside maxForm
	deskTime  = 10 * time.Minute
)

// hand answers what is handed in for the graph by a form; without a desk there
// is nobody to take it.
func (s *site) hand(h handler) gin.HandlerFunc {
	if s.Desk == nil {
		return s.answer(onlyReading)
	}
	return s.posted(h)
}

// posted answers a form: with the page that the handler leads to, or with the
// form again and what is wrong. What is sent is bounded, and has more time than
// a page.
func (s *site) posted(h handler) gin.HandlerFunc {
	answer := s.answer(func(r *request) (*page, error) {
		if err := crossOrigin.Check(r.Request); err != nil {
			return nil, schema.Errorf(schema.KindUsage, "open the page on this server and send it from there", "another site sent this: %w", errCrossed)
		}
		defer s.discardForm(r)
		if err := cmp.Or(r.known(), r.readForm()); err != nil {
			return nil, err
		}
		return h(r)
	})
	return func(c *gin.Context) {
		control := http.NewResponseController(c.Writer)
		until := time.Now().Add(deskTime) // of the connection; nothing of it is stored
		if err := errors.Join(control.SetReadDeadline(until), control.SetWriteDeadline(until)); err != nil && !errors.Is(err, http.ErrNotSupported) {
			s.Logger.Error("no more time for a form", "error", err)
		}
		c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, maxUpload)
		answer(c)
	}
}

// errCrossed is what another site makes a browser send.
var errCrossed = errors.New("nothing was written")

var crossOrigin = http.NewCrossOriginProtection()

// readForm reads the fields and the files of a form.
func (r *request) readForm() error {
	err := r.ParseMultipartForm(maxForm)
	if errors.Is(err, http.ErrNotMultipart) {
		if err = r.plainForm(); err != nil {
			return err
		}
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return schema.Errorf(schema.KindInput, "bring larger files in with the commands: stancegraph import, stancegraph ingest", "more than %d MiB were sent", maxUpload>>20)
	case errors.Is(err, multipart.ErrMessageTooLarge):
		return schema.Errorf(schema.KindInput, "save the text and choose it as a file", "more than %d MiB were pasted", (maxForm+pasteMore)>>20)
	case err != nil:
		return schema.Errorf(schema.KindInput, "send the form again", "what was sent cannot be read: %w", err)
	}
	return r.knownFields()
}

// discardForm removes the files of a form that did not fit into memory. The
// server does so only for the request as it came in, and not for ours, which
// knows its suffix.
func (s *site) discardForm(r *request) {
	if r.MultipartForm == nil {
		return
	}
	if err := r.MultipartForm.RemoveAll(); err != nil {
		s.Logger.Error("a file of a form stays in the temporary folder", "error", err)
	}
}

// plainForm returns an error for a body that is no form, such as JSON: it would
// be taken for a form in which nothing was typed. A form may be empty.
func (r *request) plainForm() error {
	media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if media == "application/x-www-form-urlencoded" || r.ContentLength == 0 {
		return nil
	}
	return schema.Errorf(schema.KindUsage, "send multipart/form-data or application/x-www-form-urlencoded; the fields are in /openapi.json", "this takes a form, and not %q", media)
}
