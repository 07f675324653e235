package server

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/schema"
)

// maxQueryBody bounds what is read of a posted query; what a query may have is
// for Config.Query to say.
const maxQueryBody = 1 << 20

// postedQuery is the JSON object in which a query is posted.
type postedQuery struct {
	Language explore.Language `json:"language"`
	Text     string           `json:"query"`
}

// freeQuery is the query of a request: its parameters "language" and "q", or
// what was posted.
func (r *request) freeQuery() (explore.Query, error) {
	if r.Method == http.MethodPost {
		q, err := r.postedQuery()
		return explore.Query{Language: q.Language, Text: q.Text}, err
	}
	if err := r.known(); err != nil {
		return explore.Query{}, err
	}
	return explore.Query{Language: explore.Language(r.query.Get("language")), Text: strings.ReplaceAll(r.query.Get("q"), "\r\n", "\n")}, nil // a form sends CRLF
}

// postedQuery takes nothing but JSON: a page of another site cannot send that
// without the browser asking us first, so that it cannot keep us busy.
func (r *request) postedQuery() (q postedQuery, err error) {
	const hint = `send {"language": "gizmo" or "graphql", "query": "…"} with Content-Type: application/json`
	if media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); media != "application/json" {
		return q, schema.Errorf(schema.KindUsage, hint, "a query is posted as JSON, not as %q", media)
	}
	d := json.NewDecoder(io.LimitReader(r.Body, maxQueryBody))
	d.DisallowUnknownFields()
	if err := d.Decode(&q); err != nil {
		return q, schema.Errorf(schema.KindUsage, hint, "the posted query cannot be read: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return q, schema.Errorf(schema.KindUsage, hint, "the posted query has something after its end")
	}
	return q, nil
}
