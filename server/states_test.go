package server

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func TestStatesAreAllDrawn(t *testing.T) {
	t.Parallel()
	page := serve(t, nil).page(t, "/help/states", http.StatusOK)
	cells := page.class("matrix")
	if len(cells) != 4 {
		t.Fatalf("%d tables, want three matrices and a comparison", len(cells))
	}
	drawn, compared := cells[0].text()+cells[1].text()+cells[2].text(), cells[3].text()
	want := []string{"0 of 4", "5 months old", "67 % reviewed", "+3 more", "120 held", "12 345 of 67 890", longActor, hebrewActor, "not in the codebook", "pinned"}
	for _, b := range bands {
		want = append(want, string(b))
	}
	for _, tag := range picture.Tags {
		want = append(want, tag.Word)
	}
	for _, w := range want {
		if !strings.Contains(drawn, w) {
			t.Errorf("no cell says %q", w)
		}
	}
	for _, kind := range questions.ChangeKinds {
		if !strings.Contains(compared, string(kind)) {
			t.Errorf("no cell of the comparison is %q", kind)
		}
	}
	text := page.text()
	for _, w := range []string{"a few words around them", "not for passing on", "is not in this graph", "relayed", "contradicts the position", "decides", "as signatory", "Left out: rejected in review", "approximate", "There is nothing here", "This did not work", "statements 51 to 100 of 1 234", "holds no statement yet", "Nothing to show", "excluded"} {
		if !strings.Contains(strings.ToLower(text), strings.ToLower(w)) {
			t.Errorf("the page does not have %q", w)
		}
	}
	for _, s := range []schema.Status{schema.StatusProposed, schema.StatusAccepted, schema.StatusRejected} {
		if !slices.ContainsFunc(page.class("evidence"), func(n *node) bool {
			return strings.Contains(n.text(), "Status "+string(s)) || strings.Contains(n.text(), "Status"+string(s))
		}) {
			t.Errorf("no evidence is %s", s)
		}
	}
	if len(page.class("problem")) < 7 {
		t.Errorf("%d boxes of problems", len(page.class("problem")))
	}
}

func TestStatesAreForThoseWhoKnowTheAddress(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	if robots := s.page(t, "/help/states", http.StatusOK).tags("meta"); !slices.ContainsFunc(robots, func(n *node) bool { return n.attr("name") == "robots" && n.attr("content") == "noindex" }) {
		t.Error("search engines may list the canned data")
	}
	for _, path := range []string{"/", "/help/positions", "/help.json"} {
		if w := s.ask(t, http.MethodGet, path); strings.Contains(w.Body.String(), "/help/states") {
			t.Errorf("%s leads to the page of states", path)
		}
	}
}
