package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server/browsertest"
)

// described is the served description, as a program reads it.
func described(t *testing.T) map[string]any {
	t.Helper()
	var d map[string]any
	serve(t, fixture(t)).json(t, "/openapi.json", &d)
	return d
}

func TestEveryRouteIsDescribed(t *testing.T) {
	t.Parallel()
	s := &site{}
	paths := described(t)["paths"].(map[string]any)
	for verb, routes := range map[string][]route{"get": s.routes(), "post": s.forms()} {
		for _, r := range routes {
			if strings.HasPrefix(r.path, "/static/") || r.path == "/favicon.ico" {
				continue
			}
			if item, ok := paths[templated(r.path)].(map[string]any); !ok || item[verb] == nil {
				t.Errorf("%s %s is not described: add it to openapi_routes.go", verb, r.path)
			}
		}
	}
	for _, op := range operations {
		listed := slices.ContainsFunc(slices.Concat(s.routes(), s.forms()), func(r route) bool { return r.path == op.path })
		if !listed {
			t.Errorf("%s is described and is no route", op.path)
		}
	}
}

// TestDescriptionIsOpenAPI checks what OpenAPI 3.1 asks of a description, as
// far as ours uses it.
func TestDescriptionIsOpenAPI(t *testing.T) {
	t.Parallel()
	d := described(t)
	if v, _ := d["openapi"].(string); !strings.HasPrefix(v, "3.1.") {
		t.Errorf("openapi: %v", d["openapi"])
	}
	info := d["info"].(map[string]any)
	if info["title"] == "" || info["version"] == "" {
		t.Errorf("info: %v", info)
	}
	ids := map[string]bool{}
	for path, item := range d["paths"].(map[string]any) {
		if !strings.HasPrefix(path, "/") {
			t.Errorf("path %s", path)
		}
		for verb, one := range item.(map[string]any) {
			op := one.(map[string]any)
			id := op["operationId"].(string)
			if ids[id] {
				t.Errorf("operationId %s twice", id)
			}
			ids[id] = true
			checkParameters(t, verb+" "+path, op)
			for status, r := range op["responses"].(map[string]any) {
				if r := r.(map[string]any); r["description"] == nil && r["$ref"] == nil {
					t.Errorf("%s %s: response %s without a description", verb, path, status)
				}
			}
		}
	}
	for ref := range references(d) {
		if _, ok := pointed(d, ref); !ok {
			t.Errorf("%s leads nowhere", ref)
		}
	}
}

// TestDescriptionKeepsTheSchemaOfOpenAPI checks the description against the
// JSON Schema that the OpenAPI Initiative publishes, and every schema in it
// against that of JSON Schema 2020-12.
func TestDescriptionKeepsTheSchemaOfOpenAPI(t *testing.T) {
	t.Parallel()
	official, err := jsonschema.UnmarshalJSON(bytes.NewReader(browsertest.Package(t, "@seriousme/openapi-schema-validator", "2.11.0", "schemas/v3.1/schema.json")))
	if err != nil {
		t.Fatal(err)
	}
	at, _ := official.(map[string]any)["$id"].(string)
	if !strings.HasPrefix(at, "https://spec.openapis.org/oas/3.1/schema/") {
		t.Fatalf("the schema is %q", at)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(at, official); err != nil {
		t.Fatal(err)
	}
	whole := compiled(t, c, at)
	if err := whole.Validate(map[string]any{"openapi": "3.1.1", "info": map[string]any{"title": "no version"}, "paths": map[string]any{}}); err == nil {
		t.Fatal("the schema takes everything")
	}
	d := described(t)
	if err := whole.Validate(d); err != nil {
		t.Errorf("%.2000v", err)
	}
	if err := c.AddResource("https://example.org/openapi.json", d); err != nil {
		t.Fatal(err)
	}
	for name := range d["components"].(map[string]any)["schemas"].(map[string]any) {
		compiled(t, c, "https://example.org/openapi.json#/components/schemas/"+url.PathEscape(name))
	}
}

func compiled(t *testing.T, c *jsonschema.Compiler, at string) *jsonschema.Schema {
	t.Helper()
	s, err := c.Compile(at)
	if err != nil {
		t.Fatalf("%.2000v", err)
	}
	return s
}

func checkParameters(t *testing.T, where string, op map[string]any) {
	t.Helper()
	list, _ := op["parameters"].([]any)
	seen := map[string]bool{}
	for _, one := range list {
		p := one.(map[string]any)
		key := fmt.Sprint(p["in"], p["name"])
		if seen[key] || p["schema"] == nil || !slices.Contains([]any{"query", "path"}, p["in"]) {
			t.Errorf("%s: parameter %v", where, p)
		}
		seen[key] = true
	}
	if strings.Contains(where, "{id}") != seen["pathid"] {
		t.Errorf("%s: the path and its parameters differ", where)
	}
}

// references are the targets of every $ref.
func references(v any) map[string]bool {
	all := map[string]bool{}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if ref, ok := v["$ref"].(string); ok {
				all[ref] = true
			}
			for _, one := range v {
				walk(one)
			}
		case []any:
			for _, one := range v {
				walk(one)
			}
		}
	}
	walk(v)
	return all
}

