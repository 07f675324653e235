package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server/browsertest"
)

const newArticle = `Talks stall over the line

KYIV, 3 May 2025. Volodymyr Zelensky rejected any freeze along the current line of contact. "We demand an immediate ceasefire," Zelensky said on Friday. Kremlin spokesman Dmitry Peskov said Russia opposes a 30-day ceasefire.
`

// visitor is a browser without pages: it keeps cookies and follows redirects.
type visitor struct {
	*http.Client
	t    *testing.T
	base string
}

func visit(t *testing.T, base string) visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return visitor{&http.Client{Jar: jar}, t, base}
}

// send sends a form and returns where that leads.
func (v visitor) send(path string, fields url.Values) *url.URL {
	v.t.Helper()
	res, err := v.PostForm(v.base+path, fields)
	if err != nil {
		v.t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		v.t.Fatalf("POST %s: %s", path, res.Status)
	}
	return res.Request.URL
}

func (v visitor) json(path string, into any) {
	v.t.Helper()
	status, body := get(v.t, v.base+path)
	if err := json.Unmarshal([]byte(body), into); status != http.StatusOK || err != nil {
		v.t.Fatalf("GET %s: %d, %v", path, status, err)
	}
}

// From an empty folder to a reviewed article, in the browser alone.
func TestArticleIsAddedAndReviewedInAnEmptyStore(t *testing.T) {
	t.Parallel()
	v := visit(t, serveWith(t, "serve", "--create", "--store", filepath.Join(t.TempDir(), "new.db"), "--now", "2025-05-04T12:00:00Z"))
	at := v.send("add", url.Values{"text": {newArticle}, "outlet": {"The Gazette"}})
	source := strings.TrimPrefix(at.Path, "/review/")
	var review struct {
		Open       int
		Statements []schema.Statement
	}
	v.json("review/"+source+".json", &review)
	if review.Open != len(review.Statements) || review.Open < 2 {
		t.Fatalf("%d of %d statements are open", review.Open, len(review.Statements))
	}
	if again := v.send("add", url.Values{"text": {newArticle}}); again.Query().Get("known") != "1" || again.Path != at.Path {
		t.Errorf("the same text again leads to %s", again)
	}
	v.send("reviewer", url.Values{"reviewer": {"Bea"}, "source": {source}})
	first, second := review.Statements[0].ID, review.Statements[1].ID
	v.send("review/"+source, url.Values{"decision": {"accept"}, "statement": {first}})
	undo := v.send("review/"+source, url.Values{"decision": {"reject"}, "statement": {second}, "reason": {"said twice"}})
	var st schema.Statement
	if v.json("statements/"+first+".json", &st); st.Status != schema.StatusAccepted || st.Reviewer != "Bea" {
		t.Errorf("the first is %s by %q", st.Status, st.Reviewer)
	}
	if v.json("statements/"+second+".json", &st); st.Status != schema.StatusRejected || st.Reason != "said twice" || undo.Query().Get("undo") != second {
		t.Errorf("the second is %s for %q; undo is offered for %q", st.Status, st.Reason, undo.Query().Get("undo"))
	}
	v.send("review/"+source, url.Values{"decision": {"undo"}, "statement": {second}})
	var back schema.Statement
	if v.json("statements/"+second+".json", &back); back.Status != schema.StatusProposed || back.Reviewer != "" {
		t.Errorf("taken back, the second is %s by %q", back.Status, back.Reviewer)
	}
	v.send("review/"+source, url.Values{"decision": {"coded"}})
	var src schema.Source
	if v.json("sources/"+source+".json", &src); src.Status != schema.SourceCoded || src.Outlet != "The Gazette" {
		t.Errorf("the source is %s, of %q", src.Status, src.Outlet)
	}
}

func TestDemonstrationAndFilesComeIntoAnEmptyStore(t *testing.T) {
	t.Parallel()
	v := visit(t, serveWith(t, "serve", "--create", "--store", filepath.Join(t.TempDir(), "new.db")))
	if at := v.send("demonstration", nil); at.Path != "/matrix" {
		t.Errorf("the demonstration leads to %s", at)
	}
	var data struct{ Statements int }
	if v.json("data.json", &data); data.Statements != 138 {
		t.Errorf("%d statements", data.Statements)
	}
	res, err := v.PostForm(v.base+"import", url.Values{})
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusBadRequest {
		t.Errorf("an import of nothing: %s", res.Status)
	}
}

// A table of somebody else's goes in by naming its columns, tried first.
func TestTableWithOtherColumnsComesInByTheBrowser(t *testing.T) {
	t.Parallel()
	v := visit(t, serveWith(t, "serve", "--create", "--store", filepath.Join(t.TempDir(), "new.db")))
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	part, err := m.CreateFormFile("file", "votes.csv")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(part, "country;resolution;vote;day\nNorden;Fish;1;2025-03-01\nSueden;Fish;-1;2025-03\nWestland;Dam;0;\n")
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	res, err := v.Post(v.base+"import", m.FormDataContentType(), &body)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	at := strings.TrimPrefix(res.Request.URL.Path, "/")
	if res.StatusCode != http.StatusOK || !strings.HasPrefix(at, "import/") {
		t.Fatalf("the table leads to %s: %s", res.Request.URL, res.Status)
	}
	how := url.Values{"actor": {"country"}, "proposition": {"resolution"}, "stance": {"vote"}, "date": {"day"}, "set-coder": {"Bea"}}
	var tried struct {
		Report struct{ Statements, Added int }
	}
	var data struct{ Statements int }
	v.json(at+".json?"+how.Encode(), &tried)
	if v.json("data.json", &data); tried.Report.Statements != 3 || tried.Report.Added != 3 || data.Statements != 0 {
		t.Errorf("tried: %+v; the graph has %d statements", tried, data.Statements)
	}
	if to := v.send(at, how); to.Path != "/data" {
		t.Errorf("the import leads to %s", to)
	}
	if v.json("data.json", &data); data.Statements != 3 {
		t.Errorf("the graph has %d statements", data.Statements)
	}
	if v.json(at+".json?"+how.Encode(), &tried); tried.Report.Added != 0 {
		t.Errorf("imported again, %d would be added", tried.Report.Added)
	}
	for _, bad := range []string{"?actor=country", "?actor=land&proposition=resolution&stance=vote", "?actor=country&proposition=resolution&stance=day", "?actor=country&proposition=resolution&stance=vote&delimiter=tab"} {
		if status, text := get(t, v.base+at+".json"+bad); status != http.StatusBadRequest || !strings.Contains(text, "votes.csv") && !strings.Contains(text, "no column for") {
			t.Errorf("%s: %d %s", bad, status, text)
		}
	}
}

