package server

import (
	"bytes"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

func TestErrorsSayWhatToDo(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for _, c := range []struct {
		path   string
		status int
		says   string // in the message
	}{
		{"/nothing", 404, "/nothing"},
		{"/actors/nobody", 404, "nobody"},
		{"/issues/nothing", 404, "nothing"},
		{"/sources/nothing", 404, "nothing"},
		{"/statements/nothing", 404, "nothing"},
		{"/matrix?as-of=never", 400, "never"},
		{"/matrix?mode=shouting", 400, "shouting"},
		{"/matrix?rows=columns", 400, "columns"},
		{"/matrix?arrange=opne", 400, "opne"},
		{"/issues/harbour?rows=columns", 400, "columns"},
		{"/propositions/rebuild?rows=columns", 400, "columns"},
		{"/matrix?issue=nothing", 400, "nothing"},
		{"/actors/dubois?as-of=never", 400, "never"},
		{"/cell", 400, "actor"},
		{"/cell?actor=dubois", 400, "issue"},
		{"/cell?actor=nobody&issue=harbour", 404, "nobody"},
		{"/help/positions.csv", 404, "CSV"},
		{"/actors/duboi", 404, "did you mean dubois?"},
		{"/issues/harbor", 404, "did you mean harbour?"},
		{"/propositions/rebuilt", 404, "did you mean rebuild?"},
	} {
		var told struct{ Error problem }
		s.json(t, withSuffix(c.path), &told)
		if told.Error.Status != c.status || !strings.Contains(told.Error.Message, c.says) || told.Error.Hint == "" || told.Error.Kind == "" {
			t.Errorf("%s: %+v, want status %d, %q and a hint", c.path, told.Error, c.status, c.says)
		}
		if strings.HasSuffix(c.path, ".csv") {
			continue
		}
		page := s.page(t, c.path, c.status)
		alert := page.class("problem")
		if len(alert) != 1 || !strings.Contains(alert[0].text(), c.says) || !strings.Contains(alert[0].text(), strings.TrimSpace(told.Error.Hint)) {
			t.Errorf("%s: the page does not say %q with its hint", c.path, c.says)
		}
		for _, wrong := range structure(page) {
			t.Errorf("%s: %s", c.path, wrong)
		}
	}
}

// withSuffix asks for JSON; an address with a suffix of its own keeps it.
func withSuffix(path string) string {
	if strings.HasSuffix(path, ".csv") {
		return path
	}
	return inFormat(path, formatJSON)
}

func TestBadFilterKeepsTheForm(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/matrix?as-of=last+May&rows=actors&issue=harbour&outlet=Dagbla%C3%B0i%C3%B0&min-confidence=0.5", http.StatusBadRequest)
	field := page.id("as-of")
	if field == nil || field.attr("value") != "last May" || field.attr("aria-invalid") != "true" {
		t.Error("the date that was typed is lost")
	}
	kept := map[string]string{}
	for _, n := range page.tags("input") {
		if n.attr("type") == "hidden" {
			kept[n.attr("name")] = n.attr("value")
		}
	}
	for _, n := range page.tags("option") {
		if n.has("selected") {
			kept[n.text()] = n.attr("value")
		}
	}
	for name, value := range map[string]string{"outlet": "Dagblaðið", "min-confidence": "0.5", "single actors": "actors", "propositions on Harbour": "harbour"} {
		if kept[name] != value {
			t.Errorf("%s is %q, want %q", name, kept[name], value)
		}
	}
	if len(page.class("chip")) != 3 {
		t.Errorf("%d chips, want one for each value that can be taken out", len(page.class("chip")))
	}
}

func TestChangingIsRefused(t *testing.T) {
	t.Parallel()
	w := serve(t, fixture(t)).ask(t, http.MethodPost, "/matrix.json")
	if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") == "" || !strings.Contains(w.Body.String(), "GET") {
		t.Errorf("POST: status %d, %s", w.Code, w.Body)
	}
}

func TestUnknownErrorsGoToTheLogAndNotToTheVisitor(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	h := New(Config{Snapshot: func() *ledger.Snapshot { panic("secret path /etc") }, Logger: slog.New(slog.NewTextHandler(&log, nil))})
	w := serving{h}.ask(t, http.MethodGet, "/matrix")
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("status %d, body %s", w.Code, w.Body)
	}
	if !strings.Contains(log.String(), "secret path /etc") {
		t.Error("the log does not have the cause")
	}
	if page := parse(t, w.Body.String()); len(page.tags("h1")) != 1 {
		t.Error("no error page")
	}
}

func TestEveryKindOfErrorHasAStatus(t *testing.T) {
	t.Parallel()
	for _, kind := range []schema.Kind{schema.KindUsage, schema.KindInput, schema.KindNotFound, schema.KindBusy, schema.KindIO, schema.KindCorrupt} {
		if statuses[kind] == 0 {
			t.Errorf("%s has none", kind)
		}
	}
	if got := problemOf(errors.New("secret")); got.Status != 500 || strings.Contains(got.Message, "secret") || got.Hint == "" {
		t.Errorf("unknown error: %+v", got)
	}
}
