package server

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// notes is a desk that only notes what is handed in.
type notes struct {
	articles  []Article
	decisions []graph.Decision
	coded     []string
	imported  []string
	tables    []TableReading
	written   []schema.Annotation
	demo      int
	err       error
}

func (n *notes) Add(_ context.Context, a Article) (Added, error) {
	n.articles = append(n.articles, a)
	return Added{Source: schema.HashText(articleText), Known: true}, n.err
}

func (n *notes) Decide(_ context.Context, list []graph.Decision) error {
	n.decisions = append(n.decisions, list...)
	return n.err
}

func (n *notes) MarkCoded(_ context.Context, id string, coded bool) error {
	n.coded = append(n.coded, fmt.Sprint(id, " ", coded))
	return n.err
}

func (n *notes) Import(_ context.Context, name string, in io.Reader) (Imported, error) {
	data, err := io.ReadAll(in)
	n.imported = append(n.imported, name+": "+string(data))
	if n.err != nil {
		err = n.err
	}
	if strings.HasSuffix(name, ".csv") {
		return Imported{Table: "t1"}, err
	}
	return Imported{Said: "1 statement"}, err
}

func (n *notes) Table(_ context.Context, id, _ string) (Table, error) {
	if id != "t1" {
		return Table{}, missing("table", id, "hand it in again")
	}
	return Table{ID: id, Name: `<b>votes.csv`, Columns: []string{"country", "Stance", "<i>x"}, First: [][]string{{"Norden", "1", "<i>y"}}, Delimiter: "comma"}, nil
}

func (n *notes) ImportTable(_ context.Context, _ string, how TableReading, trial bool) (TableReport, error) {
	if n.err == nil && !trial {
		n.tables = append(n.tables, how)
	}
	return TableReport{Statements: 2, Added: 1, Codebook: "votes/1", Actors: 1, First: []TableRow{{Line: 2, Actor: "<b>Norden", Proposition: "p", Stance: 1}}}, n.err
}

func (n *notes) Note(_ context.Context, a schema.Annotation) error {
	n.written = append(n.written, a)
	return n.err
}

func (n *notes) Demo(context.Context) error { n.demo++; return n.err }

func withDesk(t testing.TB, s *ledger.Snapshot) (serving, *notes) {
	t.Helper()
	n := &notes{}
	return serving{New(Config{Snapshot: func() *ledger.Snapshot { return s }, Desk: n})}, n
}

