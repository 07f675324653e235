package verify_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/graph/verify"
	"github.com/stancegraph/stancegraph/schema"
)

// corpus is two articles; of the second only quotations may leave.
func corpus(t *testing.T) *ledger.Snapshot {
	t.Helper()
	open, statements := graphtest.Article(0, 6)
	closed, more := graphtest.Article(1, 3)
	closed.Rights = schema.RightsQuoteOnly
	long := strings.Repeat("A long sentence. ", 40)
	closed.Text += long
	closed.ID = schema.HashText(closed.Text)
	end := len([]rune(closed.Text))
	more[2].Start, more[2].End, more[2].Evidence = end-len(long), end, long
	for i := range more {
		more[i].Source = closed.ID
		more[i].ID = more[i].DeriveID()
	}
	return ledger.Build(graphtest.Codebook(t, "1"), []schema.Source{open, closed}, append(statements, more...))
}

func everything(s *ledger.Snapshot) verify.Records {
	shown, _ := s.Quotable()
	r := verify.Records{Statements: slices.Clone(shown.Statements), Filter: &questions.Filter{}, Whole: true}
	for _, src := range shown.SourceList() {
		r.Sources = append(r.Sources, *src)
	}
	return r
}

func TestUntouchedRecordsAreClean(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	if got := verify.Check(s, everything(s)); len(got.Problems) > 0 || got.Checked != 11 || got.Unread != 0 {
		t.Errorf("%+v", got)
	}
}

func TestTamperedRecordsAreNamed(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	first := func(r verify.Records, id func(*schema.Statement) bool) *schema.Statement {
		return &r.Statements[slices.IndexFunc(r.Statements, func(st schema.Statement) bool { return id(&st) })]
	}
	long := func(st *schema.Statement) bool { return strings.HasPrefix(st.Evidence, "A long") }
	anyone := func(*schema.Statement) bool { return true }
	for name, c := range map[string]struct {
		change      func(*verify.Records)
		field, want string
	}{
		"a quotation": {func(r *verify.Records) { first(*r, anyone).Evidence += "!" }, "evidence", "at these offsets"},
		"offsets":     {func(r *verify.Records) { first(*r, anyone).Start++ }, "evidence", "at these offsets"},
		"a stance": {func(r *verify.Records) {
			st := first(*r, anyone)
			st.Stance = 6 - st.Stance
			st.Stance = max(st.Stance, 1)
		}, "", ""},
		"no stance":              {func(r *verify.Records) { first(*r, anyone).Stance = 0 }, "stance", "missing"},
		"a source":               {func(r *verify.Records) { first(*r, anyone).Source = strings.Repeat("0", 64) }, "source", "no such source"},
		"a condition":            {func(r *verify.Records) { first(*r, anyone).Condition = "if pigs fly" }, "condition", "the store has"},
		"a text":                 {func(r *verify.Records) { r.Sources[0].Text += " more" }, "text", "was changed"},
		"a source of its own":    {func(r *verify.Records) { r.Sources[0].Text = "x"; r.Sources[0].ID = schema.HashText("x") }, "id", "no such source"},
		"a statement is missing": {func(r *verify.Records) { r.Statements = r.Statements[1:] }, "id", "missing: the store has this statement"},
		"a source is missing":    {func(r *verify.Records) { r.Sources = r.Sources[1:] }, "source", "missing: the store has this source"},
		"an outlet":              {func(r *verify.Records) { r.Sources[0].Outlet += " on Sunday" }, "outlet", "the store has"},
		"a date of a source":     {func(r *verify.Records) { r.Sources[0].Published = schema.MustDate("1999") }, "published", "the store has"},
		"a statement too many": {func(r *verify.Records) {
			st := *first(*r, anyone)
			st.Coder = "nobody"
			st.ID = st.DeriveID()
			r.Statements = append(r.Statements, st)
		}, "id", "no such statement"},
		"a quotation that was cut": {func(r *verify.Records) { first(*r, long).Evidence = "A lone" + first(*r, long).Evidence[6:] }, "evidence", "at these offsets"},
	} {
		r := everything(s)
		c.change(&r)
		got := verify.Check(s, r)
		if !slices.ContainsFunc(got.Problems, func(p schema.Problem) bool {
			return (c.field == "" || p.Field == c.field) && strings.Contains(p.Expected, c.want)
		}) {
			t.Errorf("%s: %v", name, got.Problems)
		}
	}
}

