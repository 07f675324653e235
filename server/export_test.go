package server

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

func exporting(t *testing.T, s *ledger.Snapshot, write func(context.Context, io.Writer, Job) error) serving {
	t.Helper()
	return serving{New(Config{Snapshot: func() *ledger.Snapshot { return s }, Export: write, Now: now, Version: "test"})}
}

// telling writes the format and the filter of a job.
func telling(_ context.Context, w io.Writer, j Job) error {
	_, err := io.WriteString(w, j.Format.Name+" "+j.Filter.Values().Encode()+" "+j.Provenance.Command)
	return err
}

func TestDownloadsAreNamedAndFiltered(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	s := exporting(t, snap, telling)
	w := s.ask(t, http.MethodGet, "/export?format=csv&issue=harbour&mode=quote")
	if got := w.Body.String(); got != "csv issue=harbour&mode=quote http://127.0.0.1/export?format=csv&issue=harbour&mode=quote" {
		t.Errorf("written: %s", got)
	}
	if got := w.Header().Get("Content-Disposition"); got != `attachment; filename="harbour-`+snap.Version+`.csv"` {
		t.Errorf("it is called %s", got)
	}
	for path, want := range map[string]string{
		"/export?format=odt":                   "expected one of",
		"/export?format=table-odt":             "no comparison table",
		"/export?format=nquads&issue=harbour":  "always has everything",
		"/export?format=csv&as-of=never":       "never",
		"/export?format=table-docx&rows=birds": "rows",
	} {
		if w := s.ask(t, http.MethodGet, path); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), want) || w.Header().Get("Content-Disposition") != "" {
			t.Errorf("%s: status %d, want a word on %q", path, w.Code, want)
		}
	}
	if w := serve(t, snap).ask(t, http.MethodGet, "/export?format=csv"); w.Code != http.StatusNotFound {
		t.Errorf("where nothing is exported: status %d", w.Code)
	}
}

func TestComparisonTableOfAMatrixComesInEveryFormat(t *testing.T) {
	t.Parallel()
	s := exporting(t, fixture(t), telling)
	for format, begins := range map[string]string{"md": "| ", "html": "<!doctype html>", "latex": "%", "xlsx": "PK", "docx": "PK", "csv": "row,"} {
		for _, filter := range []string{"", "&issue=harbour&rows=actors"} {
			w := s.ask(t, http.MethodGet, "/export?format=table-"+format+filter)
			if w.Code != http.StatusOK || !strings.Contains(strings.ToLower(w.Body.String()), begins) && !strings.HasPrefix(w.Body.String(), begins) {
				t.Errorf("%s%s: status %d: %.80q", format, filter, w.Code, w.Body)
			}
		}
	}
}

func TestADownloadThatFailsIsNeverTakenForTheWhole(t *testing.T) {
	t.Parallel()
	for name, before := range map[string]string{"at once": "", "on the way": strings.Repeat("x", 1<<20)} {
		server := httptest.NewServer(exporting(t, fixture(t), func(_ context.Context, w io.Writer, _ Job) error {
			if _, err := io.WriteString(w, before); err != nil {
				return err
			}
			return errors.New("the disk is full")
		}))
		t.Cleanup(server.Close)
		res, err := server.Client().Get(server.URL + "/export?format=jsonl")
		if err == nil {
			_, err = io.ReadAll(res.Body)
			res.Body.Close()
		}
		if name == "at once" && (err != nil || res.StatusCode != http.StatusInternalServerError) {
			t.Errorf("%s: %v", name, err)
		}
		if name == "on the way" && err == nil {
			t.Errorf("%s: the file looks whole", name)
		}
	}
}

func TestEveryViewCanBeCited(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	s := exporting(t, snap, telling)
	cite := s.page(t, "/matrix?issue=harbour", http.StatusOK).class("cite")[0].text()
	for _, want := range []string{"Harbour, positions as of 31 March 2025", "data version " + snap.Version, "codebook harbour/2", "accessed 2 November 2026", "as-of=2025-03-31", "Short link", "@misc{stancegraph-" + snap.Version, "urldate = {2026-11-02}", "TY - DATA"} {
		if !strings.Contains(cite, want) {
			t.Errorf("the citation does not say %q: %s", want, cite)
		}
	}
	for path, want := range map[string]string{"/matrix.bib?issue=harbour": "@misc{", "/matrix.ris?issue=harbour": "TY  - DATA\r\n", "/actors/dubois.bib": "Positions of Zoë Dubois"} {
		if w := s.ask(t, http.MethodGet, path); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: status %d: %.200s", path, w.Code, w.Body)
		}
	}
}

func TestWhatIsQuoteOnlyIsShownHereAndNotPassedOn(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	long := schema.Source{Doc: "closed.txt", Title: "Closed", Text: "Secret " + strings.Repeat("harbour talk ", 200), Rights: schema.RightsQuoteOnly}
	long.ID = schema.HashText(long.Text)
	st := *snap.OfActor("dubois")[0]
	st.Source, st.Doc, st.Start, st.End = long.ID, long.Doc, 0, len(long.Text)-1
	st.Evidence = long.Text[:st.End]
	st.ID = st.DeriveID()
	source, _ := snap.FindSource("harbour.md")
	s := serve(t, ledger.Build(snap.Codebook, []schema.Source{*source, long}, append(snap.Statements[:1:1], st)))
	if page := s.page(t, "/sources/closed.txt", http.StatusOK); !strings.Contains(page.text(), long.Text[:1000]) || !strings.Contains(page.text(), "Quote-only.") {
		t.Error("the reader here does not see the text, or is not told")
	}
	for _, path := range []string{"/sources/closed.txt.json", "/sources/closed.txt.csv", "/search.json?q=secret", "/search.csv?q=secret", "/statements/" + st.ID + ".json", "/actors/" + st.Actor + ".json", "/propositions/" + st.Proposition + ".json"} {
		if w := s.ask(t, http.MethodGet, path); w.Code != http.StatusOK || strings.Contains(w.Body.String(), long.Text[:schema.QuotationLimit+50]) {
			t.Errorf("%s: status %d, or more than a quotation", path, w.Code)
		}
	}
}
