package server

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestMatrixIsATableThatNeedsNoScript(t *testing.T) {
	t.Parallel()
	page := serve(t, fixture(t)).page(t, "/matrix", http.StatusOK)
	table := page.class("matrix")[0]
	if caption := table.tags("caption"); len(caption) != 1 || !strings.Contains(caption[0].text(), "31 March 2025") {
		t.Error("the caption does not say the day")
	}
	for _, th := range table.tags("thead")[0].tags("th") {
		if th.attr("scope") != "col" {
			t.Errorf("column head %q has no scope", th.text())
		}
	}
	for _, tr := range table.tags("tbody")[0].tags("tr") {
		if th := tr.tags("th"); len(th) != 1 || th[0].attr("scope") != "row" {
			t.Errorf("row %q has no head", tr.text())
		}
	}
	region := page.class("region")[0]
	if region.attr("tabindex") != "0" || region.attr("role") != "region" || region.attr("aria-labelledby") == "" {
		t.Error("the scrolling region cannot be reached by keyboard, or has no name")
	}
}

// cellOf finds a cell by the labels of its row and column.
func cellOf(t *testing.T, page *node, row, column string) *node {
	t.Helper()
	table := page.class("matrix")[0]
	for i, th := range table.tags("thead")[0].tags("th") {
		if th.text() != column {
			continue
		}
		for _, tr := range table.tags("tbody")[0].tags("tr") {
			if strings.HasPrefix(tr.tags("th")[0].text(), row) {
				return tr.tags("td")[i-1]
			}
		}
	}
	t.Fatalf("no cell for %q, %q", row, column)
	return nil
}

func TestStatesAreToldApartInWords(t *testing.T) {
	t.Parallel()
	page := serve(t, fixture(t)).page(t, "/matrix?issue=harbour&rows=actors&as-of=2025-03-01&stale=30", http.StatusOK)
	for _, c := range []struct{ row, column, class, says string }{
		{"Zoë", "rebuild", "support", "++ support +1 2 of 2"},
		{"Zoë", "toll", "oppose", "−− opposition −1 1 of 1"},
		{"Zoë", "bridge", "undecided", "0 undecided 0 1 of 1"},
		{"Zoë", "dredge", "support", "signed stale"},
		{"Ọbị", "rebuild", "mixed", "± mixed 2 of 2"},
		{"Ọbị", "toll", "lean-oppose", "− conditional opposition −0.5 1 of 1 possible"},
		{"Łódź", "museum", "lean-support", "+ conditional support +0.5 2 months old 1 of 1 stale"},
		{"Łódź", "toll", "none", "· no statement"},
	} {
		td := cellOf(t, page, c.row, c.column)
		if td.attr("class") != c.class || !strings.Contains(td.text(), c.says) {
			t.Errorf("%s, %s: class %q, text %q, want %q, %q", c.row, c.column, td.attr("class"), td.text(), c.class, c.says)
		}
	}
	early := serve(t, fixture(t)).page(t, "/matrix?issue=harbour&rows=actors&as-of=2025-01-05", http.StatusOK)
	if td := cellOf(t, early, "Zoë", "rebuild"); td.attr("class") != "none" || td.text() != "· no statement counts, 0 of 2" || len(td.tags("a")) != 1 {
		t.Errorf("a cell whose statements are all later: %q", td.text())
	}
	legend := page.class("legend")[0].text()
	for _, word := range []string{"support", "undecided", "mixed", "no statement", "possible", "signed", "stale", "speakers differ", "0 of 4"} {
		if !strings.Contains(legend, word) {
			t.Errorf("the legend does not explain %q", word)
		}
	}
}

