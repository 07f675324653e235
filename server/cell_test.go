package server

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestCellShowsItsEvidenceWithAllThatBelongsToIt(t *testing.T) {
	t.Parallel()
	page := serve(t, fixture(t)).page(t, "/cell?actor=dubois&issue=harbour&proposition=rebuild", http.StatusOK)
	if h1 := page.tags("h1")[0].text(); h1 != "Zoë Dubois-Þórsdóttir on The old harbour is rebuilt" {
		t.Errorf("heading %q", h1)
	}
	shown := page.class("evidence")
	if len(shown) != 2 {
		t.Fatalf("%d statements, want 2", len(shown))
	}
	newest := shown[0]
	if quote := newest.tags("blockquote")[0]; quote.raw() != "“Rebuild it,” she said" || quote.attr("dir") != "auto" {
		t.Errorf("passage %q, dir %q", quote.raw(), quote.attr("dir"))
	}
	for _, says := range []string{"supports", "1 March 2025", "stated in the text", "quotation", "Radio Ω, which had it from a fisher", "Dagblaðið", "digest", "ada", "accepted", "decides", "How it was coded"} {
		if !strings.Contains(newest.text(), says) {
			t.Errorf("the statement does not say %q: %s", says, newest.text())
		}
	}
	if strings.Contains(shown[1].text(), "decides") {
		t.Error("the older statement is said to decide")
	}
	if !strings.Contains(page.tags("main")[0].text(), "2 of 2 statements count") {
		t.Error("n of m is missing")
	}
}

func TestCellListsWhatWasLeftOutApartWithTheReason(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/cell?actor=okafor&proposition=night", http.StatusOK)
	if got := page.class("reason"); len(got) != 1 || got[0].text() != "Left out: proposed, and the source is coded." {
		t.Error("a proposal in a coded source is not listed with its reason")
	}
	if !strings.Contains(page.class("evidence")[0].text(), "rules/1 program") {
		t.Error("a program passes for a person")
	}
	var answer cellAnswer
	s.json(t, "/cell.json?actor=okafor&proposition=night", &answer)
	if len(answer.Evidence) != 1 || answer.Evidence[0].Counted || answer.Evidence[0].Reason == "" {
		t.Errorf("JSON: %+v", answer.Evidence)
	}
}

func TestCellOfAnIssueKeepsTheDateOfTheMatrix(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	matrix := s.page(t, "/matrix?as-of=2025-02-10&issue=harbour&actor=dubois", http.StatusOK)
	href := cellOf(t, matrix, "Łódź", "rebuild").tags("a")[0].attr("href")
	if want := "/cell?actor=town&as-of=2025-02-10&group=1&issue=harbour&only-actor=dubois&proposition=rebuild"; href != want {
		t.Fatalf("cell address %q, want %q", href, want)
	}
	page := s.page(t, href, http.StatusOK)
	if len(page.class("evidence")) != 2 || !strings.Contains(page.tags("main")[0].text(), "1 of 2 statements by the group or those who speak for it counts") {
		t.Errorf("the cell does not stand at the date of the matrix: %s", page.tags("main")[0].text())
	}
	back := page.class("crumb")[0].tags("a")[0].attr("href")
	if back != "/matrix?actor=dubois&as-of=2025-02-10&issue=harbour#at-town-rebuild" {
		t.Errorf("the way back is %q", back)
	}
}

// TestEveryCellOpensItsPassages is the promise of the page: whatever a cell
// shows leads to a sentence in a source.
func TestEveryCellOpensItsPassages(t *testing.T) {
	t.Parallel()
	snapshot := fixture(t)
	s := serve(t, snapshot)
	for _, path := range []string{"/matrix", "/matrix?rows=actors", "/matrix?issue=harbour", "/matrix?issue=traffic&rows=actors"} {
		for _, td := range s.page(t, path, http.StatusOK).class("matrix")[0].tags("td") {
			links := td.tags("a")
			if len(links) == 0 {
				continue
			}
			for _, quote := range s.page(t, links[0].attr("href"), http.StatusOK).tags("blockquote") {
				if text := quote.raw(); quote.attr("class") != "cited" && !strings.Contains(articleText, text) {
					t.Errorf("%s: %q is not in the source", links[0].attr("href"), text)
				}
			}
		}
	}
}

func TestContradictingEvidenceComesFirst(t *testing.T) {
	t.Parallel()
	snapshot := fixture(t)
	against := codedPassage{"dubois", "rebuild", "2025-01-10", "The mayor", schema.Oppose, nil}.statement(t, snapshot.Codebook)
	page := serve(t, with(snapshot, against)).page(t, "/cell?actor=dubois&proposition=rebuild", http.StatusOK)
	shown := page.class("evidence")
	if len(shown) != 3 || !strings.Contains(shown[0].text(), "contradicts the position") || !strings.Contains(shown[0].text(), "10 January 2025") {
		t.Errorf("first comes %s", shown[0].text())
	}
	if strings.Contains(shown[1].text(), "contradicts") || !strings.Contains(shown[1].text(), "decides") {
		t.Errorf("second comes %s", shown[1].text())
	}
}

func TestLongEvidenceComesInPagesThatLoseNothing(t *testing.T) {
	t.Parallel()
	snapshot := fixture(t)
	var more []schema.Statement
	for i := range 130 {
		st := codedPassage{"dubois", "rebuild", "2025-01-10", "The mayor", schema.Support, nil}.statement(t, snapshot.Codebook)
		st.Coder = "coder " + strconv.Itoa(i)
		st.ID = st.DeriveID()
		more = append(more, st)
	}
	s := serve(t, with(snapshot, more...))
	seen := map[string]bool{}
	pages := 0
	for path := "/cell?actor=dubois&proposition=rebuild"; path != ""; pages++ {
		page := s.page(t, path, http.StatusOK)
		path = ""
		for _, e := range page.class("evidence") {
			seen[e.tags("h3")[0].attr("id")] = true
		}
		for _, a := range page.class("pager")[0].tags("a") {
			if a.attr("rel") == "next" {
				path = a.attr("href")
			}
		}
	}
	for n, want := range map[string]int{"": 132, "&page=1": 50, "&page=3": 32, "&page=9": 32} {
		var answer cellAnswer
		s.json(t, "/cell.json?actor=dubois&proposition=rebuild"+n, &answer)
		if len(answer.Evidence) != want || answer.Total != 132 || answer.Counted != 132 || n != "" && answer.Pages != 3 {
			t.Errorf("JSON%s: %d statements of %d on %d pages, want %d of 132", n, len(answer.Evidence), answer.Total, answer.Pages, want)
		}
		ids := map[string]bool{}
		for _, w := range answer.Evidence {
			ids[w.Statement.ID] = true
		}
		if p := answer.Positions[0]; p.N != 132 || len(p.Statements) != want || slices.ContainsFunc(p.Statements, func(id string) bool { return !ids[id] }) || len(p.Deciding) > want {
			t.Errorf("JSON%s: a position of %d statements with %d IDs, want 132 with the %d of the page", n, p.N, len(p.Statements), want)
		}
	}
	if rows := strings.Count(s.ask(t, http.MethodGet, "/cell.csv?actor=dubois&proposition=rebuild&page=2").Body.String(), "\n"); rows != 133 {
		t.Errorf("the CSV has %d lines, want all statements and a head", rows)
	}
	if pages != 3 || len(seen) != 132 {
		t.Errorf("%d pages with %d statements, want 3 with 132", pages, len(seen))
	}
	s.page(t, "/cell?actor=dubois&proposition=rebuild&page=0", http.StatusBadRequest)
}