func pointed(d map[string]any, ref string) (any, bool) {
	var at any = d
	for _, part := range strings.Split(strings.TrimPrefix(ref, "#/"), "/") {
		m, ok := at.(map[string]any)
		if at = m[part]; !ok || at == nil {
			return nil, false
		}
	}
	return at, true
}

// answers are addresses of every operation that reads, on the fixture.
var answers = map[string][]string{
	"/": {"/index.json"}, "/matrix": {"/matrix.json", "/matrix.json?issue=harbour&rows=actors&stale=10"},
	"/cell":     {"/cell.json?actor=dubois&proposition=rebuild", "/cell.json?actor=town&group=1&issue=harbour", "/cell.json?actor=okafor&proposition=night"},
	"/timeline": {"/timeline.json", "/timeline.json?rows=actors&issue=harbour&period=month"},
	"/network":  {"/network.json", "/network.json?network=twomode", "/network.json?aggregation=subtract&ego=Zo%C3%AB+Dubois-%C3%9E%C3%B3rsd%C3%B3ttir"},
	"/compare":  {"/compare.json", "/compare.json?by=date&left=2025-02-10&right=2025-03-01", "/compare.json?by=group&left=town&right=guild"},
	"/shifts":   {"/shifts.json?rows=actors"}, "/conflicts": {"/conflicts.json"}, "/agreement": {"/agreement.json"},
	"/issues": {"/issues.json"}, "/issues/:id": {"/issues/harbour.json", "/issues/traffic.json?rows=groups"},
	"/propositions/:id": {"/propositions/rebuild.json", "/propositions/ring.json"},
	"/actors":           {"/actors.json"}, "/actors/:id": {"/actors/dubois.json", "/actors/silent.json", "/actors/NEW:A%2Fb%20c.json.json"},
	"/sources": {"/sources.json"}, "/sources/:id": {"/sources/harbour.md.json"},
	"/search": {"/search.json", "/search.json?q=mayor", "/search.json?q=harbour&in=names"},
	"/query":  {"/query.json?q=1"}, "/codebook": {"/codebook.json"}, "/data": {"/data.json"}, "/help": {"/help.json"}, "/help/:id": {"/help/changes.json", "/help/networks.json", "/help/coding.json", "/help/views.json"},
	"/export": {"/export.json", "/export.json?issue=harbour"}, "/openapi": {"/openapi.json"}, "/add": {"/add.json"}, "/review/:id": {"/review/harbour.md.json"}, "/sign-in": {"/sign-in.json"}, "/import/:id": {"/import/t1.json", "/import/t1.json?actor=country"},
}

