package server

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server/browsertest"
)

func (n *noting) Decide(ctx context.Context, list []graph.Decision) error {
	_, err := n.store.Review(ctx, list)
	n.store.Refresh()
	return err
}

func (n *noting) MarkCoded(ctx context.Context, id string, coded bool) error {
	err := n.store.MarkCoded(ctx, id, coded)
	n.store.Refresh()
	return err
}

// reviewing is the review of a stored source that has one proposal.
func reviewing(t *testing.T) (s serving, store *graph.Store, at string, proposal *schema.Statement) {
	t.Helper()
	day := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	store = notedStore(t, filepath.Join(t.TempDir(), "review.db"))
	for _, st := range store.Snapshot().OfActor("okafor") {
		if st.Status == schema.StatusProposed {
			proposal = st
		}
	}
	return notingOn(store, &day), store, "/review/" + proposal.Source, proposal
}

func as(name string) func(*http.Request) {
	return func(r *http.Request) { r.AddCookie(&http.Cookie{Name: reviewerCookie, Value: url.QueryEscape(name)}) }
}

// Two who review one text at a time do not overrule each other unawares; to
// press a button twice is no mistake.
func TestADecisionOnWhatIsNoLongerSoIsRefused(t *testing.T) {
	t.Parallel()
	s, store, at, st := reviewing(t)
	decide := func(name, decision, seen string) *httptest.ResponseRecorder {
		return posted(t, s, at, url.Values{"statement": {st.ID}, "decision": {decision}, "reason": {"said twice"}, "seen": {seen}}, as(name))
	}
	now := func() string {
		got, _ := store.Snapshot().Statement(st.ID)
		return string(got.Status) + " " + got.Reviewer
	}
	for _, c := range []struct {
		name, decision, seen string
		status               int
		becomes              string
	}{
		{"Ada", "accept", "proposed", http.StatusSeeOther, "accepted Ada"},
		{"Ada", "accept", "proposed", http.StatusSeeOther, "accepted Ada"},
		{"Bea", "reject", "proposed", http.StatusConflict, "accepted Ada"},
		{"Bea", "accept", "proposed", http.StatusConflict, "accepted Ada"},
		{"Ada", "reject", "proposed", http.StatusConflict, "accepted Ada"},
		{"Bea", "reject", "accepted", http.StatusSeeOther, "rejected Bea"},
		{"Ada", "undo", "accepted", http.StatusConflict, "rejected Bea"},
		{"Ada", "undo", "rejected", http.StatusSeeOther, "proposed "},
		{"Bea", "undo", "rejected", http.StatusSeeOther, "proposed "},
		{"program", "reject", "", http.StatusSeeOther, "rejected program"},
	} {
		w := decide(c.name, c.decision, c.seen)
		if w.Code != c.status || now() != c.becomes {
			t.Fatalf("%+v: status %d, and it is %s", c, w.Code, now())
		}
		if w.Code == http.StatusConflict && !strings.Contains(parse(t, w.Body.String()).id("problem").text(), "the statement is "+strings.Replace(c.becomes, " ", " by ", 1)+" in the meantime") {
			t.Errorf("%+v: the page says %q", c, parse(t, w.Body.String()).id("problem").text())
		}
	}
	page := s.page(t, at, http.StatusOK).id("s-" + st.ID)
	for _, field := range page.tags("input") {
		if field.attr("name") == "seen" && field.attr("value") != "rejected" {
			t.Errorf("a form carries %q", field.attr("value"))
		}
	}
}

func TestOfAllWhoDecideAtOnceOneIsFirst(t *testing.T) {
	t.Parallel()
	s, _, at, st := reviewing(t)
	var first sync.Map
	var all sync.WaitGroup
	for _, name := range []string{"Ada", "Bea", "Carl", "Dora"} {
		all.Go(func() {
			w := posted(t, s, at, url.Values{"statement": {st.ID}, "decision": {"accept"}, "seen": {"proposed"}}, as(name))
			first.Store(name, w.Code)
		})
	}
	all.Wait()
	taken := 0
	first.Range(func(name, status any) bool {
		if status == http.StatusSeeOther {
			taken++
		} else if status != http.StatusConflict {
			t.Errorf("%s: status %v", name, status)
		}
		return true
	})
	if taken != 1 {
		t.Errorf("%d of 4 were first", taken)
	}
}