func TestIssueCellsNameTwoAndCountPastFive(t *testing.T) {
	t.Parallel()
	page := serve(t, fixture(t)).page(t, "/matrix", http.StatusOK)
	if got := cellOf(t, page, "Łódź", "harbour").text(); got != "++ support rebuild −− opposition toll +3 more n 6" {
		t.Errorf("cell with five propositions: %q", got)
	}
	snapshot := fixture(t)
	more := codedPassage{"town", "night", "2025-03-01", "The mayor", schema.Support, nil}.statement(t, snapshot.Codebook)
	page = serve(t, with(snapshot, more)).page(t, "/matrix", http.StatusOK)
	if got := cellOf(t, page, "Łódź", "harbour").text(); got != "++ 4 held −− 1 rejected 0 1 undecided n 7" {
		t.Errorf("cell with six propositions: %q", got)
	}
}

func TestTimeMovesWithoutAScriptAndKeepsTheFilter(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/matrix?rows=actors&as-of=2025-02-10&mode=indirect&mode=quote", http.StatusOK)
	steps := map[string]string{}
	for _, a := range page.class("steps")[0].tags("a") {
		steps[a.attr("rel")] = a.attr("href")
	}
	if want := "/matrix?as-of=2025-01-05&mode=indirect&mode=quote&rows=actors"; steps["prev"] != want {
		t.Errorf("earlier: %q, want %q", steps["prev"], want)
	}
	if want := "/matrix?as-of=2025-03-01&mode=indirect&mode=quote&rows=actors"; steps["next"] != want {
		t.Errorf("later: %q, want %q", steps["next"], want)
	}
	if chips := page.class("chip"); len(chips) != 2 || !strings.Contains(chips[0].tags("a")[0].attr("href"), "mode=quote") {
		t.Error("the filter in force is not shown with a way to take it out")
	}
	if got := page.id("as-of").attr("value"); got != "2025-02-10" {
		t.Errorf("date field says %q", got)
	}
}

func TestOpenedIssueKeepsItsDateAndLeadsBack(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/matrix?as-of=2025-02-10", http.StatusOK)
	head := page.class("matrix")[0].tags("thead")[0].tags("a")[0].attr("href")
	if head != "/matrix?as-of=2025-02-10&issue=harbour" {
		t.Fatalf("the head opens %q", head)
	}
	if back := s.page(t, head, http.StatusOK).class("crumb")[0].tags("a")[0].attr("href"); back != "/matrix?as-of=2025-02-10" {
		t.Errorf("the way back is %q", back)
	}
}

func TestEmptyStoreSaysHowToBegin(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	for _, path := range []string{"/", "/matrix", "/issues", "/actors", "/sources"} {
		begin := s.page(t, path, http.StatusOK).class("begin")
		if len(begin) != 1 || len(begin[0].tags("code")) != 3 {
			t.Errorf("%s does not say how to begin", path)
		}
	}
}

func TestNothingPassesTheFilterSaysWhatToTakeOut(t *testing.T) {
	t.Parallel()
	page := serve(t, fixture(t)).page(t, "/matrix?mode=action", http.StatusOK)
	if len(page.class("matrix")) != 0 || len(page.class("problem")) != 1 || len(page.class("problem")[0].tags("a")) != 2 {
		t.Error("no way out of an empty matrix")
	}
}

// The JSON of a matrix is bounded by its cells, also where most are empty: it
// would not fit in memory. The page and the CSV of the same view are there.
func TestMatrixOfTooManyPositionsIsNoJSON(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("short: so many statements take their time")
	}
	s := serve(t, crowd(t, maxListed/4))
	const path = "?rows=actors&issue=harbour"
	w := s.ask(t, http.MethodGet, "/matrix.json"+path)
	if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "which takes 500\u202f000") || !strings.Contains(w.Body.String(), "the CSV of this view") {
		t.Errorf("got %d %.300s", w.Code, w.Body)
	}
	s.page(t, "/matrix"+path, http.StatusOK)
	if w := s.ask(t, http.MethodGet, "/matrix.json"+path+"&actor=dubois"); w.Code != http.StatusOK {
		t.Errorf("of one actor: %d %.300s", w.Code, w.Body)
	}
}
