package server

import (
	"bytes"
	"context"
	"encoding/csv"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/ingest/exported"
	"github.com/stancegraph/stancegraph/schema"
)

// noting is a desk that keeps notes in a store.
type noting struct {
	notes
	store *graph.Store
}

func (n *noting) Note(ctx context.Context, a schema.Annotation) error {
	_, err := n.store.PutAnnotations(ctx, []schema.Annotation{a})
	n.store.Refresh()
	return err
}

// notedStore is a store at a folder, with what the fixture has where it is new.
func notedStore(t *testing.T, dir string) *graph.Store {
	t.Helper()
	store, err := graph.Open(dir, graph.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() }) // some are closed before
	if len(store.Refresh().Statements) == 0 {
		snap := fixture(t)
		if _, err := store.PutCorpus(t.Context(), graph.Corpus{Codebooks: []*schema.Codebook{snap.Codebook}, Sources: []schema.Source{fixtureSource()}, Statements: snap.Statements}); err != nil {
			t.Fatal(err)
		}
		store.Refresh()
	}
	return store
}

func notingOn(store *graph.Store, day *time.Time) serving {
	return serving{New(Config{Snapshot: store.Snapshot, Desk: &noting{store: store}, Now: func() time.Time { return *day }})}
}

func sent(name, text string) url.Values { return url.Values{"name": {name}, "text": {text}} }

const written = "Is it she?\r\n" + hostile + " </textarea> " + override

// A note is there on its page, in the store that is opened again, and in the
// one that its export goes into.
func TestNotesSurviveTheSessionAndTheExport(t *testing.T) {
	t.Parallel()
	dir, day := filepath.Join(t.TempDir(), "notes.db"), time.Date(2026, 5, 4, 23, 0, 0, 0, time.UTC)
	store := notedStore(t, dir)
	before := store.Snapshot()
	s, st := notingOn(store, &day), before.OfActor("dubois")[0]
	at, source := "/statements/"+st.ID, "/sources/"+st.Source
	if page := s.page(t, at, http.StatusOK); len(page.id("notebook").tags("li")) != 0 || len(page.id("notebook").tags("form")) != 1 {
		t.Error("a statement without notes shows some, or no form")
	}
	w := posted(t, s, at+"/notes", sent(" Bea Łu ", written))
	place, anchor, _ := strings.Cut(w.Header().Get("Location"), "#")
	if w.Code != http.StatusSeeOther || place != at || len(w.Result().Cookies()) != 1 {
		t.Fatalf("%d to %s: %.500s", w.Code, place, w.Body)
	}
	day = day.AddDate(0, 0, 2)
	if again := posted(t, s, at+"/notes", sent("Bea Łu", written)); again.Header().Get("Location") != w.Header().Get("Location") {
		t.Errorf("the same note again leads to %s", again.Header().Get("Location"))
	}
	if w := posted(t, s, source+"/notes", sent("Carl", "Read twice.")); w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), source+"#n-") {
		t.Errorf("on the source: %d to %s", w.Code, w.Header().Get("Location"))
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}

	store = notedStore(t, dir)
	s = notingOn(store, &day)
	ask := httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+at, nil)
	ask.AddCookie(w.Result().Cookies()[0])
	got := httptest.NewRecorder()
	s.ServeHTTP(got, ask)
	page := parse(t, got.Body.String())
	note := page.id(anchor)
	if note == nil || note.class("written")[0].raw() != strings.ReplaceAll(written, "\r\n", "\n") || !strings.Contains(note.text(), "Bea Łu, 4 May 2026") {
		t.Fatalf("the note is not there as it was written: %.900s", page.id("notebook").text())
	}
	if name := page.id("note-name").attr("value"); name != "Bea Łu" {
		t.Errorf("the form asks %q", name)
	}
	var answer struct{ Notes []writtenNote }
	if s.json(t, at+".json", &answer); len(answer.Notes) != 1 || answer.Notes[0].Statement != st.ID || answer.Notes[0].Date != "2026-05-04" {
		t.Errorf("on the statement: %+v", answer.Notes)
	}
	if s.json(t, source+".json", &answer); len(answer.Notes) != 2 || answer.Notes[1].Statement != "" || answer.Notes[1].Coder != "Carl" {
		t.Errorf("on the source: %+v", answer.Notes)
	}
	if n := len(s.page(t, source, http.StatusOK).id("notebook").tags("li")); n != 2 {
		t.Errorf("the source shows %d notes", n)
	}
	if len(store.Snapshot().Statements) != len(before.Statements) || store.Snapshot().Version == before.Version {
		t.Error("the notes count as statements, or left the version as it was")
	}

	var file bytes.Buffer
	if err := export.Graph(&file, store.Snapshot(), export.Provenance{}); err != nil {
		t.Fatal(err)
	}
	read, err := exported.JSONLines(&file, "all.graph.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	other, err := graph.Open(filepath.Join(t.TempDir(), "other.db"), graph.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Close() })
	if _, err := other.PutCorpus(t.Context(), graph.Corpus{Codebooks: read.Codebooks, Sources: read.Sources, Statements: read.Statements, Annotations: read.Annotations}); err != nil {
		t.Fatal(err)
	}
	other.Refresh()
	there := notingOn(other, &day).page(t, at, http.StatusOK)
	if there.id(anchor) == nil || there.id(anchor).class("written")[0].raw() != note.class("written")[0].raw() {
		t.Errorf("where the export was imported: %s", there.id("notebook").text())
	}
}

// writtenNote is a note as a program reads it.
type writtenNote struct{ ID, Statement, Coder, Date, Text string }

