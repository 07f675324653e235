package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// corpus has two articles, and texts that spreadsheets and parsers trip over.
func corpus(t testing.TB) *ledger.Snapshot {
	t.Helper()
	a, statements := graphtest.Article(0, 5)
	b, more := graphtest.Article(1, 2)
	statements = append(statements, more...)
	statements[0].Condition = `=HYPERLINK("https://example.org","click")`
	statements[1].Evidence, statements[1].Via = "two lines,\nwith \"quotes\", and <b>", []string{"A, B", "C"}
	statements[2].Actor = "NEW:@everybody"
	statements[3].Status, statements[3].Reason = schema.StatusRejected, "-1"
	statements[4].Variables = map[string]string{"vote": "yes", "a": "1"}
	statements[4].Source, statements[4].Doc = schema.HashText("elsewhere"), "+cited"
	a.Title = "\tTabbed"
	return ledger.Build(graphtest.Codebook(t, "1"), []schema.Source{a, b}, statements)
}

// What is exported as JSON Lines is read back as it was.
func TestJSONLinesRoundTrip(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	var b bytes.Buffer
	if err := export.JSONLines(&b, s, questions.Filter{}); err != nil {
		t.Fatal(err)
	}
	first := b.String()
	var back []schema.Statement
	for r, err := range schema.ReadEntries(&b, "export") {
		if err != nil {
			t.Fatal(err)
		}
		back = append(back, *r.Statement)
	}
	if len(back) != len(s.Statements) {
		t.Fatalf("wrote %d statements, read %d", len(s.Statements), len(back))
	}
	slices.Reverse(back)
	var again bytes.Buffer
	again.Reset()
	if err := export.JSONLines(&again, ledger.Build(s.Codebook, nil, back), questions.Filter{}); err != nil {
		t.Fatal(err)
	}
	if again.String() != first {
		t.Errorf("got:\n%swant:\n%s", again.String(), first)
	}
}

func readCSV(t testing.TB, text string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var table []map[string]string
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			m[name] = r[i]
		}
		table = append(table, m)
	}
	return table
}

func TestCSV(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	var b bytes.Buffer
	if err := export.CSV(&b, s, questions.Filter{}); err != nil {
		t.Fatal(err)
	}
	table := readCSV(t, b.String())
	if len(table) != len(s.Statements) {
		t.Fatalf("%d rows of %d statements", len(table), len(s.Statements))
	}
	negative := false
	for i, row := range table {
		st := &s.Statements[i]
		for name, want := range map[string]string{"id": st.ID, "date": st.Date.String(), "evidence": st.Evidence, "status": string(st.Status),
			"condition": st.Condition, "actor": st.Actor, "reason": st.Reason, "doc": st.Doc} {
			if got := export.Unguard(row[name]); got != want {
				t.Errorf("row %d, %s: got %q, want %q", i, name, got, want)
			}
		}
		for name, cell := range row {
			if name != "stance" && cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("row %d, %s: %q would run as a formula", i, name, cell)
			}
		}
		negative = negative || strings.HasPrefix(row["stance"], "-")
	}
	if !negative {
		t.Error("no negative stance is printed as a number")
	}
}

func TestCSVCells(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	var b bytes.Buffer
	if err := export.CSV(&b, s, questions.Filter{}); err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, row := range readCSV(t, b.String()) {
		for name, cell := range row {
			got[name+"="+cell] = true
		}
	}
	for _, want := range []string{`via=["A, B","C"]`, "actor_label='@everybody", "title='\tTabbed", `variables={"a":"1","vote":"yes"}`, "doc='+cited",
		"left_out=rejected in review", "left_out=", "earliest=", "earliest=2025-04-01", "latest=2025-05-03", "outlet=Lake Wire", "outlet=", "stance=0.5",
		"proposition_label=A dam is built at the outlet", "signatories=" + `["sueden","norden"]`} {
		if !got[want] {
			t.Errorf("no cell %s", want)
		}
	}
}

func TestFilteredExport(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	for name, write := range map[string]func(*bytes.Buffer, questions.Filter) error{
		"jsonl": func(b *bytes.Buffer, f questions.Filter) error { return export.JSONLines(b, s, f) },
		"csv":   func(b *bytes.Buffer, f questions.Filter) error { return export.CSV(b, s, f) },
	} {
		var b bytes.Buffer
		if err := write(&b, questions.Filter{Statuses: []string{"rejected"}}); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(b.String(), "rejected"); n == 0 || strings.Contains(b.String(), "proposed") {
			t.Errorf("%s: got %q", name, b.String())
		}
	}
}

func TestColumnsAreDocumented(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, c := range export.Columns() {
		if c.Help == "" || seen[c.Name] {
			t.Errorf("column %q: without help, or there twice", c.Name)
		}
		seen[c.Name] = true
	}
}

func TestGuard(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"": "", "a": "a", "=1": "'=1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\tx": "'\tx", "\rx": "'\rx", "'=1": "''=1", "'tis": "''tis"} {
		if got := export.Guard(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("=+-@\t\r'ab"))).Draw(t, "text")
		if got := export.Unguard(export.Guard(text)); got != text {
			t.Fatalf("%q came back as %q", text, got)
		}
	})
}

func TestMatrixCSV(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	for want, spec := range map[string]questions.MatrixSpec{
		"sueden,Süden,shared-lake (+); new-dam (-),old-border (0)\n":                               {Rows: questions.RowsGroups},
		"id,label,shared-lake,new-dam,joint-patrol\nnorden,Norden,0.5,,\nsueden,Süden,0.5,-0.5,\n": {Rows: questions.RowsActors, Issue: "water"},
	} {
		m, err := questions.BuildMatrix(s, questions.Filter{}, spec)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := export.MatrixCSV(&b, m); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("%v: got\n%s\nwant %q in it", spec, b.String(), want)
		}
	}
}

type full struct{}

var errFull = errors.New("no space left on device")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorsAreNotLost(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	m, err := questions.BuildMatrix(s, questions.Filter{}, questions.MatrixSpec{Rows: questions.RowsActors})
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"jsonl": export.JSONLines(full{}, s, questions.Filter{}), "csv": export.CSV(full{}, s, questions.Filter{}), "matrix": export.MatrixCSV(full{}, m),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