// posted sends a form, as a browser does from a page of this server.
func posted(t *testing.T, s serving, path string, fields url.Values, change ...func(*http.Request)) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1:8080"+path, strings.NewReader(fields.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for _, f := range change {
		f(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func uploaded(t *testing.T, s serving, path, name, content string, fields url.Values, change ...func(*http.Request)) *httptest.ResponseRecorder {
	t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for k, v := range fields {
		if err := m.WriteField(k, v[0]); err != nil {
			t.Fatal(err)
		}
	}
	part, err := m.CreateFormFile("file", name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	return posted(t, s, path, nil, append(change, func(r *http.Request) {
		r.Header.Set("Content-Type", m.FormDataContentType())
		r.Body, r.ContentLength = io.NopCloser(&b), int64(b.Len())
	})...)
}

func TestAnArticleIsHandedInPastedOrAsAFile(t *testing.T) {
	t.Parallel()
	s, desk := withDesk(t, fixture(t))
	w := posted(t, s, "/add", url.Values{"text": {"One.\r\nTwo."}, "outlet": {"The Ω"}})
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/review/"+schema.HashText(articleText)+"?known=1" {
		t.Errorf("pasted: %d to %s", w.Code, w.Header().Get("Location"))
	}
	w = uploaded(t, s, "/add", "../a/b.md", "# Two", url.Values{"text": {""}, "published": {"2025-10"}})
	if w.Code != http.StatusSeeOther {
		t.Errorf("a file: %d %s", w.Code, w.Body)
	}
	if len(desk.articles) != 2 || string(desk.articles[0].Data) != "One.\nTwo." || desk.articles[0].Outlet != "The Ω" || !strings.HasSuffix(desk.articles[0].Name, ".txt") ||
		desk.articles[1].Name != "b.md" || string(desk.articles[1].Data) != "# Two" || desk.articles[1].Published != "2025-10" {
		t.Errorf("handed in: %+v", desk.articles)
	}
}

func TestAFormWithAMistakeComesBackWithWhatWasTyped(t *testing.T) {
	t.Parallel()
	s, desk := withDesk(t, fixture(t))
	desk.err = schema.Errorf(schema.KindInput, "write it as 2025-10-21", "published: %q is no date", "soon")
	for name, w := range map[string]*httptest.ResponseRecorder{
		"there is no text":              posted(t, s, "/add", url.Values{"text": {" \n"}, "title": {`"><b>Title`}}),
		"which is the article?":         uploaded(t, s, "/add", "a.txt", "x", url.Values{"text": {"y"}, "title": {`"><b>Title`}}),
		"write it as 2025-10-21":        posted(t, s, "/add", url.Values{"text": {"text"}, "title": {`"><b>Title`}, "published": {"soon"}}),
		"no file was chosen":            posted(t, s, "/import", url.Values{}),
		"published: \"soon\" is no":     uploaded(t, s, "/import", "a.jsonl", "{}", nil),
		"expected an address that":      posted(t, s, "/add", url.Values{"text": {"text"}, "title": {`"><b>Title`}, "url": {"javascript:alert(1)"}}),
		"outlet: 5 bytes, or more":      posted(t, s, "/add", url.Values{"text": {"text"}, "title": {`"><b>Title`}, "outlet": {"A\r\nB "}}),
		"author: 1001 bytes":            posted(t, s, "/add", url.Values{"text": {"text"}, "title": {`"><b>Title`}, "author": {strings.Repeat("x", 1001)}}),
		"published 2999-12: expected a": posted(t, s, "/add", url.Values{"text": {"text"}, "title": {`"><b>Title`}, "published": {"2999-12"}}),
		"nobody has said who decides":   posted(t, s, "/review/harbour.md", url.Values{"decision": {"accept"}}),
	} {
		page := parse(t, w.Body.String())
		if w.Code != http.StatusBadRequest || page.id("problem") == nil || !strings.Contains(page.id("problem").text(), name) {
			t.Errorf("%s: %d, %.600s", name, w.Code, page.text())
		}
		if field := page.id("title"); field != nil && !strings.Contains(name, "file was") && !strings.Contains(name, "published") && field.attr("value") != `"><b>Title` {
			t.Errorf("%s: the title is lost: %q", name, field.attr("value"))
		}
	}
}

func TestWhatAnotherSiteSendsIsRefused(t *testing.T) {
	t.Parallel()
	s, desk := withDesk(t, nil)
	for name, change := range map[string]func(*http.Request){
		"by its site":    func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"by its origin":  func(r *http.Request) { r.Header.Del("Sec-Fetch-Site"); r.Header.Set("Origin", "https://evil.example") },
		"under its name": func(r *http.Request) { r.Host = "evil.example:8080" },
		"a neighbour":    func(r *http.Request) { r.Host = "192.168.1.7:8080" },
	} {
		for _, path := range []string{"/add", "/import", "/demonstration", "/reviewer", "/review/harbour.md"} {
			if w := posted(t, s, path, url.Values{"text": {"x"}, "reviewer": {"x"}}, change); w.Code != http.StatusForbidden || w.Header().Get("Set-Cookie") != "" {
				t.Errorf("%s: %s: status %d", name, path, w.Code)
			}
		}
	}
	if len(desk.articles)+len(desk.imported)+desk.demo != 0 {
		t.Errorf("something was written: %+v", desk)
	}
	for _, host := range []string{"localhost:8080", "[::1]:8080", "127.0.0.1"} {
		if w := posted(t, s, "/demonstration", nil, func(r *http.Request) { r.Host = host }); w.Code != http.StatusSeeOther {
			t.Errorf("%s: status %d", host, w.Code)
		}
	}
}

func TestWithoutADeskNothingCanBeSent(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for _, path := range []string{"/add", "/import", "/demonstration", "/reviewer", "/review/harbour.md"} {
		if w := posted(t, s, path, url.Values{"text": {"x"}}); w.Code != http.StatusMethodNotAllowed {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
	if page := s.page(t, "/add", http.StatusOK); len(page.tags("main")[0].tags("form")) != 0 || !strings.Contains(page.text(), "stancegraph ingest") {
		t.Error("the page offers what is refused")
	}
	if page := s.page(t, "/review/harbour.md", http.StatusOK); len(page.tags("main")[0].tags("form")) != 0 {
		t.Error("the review offers decisions")
	}
}

func TestAnUploadIsBounded(t *testing.T) {
	t.Parallel()
	s, _ := withDesk(t, nil)
	w := posted(t, s, "/add", nil, func(r *http.Request) {
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		head := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
		r.Body = io.NopCloser(io.MultiReader(strings.NewReader(head), io.LimitReader(endless{}, maxUpload+1)))
		r.ContentLength = -1
	})
	if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "more than 64 MiB were sent") {
		t.Errorf("status %d: %.300s", w.Code, parse(t, w.Body.String()).text())
	}
}

// What was handed in does not stay in the temporary folder, taken or not.
func TestAnUploadLeavesNoFileBehind(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	s, desk := withDesk(t, fixture(t))
	large := strings.Repeat("The mayor wants the harbour back. ", 3*maxForm/34)
	for _, refused := range []error{nil, schema.Errorf(schema.KindInput, "choose another", "this one is refused")} {
		desk.err = refused
		for _, path := range []string{"/add", "/import", "/sign-in"} {
			uploaded(t, s, path, "a.txt", large, nil)
		}
	}
	if len(desk.articles) != 2 || len(desk.imported) != 2 {
		t.Fatalf("%d articles and %d files came in", len(desk.articles), len(desk.imported))
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 0 {
		t.Errorf("%d files are left behind, %v", len(left), err)
	}
}

// A form in which nothing was typed is another mistake than a body that is none.
func TestWhatIsNoFormIsSaidToBeNone(t *testing.T) {
	t.Parallel()
	s, desk := withDesk(t, fixture(t))
	of := func(media, body string) func(*http.Request) {
		return func(r *http.Request) {
			r.Header.Set("Content-Type", media)
			r.Body, r.ContentLength = io.NopCloser(strings.NewReader(body)), int64(len(body))
		}
	}
	field := "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n"
	for _, c := range []struct {
		change func(*http.Request)
		says   string
	}{
		{of("application/json", `{"text":"A."}`), `a form, and not "application/json"`},
		{of("", "text=A."), "this takes a form"},
		{of("application/x-www-form-urlencoded", "text="), "there is no text"},
		{of("multipart/form-data; boundary=x", field+strings.Repeat("x", maxForm+pasteMore+1)+"\r\n--x--\r\n"), "more than 11 MiB were pasted"},
	} {
		w := posted(t, s, "/add", nil, c.change)
		if text := parse(t, w.Body.String()).text(); w.Code != http.StatusBadRequest || !strings.Contains(text, c.says) {
			t.Errorf("status %d, no %q: %.400s", w.Code, c.says, text)
		}
	}
	if len(desk.articles) != 0 {
		t.Error("something was added")
	}
}

// endless yields the letter x.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestDecisionsCarryTheNameOfWhoDecides(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	s, desk := withDesk(t, snap)
	source := schema.HashText(articleText)
	w := posted(t, s, "/reviewer", url.Values{"reviewer": {"Bea Łu"}, "source": {source}})
	cookies := w.Result().Cookies()
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/review/"+source || len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode {
		t.Fatalf("%d to %s with %v", w.Code, w.Header().Get("Location"), cookies)
	}
	signed := func(r *http.Request) { r.AddCookie(cookies[0]) }
	proposal := snap.OfActor("okafor")[0]
	for _, st := range snap.OfActor("okafor") {
		if st.Status == schema.StatusProposed {
			proposal = st
		}
	}
	for _, c := range []struct {
		fields url.Values
		want   graph.Decision
	}{
		{url.Values{"decision": {"accept"}, "reason": {"ignored"}}, graph.Decision{ID: proposal.ID, Reviewer: "Bea Łu", Accept: true}},
		{url.Values{"decision": {"reject"}, "reason": {"said twice"}}, graph.Decision{ID: proposal.ID, Reviewer: "Bea Łu", Reason: "said twice"}},
		{url.Values{"decision": {"undo"}, "reason": {"who?"}}, graph.Decision{ID: proposal.ID, Reviewer: "Bea Łu", Reopen: true, Reason: "who?"}},
	} {
		c.fields.Set("statement", proposal.ID)
		desk.decisions = nil
		if w := posted(t, s, "/review/"+source, c.fields, signed); w.Code != http.StatusSeeOther || len(desk.decisions) != 1 || desk.decisions[0] != c.want {
			t.Errorf("%s: %d, %+v", c.fields, w.Code, desk.decisions)
		}
	}
	for _, bad := range []url.Values{{"decision": {"burn"}, "statement": {proposal.ID}}, {"decision": {"accept"}, "statement": {"nothing"}}, {}} {
		if w := posted(t, s, "/review/"+source, bad, signed); w.Code < 400 || w.Code >= 500 {
			t.Errorf("%s: status %d", bad, w.Code)
		}
	}
	if w := posted(t, s, "/review/"+source, url.Values{"decision": {"coded"}}, signed); w.Code != http.StatusSeeOther || len(desk.coded) != 1 || desk.coded[0] != source+" true" {
		t.Errorf("coded: %d, %v", w.Code, desk.coded)
	}
	if w := posted(t, s, "/review/"+source, url.Values{"decision": {"reopen"}}, signed); w.Code != http.StatusSeeOther || len(desk.coded) != 2 || desk.coded[1] != source+" false" {
		t.Errorf("not coded after all: %d, %v", w.Code, desk.coded)
	}
	for _, name := range []string{"", " ", "rules/1", "a\nb", strings.Repeat("x", 101)} {
		if w := posted(t, s, "/reviewer", url.Values{"reviewer": {name}, "source": {source}}); w.Code != http.StatusBadRequest {
			t.Errorf("the name %q: status %d", name, w.Code)
		}
	}
}

func TestAnEmptyGraphShowsThreeWaysToBegin(t *testing.T) {
	t.Parallel()
	s, desk := withDesk(t, nil)
	for _, path := range []string{"/", "/matrix", "/data", "/sources", "/codebook"} {
		begin := s.page(t, path, http.StatusOK).class("begin")
		if len(begin) != 1 || len(begin[0].tags("li")) != 3 || len(begin[0].tags("button"))+len(begin[0].class("button")) != 3 {
			t.Errorf("%s does not show three ways, each with its button", path)
		}
	}
	if w := posted(t, s, "/demonstration", nil); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/matrix" || desk.demo != 1 {
		t.Errorf("%d to %s", w.Code, w.Header().Get("Location"))
	}
	if w := uploaded(t, s, "/import", "all.jsonl", "{}", nil); w.Code != http.StatusSeeOther || len(desk.imported) != 1 || desk.imported[0] != "all.jsonl: {}" {
		t.Errorf("%d, %v", w.Code, desk.imported)
	}
	full, _ := withDesk(t, fixture(t))
	if w := posted(t, full, "/demonstration", nil); w.Code != http.StatusBadRequest {
		t.Errorf("the demonstration was mixed into a graph: status %d", w.Code)
	}
}

