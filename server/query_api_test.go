package server

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// echo answers a query with itself, and some with errors.
func echo(ctx context.Context, q explore.Query) (explore.Result, error) {
	switch q.Text {
	case "busy":
		return explore.Result{}, schema.Errorf(schema.KindBusy, "try again", "no place is free")
	case "bad\nline":
		return explore.Result{}, schema.Errorf(schema.KindInput, "look again", "line 2, column 3: syntax error")
	case "broken":
		return explore.Result{}, context.DeadlineExceeded
	}
	return explore.Result{Language: q.Language, Columns: []string{"id", "n", "list"}, Note: "a note", Rows: []explore.Row{
		{"id": q.Text, "n": json.Number("-1"), "list": []any{"<a>", json.Number("2")}},
		{"id": "<actor:NEW%3AA%2Fb%20c.json>"}, {"id": "=1+1"},
	}}, ctx.Err()
}

func send(t *testing.T, h http.Handler, method, path, media, body string) (status int, answer string) {
	t.Helper()
	req := httptest.NewRequest(method, "http://127.0.0.1"+path, strings.NewReader(body))
	if media != "" {
		req.Header.Set("Content-Type", media)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	if got := w.Header().Get("Content-Type"); got != "application/json; charset=utf-8" {
		t.Errorf("%s %s: got %s", method, path, got)
	}
	return w.Code, w.Body.String()
}

func nothing() *ledger.Snapshot { return nil }

func TestFreeQueries(t *testing.T) {
	t.Parallel()
	h := New(Config{Snapshot: nothing, Query: echo})
	get := func(language, text string) string {
		return "/query.json?" + url.Values{"language": {language}, "q": {text}}.Encode()
	}
	const media = "application/json"
	for _, c := range []struct {
		name, method, path, media, body string
		status                          int
		says                            string
	}{
		{"get", "GET", get("graphql", `{ a(x: "<&>") { id } }`), "", "", 200, `"id": "{ a(x: \"<&>\") { id } }"`},
		{"get without a language", "GET", "/query.json?q=1", "", "", 200, `"language": ""`},
		{"head", "HEAD", get("gizmo", "1"), "", "", 200, ""},
		{"post", "POST", "/query.json", media, `{"language": "gizmo", "query": "1"}`, 200, `"id": "1"`},
		{"post with a character set", "POST", "/query.json", media + "; charset=utf-8", `{"query": "1"}`, 200, `"id": "1"`},

		{"a fault of the query", "GET", get("gizmo", "bad\nline"), "", "", 400, `"hint": "look again"`},
		{"too many at once", "GET", get("gizmo", "busy"), "", "", 503, `"kind": "busy"`},
		{"a fault of ours", "GET", get("gizmo", "broken"), "", "", 500, `"message": "something went wrong on our side"`},
		{"a misspelt parameter", "GET", "/query.json?query=1", "", "", 400, `does not know the parameter \"query\"`},
		{"a form of another site", "POST", "/query.json", "application/x-www-form-urlencoded", "q=1", 400, `not as \"application/x-www-form-urlencoded\"`},
		{"text of another site", "POST", "/query.json", "text/plain", `{"query": "1"}`, 400, "posted as JSON"},
		{"no JSON", "POST", "/query.json", media, "g.V()", 400, "cannot be read"},
		{"a misspelt field", "POST", "/query.json", media, `{"text": "1"}`, 400, "cannot be read"},
		{"two queries", "POST", "/query.json", media, `{"query": "1"} {"query": "2"}`, 400, "after its end"},
		{"a body without end", "POST", "/query.json", media, `{"query": "` + strings.Repeat("x", 2<<20), 400, "cannot be read"},
		{"put", "PUT", "/query.json", media, `{}`, 405, "pages can only be read"},
		{"post to a page", "POST", "/matrix.json", media, `{}`, 405, "pages can only be read"},
	} {
		if status, answer := send(t, h, c.method, c.path, c.media, c.body); status != c.status || !strings.Contains(answer, c.says) {
			t.Errorf("%s: got %d %s, want %d %s", c.name, status, answer, c.status, c.says)
		}
	}
}

func TestAServerWithoutFreeQueries(t *testing.T) {
	t.Parallel()
	if status, answer := send(t, New(Config{Snapshot: nothing}), "GET", "/query.json?q=1", "", ""); status != 404 || !strings.Contains(answer, "answers no free queries") {
		t.Errorf("got %d %s", status, answer)
	}
}