// Without the text nothing can be looked up, and that is counted.
func TestMissingTextsAreCounted(t *testing.T) {
	t.Parallel()
	shown, _ := corpus(t).Quotable()
	got := verify.Check(shown, everything(shown))
	if len(got.Problems) > 0 || got.Unread != 3 {
		t.Errorf("%+v", got)
	}
	var b bytes.Buffer
	if err := export.CSV(&b, shown, questions.Filter{}); err != nil {
		t.Fatal(err)
	}
	if got, err := verify.StatementsCSV(shown, questions.Filter{}, &b, "s.csv"); err != nil || len(got.Problems) > 0 || got.Unread != 3 {
		t.Errorf("%+v (%v)", got, err)
	}
}

func TestStatementsCSV(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	shown, _ := s.Quotable()
	var b bytes.Buffer
	if err := export.CSV(&b, shown, questions.Filter{}); err != nil {
		t.Fatal(err)
	}
	file := b.String()
	check := func(text string) verify.Report {
		got, err := verify.StatementsCSV(s, questions.Filter{}, strings.NewReader(text), "s.csv")
		if err != nil {
			got.Problems = append(got.Problems, schema.Problem{Expected: err.Error()})
		}
		return got
	}
	if got := check(file); len(got.Problems) > 0 || got.Checked != 9 {
		t.Fatalf("untouched: %+v", got)
	}
	lines := strings.SplitAfter(file, "\n")
	for name, c := range map[string]struct{ text, want string }{
		"a row is missing": {strings.Join(slices.Delete(slices.Clone(lines), 1, 2), ""), "missing: the store gives this row"},
		"a row twice":      {file + lines[1], "or it stands twice"},
		"a column":         {strings.Replace(file, "confidence", "certainty", 1), "the columns id,date,"},
		"no table":         {"a,b\n1,2\n", `first column is "id"`},
		"no CSV":           {file + "\"x", "s.csv: "},
	} {
		if got := check(c.text); len(got.Problems) == 0 || !strings.Contains(got.Problems.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, got.Problems, c.want)
		}
	}
	// One letter or digit anywhere.
	r := rand.New(rand.NewPCG(1, 2))
	body := len(lines[0])
	for range 100 {
		tampered := []byte(file)
		at := body + r.IntN(len(file)-body)
		if c := tampered[at]; c < '0' || c > 'z' || c > '9' && c < 'A' || c > 'Z' && c < 'a' {
			continue
		} else if tampered[at] = 'x'; c == 'x' {
			tampered[at] = 'y'
		}
		if got := check(string(tampered)); len(got.Problems) == 0 {
			t.Errorf("a change at byte %d was not found: %s", at, tampered[max(0, at-40):at+1])
		}
	}
}

func TestTable(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	shown, _ := s.Quotable()
	table, err := questions.BuildTable(shown, questions.Filter{}, questions.TableSpec{})
	if err != nil {
		t.Fatal(err)
	}
	var cells, notes bytes.Buffer
	for w, write := range map[io.Writer]func(io.Writer, questions.Table) error{&cells: export.TableCSV, &notes: export.TableNotesCSV} {
		if err := write(w, table); err != nil {
			t.Fatal(err)
		}
	}
	check := func(cells, notes string) string {
		got, err := verify.Table(s, questions.Filter{}, verify.TableFiles{Cells: strings.NewReader(cells), Notes: strings.NewReader(notes), CellsName: "t.csv", NotesName: "t.notes.csv"})
		if err != nil {
			return err.Error()
		}
		return got.Problems.Error()
	}
	if got := check(cells.String(), notes.String()); got != "" {
		t.Fatalf("untouched: %s", got)
	}
	for name, c := range map[string]struct{ cells, notes, want string }{
		"a position":     {strings.Replace(cells.String(), "For:", "Against:", 1), notes.String(), "t.csv:"},
		"a quotation":    {cells.String(), strings.Replace(notes.String(), "Satz", "Wort", 1), "t.notes.csv:"},
		"an issue":       {strings.Replace(cells.String(), "\nwater,", "\nfire,", 1), notes.String(), "t.csv"},
		"no table":       {"a,b\n", notes.String(), `first column is "row"`},
		"notes missing":  {cells.String(), "", `first column is "note"`},
		"a note is gone": {cells.String(), notes.String()[:strings.LastIndex(strings.TrimSpace(notes.String()), "\n")+1], "missing: the store gives this row"},
	} {
		if got := check(c.cells, c.notes); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %s", name, got, c.want)
		}
	}
}
