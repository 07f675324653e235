package server

import (
	"net/http"
	"strings"
	"testing"
)

// A page of very many things shows some of them, says how many there are and
// leads to the rest; the JSON has all.
func TestPagesOfVeryManyThings(t *testing.T) {
	t.Parallel()
	s := serve(t, votes(t, 3, 2, 120))
	seen := map[string]bool{}
	for path, want := range map[string]int{"/issues/issue-0": 50, "/issues/issue-0?page=2": 50, "/issues/issue-0?page=3": 20} {
		list := s.page(t, path, http.StatusOK).class("proposition")
		if len(list) != want {
			t.Errorf("%s: %d propositions, want %d", path, len(list), want)
		}
		for _, n := range list {
			seen[n.attr("id")] = true
		}
	}
	if len(seen) != 120 {
		t.Errorf("the pages of an issue show %d of 120 propositions", len(seen))
	}
	if s.page(t, "/issues/issue-0?page=9", http.StatusOK).class("proposition")[0].attr("id") != s.page(t, "/issues/issue-0?page=3", http.StatusOK).class("proposition")[0].attr("id") {
		t.Error("a page beyond the last is not the last")
	}
	var answer struct{ Positions []any }
	s.json(t, "/actors/actor-000.json", &answer)
	if len(answer.Positions) != 240 {
		t.Errorf("the JSON of an actor has %d of 240 positions", len(answer.Positions))
	}
	page := s.page(t, "/actors/actor-000", http.StatusOK)
	if n := len(page.class("standpoints")[0].tags("li")); n != pointsShown || !strings.Contains(page.text(), "70 more propositions") {
		t.Errorf("an actor with %d positions on an issue, of 120; the rest is not spoken of", n)
	}
	if text := s.page(t, "/", http.StatusOK).text(); !strings.Contains(text, "140 more sources") {
		t.Errorf("the front page does not speak of the other sources: %s", text)
	}
}
