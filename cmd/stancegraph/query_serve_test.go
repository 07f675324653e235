package main

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// A server answers free queries from the store that it holds, and goes on when
// one of them makes Cayley crash.
func TestServerAnswersFreeQueries(t *testing.T) {
	t.Parallel()
	base := serveDemo(t)
	for _, c := range []struct {
		language, text string
		status         int
		says           string
	}{
		{"gizmo", `g.V("<actor:peskov>").Out("<skos:prefLabel>").All()`, 200, `"id": "Dmitry Peskov"`},
		{"graphql", `{ peskov(id: <actor:peskov>) { label: <skos:prefLabel> } }`, 200, `"label": "Dmitry Peskov"`},
		{"gizmo", `for (;;) g.Emit(1)`, 200, `"truncated": "rows"`},
		{"gizmo", `iri(null)`, 400, "it makes Cayley crash"},
		{"gizmo", `"x".repeat(1 << 30)`, 400, "it reached its limit of memory"},
		{"graphql", `{ a `, 400, "syntax error"},
		{"sparql", `SELECT`, 400, `query language \"sparql\" is not known`},
	} {
		path := "query.json?" + url.Values{"language": {c.language}, "q": {c.text}}.Encode()
		status, answer := get(t, base+path)
		for strings.Contains(answer, "of time") { // a busy machine took that long to begin
			status, answer = get(t, base+path)
		}
		if status != c.status || !strings.Contains(answer, c.says) {
			t.Errorf("%s: got %d %s", c.text, status, answer)
		}
	}
	if status, _ := get(t, base+"matrix.json"); status != 200 {
		t.Errorf("the matrix afterwards: got %d", status)
	}
}

func get(t *testing.T, address string) (status int, body string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(b)
}