func TestAnswersAreAsDescribed(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	check := checker(t)
	for name, s := range map[string]serving{
		"full":  {New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Query: echo, Desk: &notes{}})},
		"empty": {New(Config{Snapshot: nothing, Query: echo, Desk: &notes{}})},
	} {
		for _, op := range operations {
			if op.verb() == "post" {
				continue
			}
			list := answers[op.path]
			if op.path == "/statements/:id" {
				list = []string{"/statements/" + snap.Statements[0].ID + ".json"}
			}
			if len(list) == 0 {
				t.Errorf("%s: no address to try: add one to answers", op.path)
			}
			for _, path := range list {
				w := s.ask(t, http.MethodGet, path)
				if w.Code == http.StatusOK {
					check(name+" "+path, templated(op.path), "get", "200", w.Body.Bytes())
				} else {
					check(name+" "+path, templated(op.path), "get", "default", w.Body.Bytes())
				}
				if name == "full" && w.Code != http.StatusOK {
					t.Errorf("%s: status %d %s", path, w.Code, w.Body)
				}
			}
		}
	}
	checkForms(t, check, snap)
}

// checkForms compares the answers to what is posted, good and bad.
func checkForms(t *testing.T, check func(what, path, verb, status string, body []byte), snap *ledger.Snapshot) {
	t.Helper()
	desk := &notes{}
	s := serving{New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Query: echo, Desk: desk, Access: Access{Token: testToken}})}
	empty := serving{New(Config{Snapshot: nothing, Desk: desk})}
	source := schema.HashText(articleText)
	change := []func(*http.Request){bearing(testToken), func(r *http.Request) {
		r.Header.Set("Accept", "application/json")
		r.AddCookie(&http.Cookie{Name: reviewerCookie, Value: "Bea"})
	}}
	form := func(s serving, path string, fields url.Values) []byte {
		return posted(t, s, path, fields, change...).Body.Bytes()
	}
	decision := url.Values{"decision": {"accept"}, "statement": {snap.OfSource(source)[0].ID}}
	for path, good := range map[string][]byte{
		"/add":                  form(s, "/add", url.Values{"text": {"x"}}),
		"/import":               uploaded(t, s, "/import", "a.jsonl", "{}", nil, change...).Body.Bytes(),
		"/import/:id":           form(s, "/import/t1", url.Values{"actor": {"country"}}),
		"/demonstration":        form(empty, "/demonstration", nil),
		"/reviewer":             form(s, "/reviewer", url.Values{"reviewer": {"x"}, "source": {source}}),
		"/review/:id":           form(s, "/review/"+source, decision),
		"/statements/:id/notes": form(s, "/statements/"+decision.Get("statement")+"/notes", url.Values{"name": {"Bea"}, "text": {"x"}}),
		"/sources/:id/notes":    form(s, "/sources/"+source+"/notes", url.Values{"name": {"Bea"}, "text": {"x"}}),
		signInPath:              form(s, signInPath, url.Values{"token": {testToken}}),
	} {
		check("a form for "+path, templated(path), "post", "200", good)
		check("a bad form for "+path, templated(path), "post", "default", form(s, strings.Replace(path, ":id", source, 1), url.Values{"moon": {"full"}}))
		check("a form of nobody for "+path, templated(path), "post", "default", posted(t, s, path, nil, change[1]).Body.Bytes())
	}
	query := posted(t, s, "/query", nil, append(change, func(r *http.Request) {
		r.Header.Set("Content-Type", "application/json")
		r.Body = io.NopCloser(strings.NewReader(`{"query": "g.V()"}`))
	})...)
	check("a posted query", "/query.json", "post", "200", query.Body.Bytes())
}

// checker compares answers with the schemas of the description.
func checker(t *testing.T) func(what, path, verb, status string, body []byte) {
	t.Helper()
	text, err := json.Marshal(described(t))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("https://example.org/openapi.json", whole); err != nil {
		t.Fatal(err)
	}
	known := map[string]*jsonschema.Schema{}
	return func(what, path, verb, status string, body []byte) {
		t.Helper()
		place := "#/components/responses/problem/content/application~1json/schema"
		if status == "200" {
			place = "#/paths/" + strings.ReplaceAll(path, "/", "~1") + "/" + verb + "/responses/200/content/application~1json/schema"
		}
		place = strings.NewReplacer("{", "%7B", "}", "%7D").Replace(place)
		if known[place] == nil {
			known[place] = compiled(t, c, "https://example.org/openapi.json"+place)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
		if err != nil {
			t.Errorf("%s: %v: %.200s", what, err, body)
			return
		}
		if err := known[place].Validate(v); err != nil {
			t.Errorf("%s is not as described: %.900v", what, err)
		}
	}
}