func TestAReviewTakesNoReasonOrNameThatNobodyTypes(t *testing.T) {
	t.Parallel()
	s, store, at, st := reviewing(t)
	for _, reason := range []string{strings.Repeat("x", longestField+1), "a\x00b", "two\nlines"} {
		if w := posted(t, s, at, url.Values{"statement": {st.ID}, "decision": {"reject"}, "reason": {reason}}, as("Ada")); w.Code != http.StatusBadRequest {
			t.Errorf("the reason %.20q: status %d", reason, w.Code)
		}
	}
	for _, name := range []string{"rules/1", "a\nb", strings.Repeat("x", maxReviewer+1)} {
		if w := posted(t, s, at, url.Values{"statement": {st.ID}, "decision": {"accept"}}, as(name)); w.Code != http.StatusBadRequest {
			t.Errorf("a cookie with %.20q: status %d", name, w.Code)
		}
	}
	if got, _ := store.Snapshot().Statement(st.ID); got.Status != schema.StatusProposed {
		t.Errorf("the statement is %s", got.Status)
	}
}

// What is marked as coded can be taken back: what nobody accepted counts again.
func TestACodedSourceIsReopened(t *testing.T) {
	t.Parallel()
	s, store, at, st := reviewing(t)
	button := func() (decision string) {
		for _, b := range parse(t, s.ask(t, http.MethodGet, at, "Cookie", reviewerCookie+"=Ada").Body.String()).tags("button") {
			if v := b.attr("value"); v == "coded" || v == "reopen" {
				decision += v
			}
		}
		return decision
	}
	counts := func() bool {
		got, _ := store.Snapshot().Statement(st.ID)
		return store.Snapshot().Standing(got) == ledger.Stands
	}
	if button() != "reopen" || counts() {
		t.Fatalf("a coded source offers %q, its proposal counts: %v", button(), counts())
	}
	for _, step := range []struct {
		decision, offers string
		counts           bool
	}{{"reopen", "coded", true}, {"coded", "reopen", false}} {
		if w := posted(t, s, at, url.Values{"decision": {step.decision}}, as("Ada")); w.Code != http.StatusSeeOther {
			t.Fatalf("%s: status %d", step.decision, w.Code)
		}
		if button() != step.offers || counts() != step.counts {
			t.Errorf("after %s the page offers %q, the proposal counts: %v", step.decision, button(), counts())
		}
	}
}

// Who was slower is told at the statement, and sees what was decided.
func TestTwoWindowsOnOneReview(t *testing.T) {
	s, _, at, st := reviewing(t)
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	b := browsertest.NewQuiet(t)
	item := "#s-" + st.ID
	b.Do(chromedp.Navigate(server.URL+at), chromedp.SendKeys("#reviewer", "Bea"), browsertest.Leads(chromedp.Submit("#reviewer")), chromedp.WaitVisible(item+" .decision"))
	if w := posted(t, s, at, url.Values{"statement": {st.ID}, "decision": {"accept"}, "seen": {"proposed"}}, as("Ada")); w.Code != http.StatusSeeOther {
		t.Fatalf("in the other window: %d", w.Code)
	}
	b.Do(browsertest.Click(item+` [value="reject"]`), chromedp.WaitVisible(item+" .told"))
	if told, state := b.Text(item+" .told"), b.Text(item+" .state"); !strings.Contains(told, "accepted by Ada") || !strings.Contains(state, "accepted by Ada") {
		t.Errorf("told %q, shown %q", told, state)
	}
	b.Do(browsertest.Click(item+` [value="reject"]`), chromedp.WaitVisible(item+".rejected"), chromedp.WaitNotPresent(item+" .told"))
}
