package server

import (
	"encoding/csv"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// twoCoders is the fixture coded again by Ben, who left one statement out and
// turned another round.
func twoCoders(t testing.TB) *ledger.Snapshot {
	t.Helper()
	one := fixture(t)
	statements := append([]schema.Statement(nil), one.Statements...)
	own := 0
	for _, st := range one.Statements {
		if st.Coder != "ada" || st.Revises != "" {
			continue
		}
		if own++; own == 1 {
			continue
		}
		st.Coder = "ben <i>"
		if own == 2 {
			st.Stance = map[bool]schema.Stance{true: schema.Oppose, false: schema.Support}[st.Stance.Value() > 0]
		}
		st.ID = st.DeriveID()
		statements = append(statements, st)
	}
	var sources []schema.Source
	for _, src := range one.SourceList() {
		sources = append(sources, *src)
	}
	return ledger.Build(one.Codebook, sources, statements)
}

func TestAgreementOfTwoCodersIsShownWithWhatTheyDifferOn(t *testing.T) {
	t.Parallel()
	s := serve(t, twoCoders(t))
	list := s.page(t, "/agreement", http.StatusOK)
	var to string
	for _, a := range list.tags("table")[0].tags("a") {
		if a.text() == "ada and ben <i>" {
			to = a.attr("href")
		}
	}
	if to == "" {
		t.Fatalf("the pair is not listed: %.500s", list.tags("main")[0].text())
	}
	var a agreementAnswer
	s.json(t, inFormat(to, formatJSON), &a)
	if len(a.Agreement) != 1 || len(a.Agreement[0].Differences) != 1 || a.Agreement[0].Units.OnlyLeft == 0 || a.Agreement[0].Units.Common < 2 {
		t.Fatalf("agreement: %+v", a.Agreement)
	}
	page := s.page(t, to, http.StatusOK)
	if text := page.tags("main")[0].text(); !strings.Contains(text, "1 unit with two stances") || len(page.class("change")) != 1 || !strings.Contains(text, "Krippendorff") {
		t.Errorf("the page says %.900s", text)
	}
	rows, err := csv.NewReader(s.ask(t, http.MethodGet, inFormat(to, formatCSV)).Body).ReadAll()
	if err != nil || len(rows) != 2+len(a.Agreement[0].Issues) || rows[1][2] != "" {
		t.Errorf("CSV: %v, %v", rows, err)
	}
}

// The units of a pair are what its numbers are computed from.
func TestAgreementGivesItsUnitsAndSources(t *testing.T) {
	t.Parallel()
	s := serve(t, twoCoders(t))
	pair := "/agreement?left=ada&right=ben+%3Ci%3E"
	var a agreementAnswer
	s.json(t, inFormat(pair, formatJSON), &a)
	page := s.page(t, pair, http.StatusOK)
	var to string
	for _, link := range page.tags("a") {
		if strings.Contains(link.text(), "All units") {
			to = link.attr("href")
		}
	}
	rows, err := csv.NewReader(s.ask(t, http.MethodGet, to).Body).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%s: %v, %v", to, rows, err)
	}
	var both, onlyLeft, onlyRight, differ int
	for _, row := range rows[1:] {
		switch left, right := row[7], row[13]; {
		case right == "":
			onlyLeft++
		case left == "":
			onlyRight++
		default:
			both++
			if left != right {
				differ++
			}
		}
	}
	if u := a.Agreement[0].Units; both != u.Common || onlyLeft != u.OnlyLeft || onlyRight != u.OnlyRight || differ != len(a.Agreement[0].Differences) {
		t.Errorf("%d units of both, %d and %d of one, %d differ; the report has %+v", both, onlyLeft, onlyRight, differ, u)
	}
	if text := page.text(); !strings.Contains(text, "By source") || !strings.Contains(text, "Harbour <b>news</b>") {
		t.Error("the page does not tell the sources apart")
	}
}

func TestAgreementNeedsTwoCoders(t *testing.T) {
	t.Parallel()
	s := serve(t, twoCoders(t))
	for path, says := range map[string]string{
		"/agreement?table=units":              "one of two coders",
		"/agreement?left=ada&table=things":    "expected units",
		"/agreement?left=ada":                 "one coder alone cannot be compared",
		"/agreement?left=ada&right=ada":       "cannot be compared with itself",
		"/agreement?left=ada&right=nobody":    "nobody",
		"/agreement?left=ada&right=ben&page=": "ben",
	} {
		page := s.page(t, path, http.StatusBadRequest)
		if text := page.class("problem")[0].text(); !strings.Contains(text, says) || len(page.tags("main")[0].tags("select")) < 2 {
			t.Errorf("%s: %s", path, text)
		}
	}
	if text := serve(t, nil).page(t, "/agreement", http.StatusOK).text(); !strings.Contains(text, "Three ways to begin") {
		t.Errorf("an empty graph: %.300s", text)
	}
}

// Measures say nothing of what one coder left out; where that is much, the page
// says so beside them.
func TestMeasuresOfAgreementStandWithTheirWarning(t *testing.T) {
	t.Parallel()
	s := serve(t, twoCoders(t))
	for pair, warned := range map[string]bool{"left=ada&right=ben+%3Ci%3E": false, "left=ada&right=rules%2F1": true} {
		page := s.page(t, "/agreement?"+pair, http.StatusOK)
		if got := strings.Contains(page.tags("main")[0].text(), "No measure knows of what one of them left out"); got != warned {
			t.Errorf("%s: a warning: %v", pair, got)
		}
		var answer agreementAnswer
		s.json(t, "/agreement.json?"+pair, &answer)
		all := answer.Agreement[0]
		var cells []string
		for _, c := range page.tags("tbody")[0].tags("tr")[0].tags("td") {
			cells = append(cells, c.text())
		}
		same := "undefined"
		if v := all.Same.Value; v != nil {
			same = percent(*v)
		}
		if want := []string{same, coefficientWords(all.Kappa), coefficientWords(all.Nominal), coefficientWords(all.Ordinal)}; !slices.Equal(cells[len(cells)-4:], want) {
			t.Errorf("%s: the page has %v, the JSON %v", pair, cells, want)
		}
	}
}
