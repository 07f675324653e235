package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server/browsertest"
)

// notedPage is a stored statement, its page and what its notes say there.
func notedPage(t *testing.T) (s serving, store *graph.Store, at string, shown func() string) {
	t.Helper()
	day := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	store = notedStore(t, filepath.Join(t.TempDir(), "notes.db"))
	s, at = notingOn(store, &day), "/statements/"+store.Snapshot().OfActor("dubois")[0].ID
	return s, store, at, func() string {
		var answer struct{ Notes []writtenNote }
		s.json(t, at+".json", &answer)
		var all []string
		for _, n := range answer.Notes {
			all = append(all, n.Coder+": "+n.Text)
		}
		return strings.Join(all, "; ")
	}
}

func noteID(w *httptest.ResponseRecorder) string {
	_, id, _ := strings.Cut(w.Header().Get("Location"), "#n-")
	return id
}

// Who wrote a note changes it and takes it away; nobody else does, and nothing
// is lost from the graph.
func TestNotesAreChangedAndRemovedByWhoWroteThem(t *testing.T) {
	t.Parallel()
	s, store, at, shown := notedPage(t)
	send := func(status int, name, text string, more ...string) string {
		t.Helper()
		fields := sent(name, text)
		for i := 0; i+1 < len(more); i += 2 {
			fields.Set(more[i], more[i+1])
		}
		w := posted(t, s, at+"/notes", fields)
		if w.Code != status {
			t.Fatalf("%s: status %d, expected %d: %.400s", fields, w.Code, status, parse(t, w.Body.String()).text())
		}
		return noteID(w)
	}
	const done = http.StatusSeeOther
	first := send(done, "Bea", "Is it she?")
	send(done, "Carl", "It is.")
	send(http.StatusForbidden, "Carl", "No.", "revises", first)
	send(http.StatusForbidden, "Carl", "", "revises", first, "remove", "yes")
	send(http.StatusBadRequest, "Bea", " ", "revises", first)
	send(http.StatusBadRequest, "Bea", "", "remove", "yes")
	second := send(done, "Bea", "It is she.", "revises", first)
	if got := shown(); second == first || !strings.Contains(got, "Bea: It is she.") || strings.Contains(got, "Is it she?") || !strings.Contains(got, "Carl: It is.") {
		t.Fatalf("changed, the notes are %q", got)
	}
	send(http.StatusConflict, "Bea", "Another window.", "revises", first)
	send(done, "Bea", "", "revises", second, "remove", "yes")
	if got := shown(); got != "Carl: It is." {
		t.Fatalf("removed, the notes are %q", got)
	}
	send(http.StatusConflict, "Bea", "", "revises", second, "remove", "yes")
	if again := send(done, "Bea", "Is it she?"); again == first || !strings.Contains(shown(), "Bea: Is it she?") {
		t.Errorf("written again, the notes are %q", shown())
	}
	if n := len(store.Snapshot().Annotations); n != 5 {
		t.Errorf("the graph keeps %d of the 5 that were written", n)
	}
	source := "/sources/" + store.Snapshot().OfActor("dubois")[0].Source
	if w := posted(t, s, source+"/notes", url.Values{"name": {"Carl"}, "text": {"x"}, "revises": {first}}); w.Code != http.StatusConflict {
		t.Errorf("a note of another page: status %d", w.Code)
	}
}

// A revision by another name, as an import may bring it, takes nothing away.
func TestANoteStandsAgainstTheRevisionOfSomebodyElse(t *testing.T) {
	t.Parallel()
	s, store, at, shown := notedPage(t)
	first := noteID(posted(t, s, at+"/notes", sent("Bea", "Is it she?")))
	foreign := store.Snapshot().Annotations[0]
	foreign.Coder, foreign.Variables = "Carl", map[string]string{schema.NoteStatement: foreign.Variables[schema.NoteStatement], schema.NoteRevises: first}
	foreign.ID = foreign.DeriveID()
	if _, err := store.PutAnnotations(t.Context(), []schema.Annotation{foreign}); err != nil {
		t.Fatal(err)
	}
	store.Refresh()
	if shown() != "Bea: Is it she?" {
		t.Errorf("the notes are %q", shown())
	}
}

func TestANoteIsChangedAndRemovedOnItsPage(t *testing.T) {
	s, _, at, shown := notedPage(t)
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	both(t, func(t *testing.T, b *browsertest.Browser) {
		b.Do(chromedp.Navigate(server.URL+at), chromedp.SetValue("#note-name", "Bea"), chromedp.SendKeys("#note-text", "Is it she?"), browsertest.Leads(chromedp.Submit("#note-text")),
			browsertest.Click("#notebook li summary"), chromedp.SendKeys("#notebook li textarea", " Yes."), browsertest.Follow("#notebook li [type=submit]"),
			chromedp.WaitVisible("#notebook li:target"))
		if text := b.Text("#notebook li"); !strings.Contains(text, "Yes.") || !strings.Contains(text, "changed 4 May 2026") {
			t.Errorf("changed, it says %q", text)
		}
		b.Do(browsertest.Click("#notebook li summary"), browsertest.Follow(`#notebook li [name="remove"]`), chromedp.WaitNotPresent("#notebook li"))
		if shown() != "" {
			t.Errorf("removed, the notes are %q", shown())
		}
	})
}
