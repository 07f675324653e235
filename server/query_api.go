package server

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"

	"github.com/stancegraph/stancegraph/schema"
)

// maxQueryBody bounds what is read of a posted query; what a query may have is
// for Config.Query to say.
const maxQueryBody = 1 << 20

// freeQuery is a query in a language of the graph, as it is sent: the
// parameters "language" and "q", or the fields of a JSON object.
type freeQuery struct {
	Language string `json:"language"`
	Text     string `json:"query"`
}

// queries answers free queries, in JSON only.
func (s *site) queries(r *request) (*page, error) {
	r.shape = formatJSON
	if s.Query == nil {
		return nil, schema.Errorf(schema.KindNotFound, "ask with stancegraph query, on a store that no server has open", "this server answers no free queries")
	}
	q, err := r.freeQuery()
	if err != nil {
		return nil, err
	}
	answer, err := s.Query(r.Context(), q.Language, q.Text)
	if err != nil {
		return nil, err
	}
	return &page{title: "Query", path: "/query", data: answer}, nil
}

func (r *request) freeQuery() (freeQuery, error) {
	if r.Method == http.MethodPost {
		return r.postedQuery()
	}
	for name := range r.query {
		if name != "language" && name != "q" {
			return freeQuery{}, schema.Errorf(schema.KindUsage, "the parameters are language (gizmo or graphql) and q, the query", "the parameter %q is not known", name)
		}
	}
	return freeQuery{Language: r.query.Get("language"), Text: r.query.Get("q")}, nil
}

// postedQuery takes nothing but JSON: a page of another site cannot send that
// without the browser asking us first, so that it cannot keep us busy.
func (r *request) postedQuery() (q freeQuery, err error) {
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
