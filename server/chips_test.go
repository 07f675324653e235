package server

import (
	"net/http"
	"strings"
	"testing"
)

// What is no property of a statement reads as a clause, in the chip, in the
// sentence and where nothing is left.
func TestFiltersReadAsClauses(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for query, says := range map[string]string{
		"min-statements=2":        "positions have 2 statements or more",
		"stale=30":                "positions older than 30 days are stale",
		"from=2024-05-01":         "statements are from 1 May 2024 or later",
		"until=2025-03-01":        "statements are from 1 March 2025 or earlier",
		"known-by=2025-03-05":     "sources were published by 5 March 2025",
		"min-confidence=0.5":      "confidence is at least 0.5",
		"independent=yes":         "reports of one utterance count once",
		"dates=certain":           "dates are certain",
		"rule=decay&half-life=30": "the weight of a statement halves in 30 days",
	} {
		page := s.page(t, "/matrix?rows=actors&mode=indirect&"+query, http.StatusOK)
		chips := page.class("chip")
		if got := chips[len(chips)-1].text(); got != says+" ✕remove “"+says+"”" {
			t.Errorf("%s: the chip reads %q", query, got)
		}
		if lede := page.class("lede")[0].text(); !strings.Contains(lede, "where mode is reported speech and "+says) {
			t.Errorf("%s: the sentence reads %q", query, lede)
		}
	}
	page := s.page(t, "/matrix?rows=actors&from=2030-01-01", http.StatusOK)
	if text := page.class("problem")[0].text(); !strings.Contains(text, "Take out the last value, “statements are from 1 January 2030 or later”,") {
		t.Errorf("nothing is left: %q", text)
	}
}

// The number beside a value is of those that have it, under the filters of other
// kinds: where a value of its kind is chosen, the two add up to what both let
// through.
func TestNumbersBesideValuesAreWhatTheHeadSays(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/matrix?rows=actors&facets=open&mode=quote", http.StatusOK)
	if head := page.class("facets-head")[0].text(); !strings.Contains(head, "1 of 1 statement that pass it count; beside each value stands how many have it and pass the other filters") {
		t.Errorf("the head reads %q", head)
	}
	var beside string
	for _, li := range page.class("facets")[0].tags("li") {
		if strings.HasPrefix(li.text(), "reported speech") {
			beside = li.text()
		}
	}
	both := s.page(t, "/matrix?rows=actors&facets=open&mode=quote&mode=indirect", http.StatusOK).class("facets-head")[0].text()
	if !strings.HasPrefix(beside, "reported speech 11 ") || !strings.Contains(both, "of 12 statements that pass it") {
		t.Errorf("beside reported speech stands %q, and both modes give %q", beside, both)
	}
}

// Facets count statements, also those of positions that have too few.
func TestFacetsSayThatTheyCountStatementsNotPositions(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	const says = "those of positions with fewer than 2 among them"
	for query, want := range map[string]bool{"": false, "&min-statements=2": true} {
		if head := s.page(t, "/matrix?rows=actors&facets=open"+query, http.StatusOK).class("facets-head")[0].text(); strings.Contains(head, says) != want {
			t.Errorf("%q: %q", query, head)
		}
	}
}
