package server

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func TestUnregisteredActorHasAPage(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	address := links{}.Actor("NEW:A/b c.json")
	if address != "/actors/NEW:A%2Fb%20c.json.html" {
		t.Errorf("address %q", address)
	}
	page := s.page(t, address, http.StatusOK)
	if h1 := page.tags("h1")[0].text(); h1 != "A/b c.json" {
		t.Errorf("heading %q", h1)
	}
	if !strings.Contains(page.text(), "The codebook does not have this actor") {
		t.Error("the page does not say that the actor is unregistered")
	}
	var answer actorAnswer
	s.json(t, inFormat(address, formatJSON), &answer)
	if answer.ID != "NEW:A/b c.json" || len(answer.Statements) != 1 {
		t.Errorf("JSON: %+v", answer.actorItem)
	}
}

// TestAnyIDSurvivesItsAddress holds for every text that may follow "NEW:".
func TestAnyIDSurvivesItsAddress(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		id := "NEW:" + rapid.String().Draw(t, "label") + rapid.SampledFrom([]string{"", ".json", ".csv", ".html", "/", "%2F", "?x=1", "#a", "+", " "}).Draw(t, "end")
		u, err := url.Parse(links{}.Actor(id))
		if err != nil {
			t.Fatal(err)
		}
		path, _ := splitFormat(u.EscapedPath())
		got, err := url.PathUnescape(strings.TrimPrefix(path, "/actors/"))
		if err != nil || got != id {
			t.Fatalf("%q came back as %q: %v", id, got, err)
		}
	})
}

func TestCellAddressKeepsTheFilterApartFromTheCell(t *testing.T) {
	t.Parallel()
	day, err := schema.ParseDay("2025-02-10")
	if err != nil {
		t.Fatal(err)
	}
	filter := questions.Filter{Actors: []string{"dubois"}, Groups: []string{"town"}, Issues: []string{"harbour", "traffic"}, Propositions: []string{"toll"}, AsOf: &day}
	u, err := url.Parse(linksOf(filter).Cell(questions.CellRef{Actor: "okafor", Issue: "harbour"}))
	if err != nil {
		t.Fatal(err)
	}
	if got := u.Query(); got.Get("actor") != "okafor" || got.Get("issue") != "harbour" || got.Has("group") {
		t.Errorf("the cell in the address: %v", got)
	}
	back := cellFilter(u.Query())
	for name, values := range filter.Values() {
		if !slices.Equal(back[name], values) {
			t.Errorf("%s came back as %q, want %q", name, back[name], values)
		}
	}
}

func TestPermalinkWritesDateAndRule(t *testing.T) {
	t.Parallel()
	page := serve(t, fixture(t)).page(t, "/matrix?issue=harbour", http.StatusOK)
	link := page.class("permalink")[0].attr("href")
	if want := "http://127.0.0.1/matrix?as-of=2025-03-31&data-version=" + fixture(t).Version + "&dates=possible&issue=harbour&rows=groups&rule=latest"; link != want {
		t.Errorf("permalink %q, want %q", link, want)
	}
	citation := page.class("citation")[0].text()
	for _, says := range []string{"Stancegraph test", "31 March 2025", "rule latest", "data version", "codebook harbour/2", link} {
		if !strings.Contains(citation, says) {
			t.Errorf("the citation does not say %q: %s", says, citation)
		}
	}
}