func TestStatementsWithNotesSaySoAmongTheEvidence(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	store := notedStore(t, filepath.Join(t.TempDir(), "notes.db"))
	s, st := notingOn(store, &day), store.Snapshot().OfActor("dubois")[0]
	const cell = "/cell%s?actor=dubois&proposition="
	noted := func() (links int) {
		for _, path := range []string{strings.Replace(cell, "%s", "", 1) + st.Proposition, "/sources/" + st.Source} {
			for _, a := range s.page(t, path, http.StatusOK).tags("a") {
				if a.attr("href") == "/statements/"+st.ID+"#notebook" && a.text() == "1 note" {
					links++
				}
			}
		}
		return links
	}
	if noted() != 0 {
		t.Error("a statement without notes has one")
	}
	posted(t, s, "/statements/"+st.ID+"/notes", sent("Bea", "Is it she?"))
	if n := noted(); n != 2 {
		t.Errorf("%d of 2 pages lead to the note", n)
	}
	rows, err := csv.NewReader(s.ask(t, http.MethodGet, strings.Replace(cell, "%s", ".csv", 1)+st.Proposition).Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if n := row[len(row)-1]; row[0] == st.ID && n != "1" || row[0] != st.ID && row[0] != "statement" && n != "0" {
			t.Errorf("%s has %s notes", row[0], n)
		}
	}
}

func TestANoteWithAMistakeComesBackWithWhatWasTyped(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	s, desk := withDesk(t, snap)
	at := "/statements/" + snap.Statements[0].ID + "/notes"
	for _, c := range []struct {
		path, want string
		fields     url.Values
		status     int
	}{
		{at, "there is no text", sent(`"><b>Bea`, " \n"), 400},
		{"/sources/harbour.md/notes", "4 001 characters", sent("Bea", strings.Repeat("ł", longestNote+1)), 400},
		{at, "is no name of a person", sent("rules/1", "x"), 400},
		{at, "is no name of a person", url.Values{"text": {"</textarea><b>x"}}, 400},
		{at, "control characters", sent("Bea", "a\x00b"), 400},
		{at, "no text in UTF-8", sent("Bea", "a\xffb"), 400},
		{"/statements/nothing/notes", "there is no statement", sent("Bea", "x"), 404},
		{"/sources/nothing/notes", "there is no source", sent("Bea", "x"), 404},
		{at, `does not know the field "txt"; did you mean text?`, url.Values{"name": {"Bea"}, "txt": {"x"}}, 400},
		{at, "the field text is one value", url.Values{"name": {"Bea"}, "text": {"x", "y"}}, 400},
	} {
		w := posted(t, s, c.path, c.fields)
		page := parse(t, w.Body.String())
		if w.Code != c.status || !strings.Contains(page.text(), c.want) || w.Header().Get("Set-Cookie") != "" {
			t.Errorf("%s: %d, %.300s", c.want, w.Code, page.text())
		}
		name, text := page.id("note-name"), page.id("note-text")
		if name == nil || !utf8.ValidString(c.fields.Get("text")) || strings.Contains(c.fields.Get("text"), "\x00") {
			continue // there is no form, or no page can say what was typed
		}
		if page.id("problem") == nil || name.attr("value") != c.fields.Get("name") || strings.TrimPrefix(text.raw(), "\n") != c.fields.Get("text") {
			t.Errorf("%s: the form says %q, %.80q", c.want, name.attr("value"), text.raw())
		}
	}
	if posted(t, s, at, sent("Bea", strings.Repeat("ł", longestNote))); len(desk.written) != 1 {
		t.Errorf("%d notes were written, and not only the longest that may be", len(desk.written))
	}
	desk.err = schema.Errorf(schema.KindIO, "make room", "the disk is full")
	if w := posted(t, s, at, sent("Bea", "y")); w.Code < 500 || w.Header().Get("Set-Cookie") != "" {
		t.Errorf("a note that was not kept: %d", w.Code)
	}
}

func TestNotesAreReadWhereNobodyMayWrite(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	st := &snap.Statements[0]
	note := schema.Annotation{Source: st.Source, Start: st.Start, End: st.End, Evidence: st.Evidence, Type: schema.NoteType, Coder: "Bea",
		Variables: map[string]string{schema.NoteStatement: st.ID, schema.NoteText: hostile}}
	note.ID = note.DeriveID()
	coded := note
	coded.Variables = map[string]string{"text": "x", "actor": "y"} // an import's own type of that name
	coded.ID = coded.DeriveID()
	noted := ledger.Build(snap.Codebook, []schema.Source{fixtureSource()}, snap.Statements, note, coded)
	s := serve(t, noted)
	for _, path := range []string{"/statements/" + st.ID, "/sources/" + st.Source} {
		page := s.page(t, path, http.StatusOK)
		if list := page.id("notebook").tags("li"); len(list) != 1 || list[0].class("written")[0].raw() != hostile {
			t.Errorf("%s does not show the one note: %s", path, page.id("notebook").text())
		}
		if len(page.id("notebook").tags("form")) != 0 {
			t.Errorf("%s offers what is refused", path)
		}
		if w := posted(t, s, path+"/notes", sent("Bea", "x")); w.Code != http.StatusMethodNotAllowed {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
	token, _ := withDesk(t, noted)
	crossed := func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }
	if w := posted(t, token, "/statements/"+st.ID+"/notes", sent("Bea", "x"), crossed); w.Code != http.StatusForbidden || w.Header().Get("Set-Cookie") != "" {
		t.Errorf("from another site: status %d", w.Code)
	}
}