// What is wrong with what was handed in is said, and not where this machine
// keeps it.
func TestDeskSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	base := serveWith(t, "serve", "--create", "--store", filepath.Join(t.TempDir(), "new.db"))
	for _, c := range []struct{ path, name, content, published, want string }{
		{"add", "", "", "soon", `published: date "soon"`},
		{"add", "a.txt", "\x7fELF\x00\x01\x02", "", "a.txt: binary, not text"},
		{"add", "a.docx", "PK", "", `a.docx: files of type ".docx" are not read`},
		{"import", "debate.dna", "no database", "", "debate.dna is not an SQLite database"},
		{"import", "a.jsonl", "{", "", "a.jsonl:1: "},
		{"import", "votes.xlsx", "PK\x03\x04\x00\x00", "", "votes.xlsx: binary, not text"},
		{"import", "votes.csv", "a\x00,b\n", "", "votes.csv: binary, not text"},
		{"import", "a.csv", "a,b\n\"1,2\n", "", "a.csv:2: a quotation mark"},
	} {
		var body bytes.Buffer
		m := multipart.NewWriter(&body)
		if c.name != "" {
			part, err := m.CreateFormFile("file", c.name)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprint(part, c.content)
		} else if err := errors.Join(m.WriteField("text", newArticle), m.WriteField("published", c.published)); err != nil {
			t.Fatal(err)
		}
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
		r, err := http.NewRequest(http.MethodPost, base+c.path, &body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", m.FormDataContentType())
		r.Header.Set("Accept", "application/json")
		res, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		var told struct {
			Error struct{ Message, Hint string }
		}
		err = json.NewDecoder(res.Body).Decode(&told)
		res.Body.Close()
		if err != nil || res.StatusCode != http.StatusBadRequest || !strings.HasPrefix(told.Error.Message, c.want) || told.Error.Hint == "" {
			t.Errorf("%s %s: %s, %+v, %v", c.path, c.name, res.Status, told, err)
		}
	}
}

func TestReadOnlyServerTakesNothing(t *testing.T) {
	t.Parallel()
	base := serveWith(t, "serve", "--read-only", "--store", demoStore(t))
	res, err := http.PostForm(base+"add", url.Values{"text": {newArticle}})
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("got %s", res.Status)
	}
}

// The same with the keys alone: accept, reject, take back.
func TestBrowserReviewsByKeys(t *testing.T) {
	base := serveDemo(t)
	v := visit(t, base)
	at := v.send("add", url.Values{"text": {newArticle}})
	b := browsertest.New(t)
	state := func(n int, word string) chromedp.Action[chromedp.Void] {
		return chromedp.WaitVisible(`.proposal:nth-child(` + string(rune('0'+n)) + `)[data-status="` + word + `"]`)
	}
	b.Do(chromedp.Navigate(strings.TrimSuffix(base, "/")+at.Path), chromedp.SendKeys("#reviewer", "Bea"), browsertest.Leads(chromedp.Submit("#reviewer")), chromedp.WaitVisible(".proposal.now .decision"))
	b.Do(browsertest.Press("a"), state(1, "accepted"), chromedp.WaitVisible(`.proposal:nth-child(2).now`))
	b.Do(browsertest.Press("r"), state(2, "rejected"))
	if said := b.Text(".proposal:nth-child(2) .state"); said != "rejected by Bea: the passage does not say this" {
		t.Errorf("the page says %q", said)
	}
	b.Do(browsertest.Press("u"), state(2, "proposed"), browsertest.Press("k"), chromedp.WaitVisible(`.proposal:nth-child(1).now`), browsertest.Press("j"), chromedp.WaitVisible(`.proposal:nth-child(2).now`))
	if passage := b.Text("mark.now"); !strings.Contains(newArticle, passage) || passage == "" {
		t.Errorf("highlighted is %q", passage)
	}
	if says := b.Text("#review-state"); !strings.HasPrefix(says, "1 of ") || !strings.HasSuffix(says, " to go.") {
		t.Errorf("the page says %q", says)
	}
	b.Do(browsertest.Click(".proposal:nth-child(1) .takeback button"), state(1, "proposed"), chromedp.WaitNotVisible(".proposal:nth-child(1) .takeback"))
	var review struct{ Statements []schema.Statement }
	v.json(strings.TrimPrefix(at.Path, "/")+".json", &review)
	for i := range review.Statements {
		b.Do(browsertest.Click(fmt.Sprintf(`.proposal:nth-child(%d) button[value="accept"]`, i+1)), state(i+1, "accepted"))
	}
	b.Do(chromedp.WaitVisible("#review-done"))
	if says := b.Text("#review-state"); says != fmt.Sprintf("All %d are decided.", len(review.Statements)) {
		t.Errorf("the page says %q", says)
	}
}
