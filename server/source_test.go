package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestSourceShowsItsTextUnchangedWithEveryPassageMarked(t *testing.T) {
	t.Parallel()
	snapshot := fixture(t)
	s := serve(t, snapshot)
	page := s.page(t, "/sources/harbour.md", http.StatusOK)
	text := page.class("text")[0]
	if got := text.raw("sup"); got != articleText {
		t.Errorf("the text changed:\n%q\n%q", got, articleText)
	}
	for _, mark := range text.tags("mark") {
		if mark.attr("id") == "" {
			t.Errorf("passage %q has no address", mark.text())
		}
	}
	notes := page.class("notes")[0].tags("li")
	if len(notes) != len(snapshot.Statements) {
		t.Errorf("%d notes for %d statements", len(notes), len(snapshot.Statements))
	}
	for _, a := range text.tags("a") {
		if target := page.id(strings.TrimPrefix(a.attr("href"), "#")); target == nil {
			t.Errorf("note %q leads nowhere", a.attr("href"))
		}
	}
}

func TestPassageLinkMarksTheWholePassageWithoutAScript(t *testing.T) {
	t.Parallel()
	snapshot := fixture(t)
	s := serve(t, snapshot)
	for i := range snapshot.Statements {
		st := &snapshot.Statements[i]
		if !st.HasPassage() {
			continue
		}
		address, err := url.Parse(links{}.Passage(st))
		if err != nil {
			t.Fatal(err)
		}
		page := s.page(t, address.Path+"?"+address.RawQuery, http.StatusOK)
		if page.id(address.Fragment) == nil {
			t.Errorf("%s: no element %q", address, address.Fragment)
		}
		var marked strings.Builder
		for _, n := range page.class("current") {
			marked.WriteString(n.raw("sup"))
		}
		if marked.String() != st.Evidence {
			t.Errorf("marked %q, want %q", marked.String(), st.Evidence)
		}
	}
}

func TestDigestIsCalledADigestWhereverItIsCited(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for _, path := range []string{"/", "/sources", "/sources/harbour.md", "/cell?actor=dubois&proposition=toll", "/actors/dubois"} {
		if len(s.page(t, path, http.StatusOK).class("digest")) == 0 {
			t.Errorf("%s cites a digest without saying so", path)
		}
	}
}