func TestFieldsOfAFormAreKnownAndGivenOnce(t *testing.T) {
	t.Parallel()
	s, desk := withDesk(t, fixture(t))
	for want, w := range map[string]*httptest.ResponseRecorder{
		`does not know the field "titl"; did you mean title?`:    posted(t, s, "/add", url.Values{"text": {"x"}, "titl": {"x"}}),
		`the field title is one value, and is given 2 times`:     posted(t, s, "/add", url.Values{"text": {"x"}, "title": {"x", "y"}}),
		`does not know the parameter "text"`:                     posted(t, s, "/add?text=x", url.Values{"text": {"x"}}),
		`does not know the field "text"`:                         uploaded(t, s, "/import", "a.jsonl", "{}", url.Values{"text": {"x"}}),
		`the field decision is one value, and is given 2 times`:  posted(t, s, "/review/harbour.md", url.Values{"decision": {"accept", "reject"}}),
		`the field reviewer is one value, and is given 4 times:`: posted(t, s, "/reviewer", url.Values{"reviewer": {"a", "b", "c", "d"}}),
	} {
		if text := parse(t, w.Body.String()).text(); w.Code != http.StatusBadRequest || !strings.Contains(text, want) {
			t.Errorf("%s: %d, %.400s", want, w.Code, text)
		}
	}
	if len(desk.articles)+len(desk.imported)+len(desk.decisions) != 0 {
		t.Errorf("something was written: %+v", desk)
	}
}

// Who leaves a review finds it again, and how far it is.
func TestUnfinishedReviewsAreListed(t *testing.T) {
	t.Parallel()
	coded := fixture(t)
	if s, _ := withDesk(t, coded); s.page(t, "/add", http.StatusOK).id("reviews-head") != nil {
		t.Error("a source that a person has coded is listed")
	}
	var sources []schema.Source
	for _, src := range coded.SourceList() {
		one := *src
		one.Status = schema.SourceProposed
		sources = append(sources, one)
	}
	s, _ := withDesk(t, ledger.Build(coded.Codebook, sources, coded.Statements))
	page := s.page(t, "/add", http.StatusOK)
	var found bool
	for _, a := range page.tags("main")[0].tags("a") {
		if !strings.HasPrefix(a.attr("href"), "/review/") {
			continue
		}
		found = true
		review := s.page(t, a.attr("href"), http.StatusOK)
		if review.id("review-state") == nil || !strings.Contains(review.id("review-state").text(), "to go") || review.id("review-progress") == nil {
			t.Errorf("%s is finished", a.attr("href"))
		}
	}
	if !found {
		t.Error("no review is led to")
	}
}
