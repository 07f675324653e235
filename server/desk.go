package server

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Desk is where people add to the graph. When a call comes back without an
// error, what it wrote is on disk and in the next snapshot. Errors are for
// people, as everywhere.
type Desk interface {
	// Add stores an article as a source with the statements that the program
	// proposes.
	Add(context.Context, Article) (Added, error)
	// Decide takes the decisions of a reviewer, all of them or none.
	Decide(context.Context, []graph.Decision) error
	// Note keeps what somebody wrote about a statement or a source.
	Note(context.Context, schema.Annotation) error
	// MarkCoded says that a person has coded a source whole.
	MarkCoded(ctx context.Context, source string) error
	// Import adds what a file brings, of a format that the command import reads
	// by the name of the file. A table whose columns have to be named is put
	// aside.
	Import(ctx context.Context, name string, in io.Reader) (Imported, error)
	// Table returns a table that was put aside, taken apart at a delimiter ("":
	// as found). Only some are kept; one that is not is an error of kind
	// not-found.
	Table(ctx context.Context, id, delimiter string) (Table, error)
	// ImportTable adds what a table brings, all of it or nothing. A trial writes
	// nothing and says what would be added.
	ImportTable(ctx context.Context, id string, how TableReading, trial bool) (TableReport, error)
	// Demo puts the demonstration into an empty graph.
	Demo(context.Context) error
}

// Article is a text as somebody hands it in. What it says of itself counts
// where a field is empty.
type Article struct {
	Name                                  string // of the file: its ending says how it is read
	Data                                  []byte
	Title, Author, Outlet, URL, Published string
}

// Added is what became of an article.
type Added struct {
	Source     string `json:"source"`     // its ID
	Known      bool   `json:"known"`      // the very text was there already; nothing was written
	Statements int    `json:"statements"` // proposed
}

// Imported is what became of a file.
type Imported struct {
	Said  string // in a sentence, what it brought
	Table string // the ID of the table that it is; nothing was added yet
}

// Bounds of what is handed in, in bytes.
const (
	maxUpload = 64 << 20
	maxForm   = 1 << 20 // of its fields
	deskTime  = 10 * time.Minute
)

// hand answers what is handed in for the graph by a form; without a desk there
// is nobody to take it.
func (s *site) hand(h handler) gin.HandlerFunc { return s.posted(s.Desk != nil, h) }

// posted answers a form: with the page that the handler leads to, or with the
// form again and what is wrong. What is sent is bounded, and has more time than
// a page.
func (s *site) posted(offered bool, h handler) gin.HandlerFunc {
	answer := s.answer(func(r *request) (*page, error) {
		if !offered {
			return nil, errMethod
		}
		if err := crossOrigin.Check(r.Request); err != nil {
			return nil, schema.Errorf(schema.KindUsage, "open the page on this server and send it from there", "another site sent this: %w", errCrossed)
		}
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
		err = nil // it was read as the plain form that it is
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return schema.Errorf(schema.KindInput, "bring larger files in with the commands: stancegraph import, stancegraph ingest", "more than %d MiB were sent", maxUpload>>20)
	case err != nil:
		return schema.Errorf(schema.KindInput, "send the form again", "what was sent cannot be read: %w", err)
	}
	return r.knownFields()
}

// reviewerCookie keeps the name of who decides, so that it is asked once.
const reviewerCookie = "reviewer"

// reviewer is who decides here; "" when nobody has said.
func (r *request) reviewer() string {
	c, err := r.Cookie(reviewerCookie)
	if err != nil {
		return ""
	}
	name, err := url.QueryUnescape(c.Value)
	if err != nil {
		return ""
	}
	return name
}

func (r *request) rememberReviewer(name string) *http.Cookie {
	return &http.Cookie{Name: reviewerCookie, Value: url.QueryEscape(name), Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, Secure: r.encrypted(), SameSite: http.SameSiteStrictMode}
}
