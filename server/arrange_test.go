package server

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/questions"
)

func rowsOf(page *node) (labels []string) {
	for _, tr := range page.class("matrix")[0].tags("tbody")[0].tags("tr") {
		labels = append(labels, strings.Fields(tr.tags("th")[0].text())[0])
	}
	return labels
}

func TestRowsAndColumnsStandInTheOrderThatIsAskedFor(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for query, want := range map[string][]string{
		"":                               {"Łódź-on-Sea", "Zoë", "Ọbịàgèlì"},
		"&order=statements":              {"Zoë", "Ọbịàgèlì", "Łódź-on-Sea"},
		"&order=name":                    {"Zoë", "Łódź-on-Sea", "Ọbịàgèlì"},
		"&order=mean":                    {"Łódź-on-Sea", "Zoë", "Ọbịàgèlì"},
		"&like=okafor":                   {"Ọbịàgèlì", "Łódź-on-Sea", "Zoë"},
		"&pin=okafor":                    {"Ọbịàgèlì", "Łódź-on-Sea", "Zoë"},
		"&hide=town&pin=okafor&pin=town": {"Ọbịàgèlì", "Zoë"},
	} {
		if got := rowsOf(s.page(t, "/matrix?issue=harbour&rows=actors"+query, http.StatusOK)); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", query, got, want)
		}
	}
	var m questions.Matrix
	s.json(t, "/matrix.json?issue=harbour&rows=actors&across=name&hide-column=toll&pin-column=museum", &m)
	var columns []string
	for _, c := range m.Columns {
		columns = append(columns, c.ID)
	}
	if want := []string{"museum", "bridge", "dredge", "rebuild"}; !slices.Equal(columns, want) {
		t.Errorf("columns %v, want %v", columns, want)
	}
}

func TestSwappedAxesKeepEveryCell(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	plain := s.page(t, "/matrix?issue=harbour&rows=actors", http.StatusOK)
	swapped := s.page(t, "/matrix?issue=harbour&rows=actors&axes=swapped", http.StatusOK)
	for _, one := range [][2]string{{"Zoë Dubois-Þórsdóttir", "toll"}, {"Ọbịàgèlì Okafor", "rebuild"}} {
		was := cellOf(t, plain, one[0], one[1])
		is := cellOf(t, swapped, map[string]string{"toll": "Ships pay", "rebuild": "The old harbour"}[one[1]], one[0])
		if was.text() != is.text() || was.tags("a")[0].attr("href") != is.tags("a")[0].attr("href") {
			t.Errorf("%v: %q became %q", one, was.text(), is.text())
		}
	}
}

func TestSummariesSayWhatARowAndAColumnComeTo(t *testing.T) {
	t.Parallel()
	page := serve(t, fixture(t)).page(t, "/matrix?issue=harbour&rows=actors", http.StatusOK)
	for _, tr := range page.class("matrix")[0].tags("tbody")[0].tags("tr") {
		if strings.HasPrefix(tr.tags("th")[0].text(), "Zoë") {
			if got := tr.class("together")[0].text(); got != "++ support 2−− opposition 10 undecided 1mean +0.25 n 5" {
				t.Errorf("row: %q", got)
			}
		}
	}
	if foot := page.class("matrix")[0].tags("tfoot")[0].tags("td"); foot[0].text() != "++ support 1± mixed 1mean +1 n 4" {
		t.Errorf("column: %q", foot[0].text())
	}
}

// A statement that several signed is one, and so is one on two issues; what is
// hidden is in no sum.
func TestSumsHoldEveryStatementOnce(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	sums := func(path string) (rows, columns map[string]int, m questions.Matrix) {
		s.json(t, path, &m)
		rows, columns = map[string]int{}, map[string]int{}
		for _, row := range m.Rows {
			rows[row.ID] = row.Counted
		}
		for _, column := range m.Columns {
			columns[column.ID] = column.Counted
		}
		return rows, columns, m
	}
	_, columns, m := sums("/matrix.json?issue=harbour&rows=actors")
	signers := 0
	for _, row := range m.Rows {
		for j, c := range row.Cells {
			if m.Columns[j].ID == "dredge" {
				signers += c.Position.N
			}
		}
	}
	if signers != 3 || columns["dredge"] != 1 {
		t.Errorf("dredge: %d statement for %d signers, want 1 for 3", columns["dredge"], signers)
	}
	rows, _, _ := sums("/matrix.json?rows=actors")
	if opened, _, _ := sums("/matrix.json?issue=harbour&rows=actors"); rows["dubois"] != opened["dubois"] || rows["dubois"] == 0 {
		t.Errorf("Dubois: %d statements, want the %d on the harbour, one of them on traffic, too", rows["dubois"], opened["dubois"])
	}
	_, columns, whole := sums("/matrix.json?issue=harbour&rows=actors")
	_, left, part := sums("/matrix.json?issue=harbour&rows=actors&hide=dubois&hide-column=museum")
	if gone := 4 + 1; whole.N-part.N != gone || left["dredge"] != columns["dredge"] || left["rebuild"] != 2 {
		t.Errorf("hidden: %d of %d left, columns %v of %v", part.N, whole.N, left, columns)
	}
	page := s.page(t, "/matrix?issue=harbour&rows=actors&hide=dubois", http.StatusOK)
	if lede := page.class("lede")[1].text(); !strings.Contains(lede, "5 of 5 statements made or signed by these actors count") {
		t.Errorf("the sentence is of what is shown: %q", lede)
	}
}

func TestArrangementLeadsToEachChoiceAndBack(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/matrix?issue=harbour&rows=actors&pin=dubois&pin=okafor&arrange=open", http.StatusOK)
	follow := func(from *node, label string) *node {
		for _, a := range from.id("arrange").tags("a") {
			if a.text() == label {
				return s.page(t, a.attr("href"), http.StatusOK)
			}
		}
		t.Fatalf("no link %q", label)
		return nil
	}
	if compared := follow(page, "Compare Zoë Dubois-Þórsdóttir and Ọbịàgèlì Okafor"); len(compared.class("pair")) == 0 {
		t.Error("the two pinned actors are not compared")
	}
	if hidden := follow(page, "hide Łódź-on-Sea"); slices.Contains(rowsOf(hidden), "Łódź-on-Sea") || !strings.Contains(hidden.id("arrange").text(), "1 row hidden") {
		t.Error("a row that is hidden is still there, or nobody says that it is hidden")
	}
	if back := follow(page, "as in the codebook"); rowsOf(back)[0] != "Łódź-on-Sea" {
		t.Error("there is no way back")
	}
	for path, says := range map[string]string{"order=luck": "luck", "across=luck": "luck", "axes=1": "axes", "row-page=0": "row-page", "order=name&like=town": "like"} {
		bad := s.page(t, "/matrix?"+path, http.StatusBadRequest)
		if alert := bad.class("problem"); len(alert) != 1 || !strings.Contains(alert[0].text(), says) {
			t.Errorf("%s: nothing says what is wrong", path)
		}
	}
}
