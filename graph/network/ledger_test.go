package network_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/schema"
)

const ferry = `
codebook: ferry
version: 1
issues:
  - id: timetable
    label: Timetable
    propositions:
      - {id: night, label: A night ferry runs}
      - {id: early, label: The first ferry leaves earlier}
actors:
  - {id: siv, type: person, label: Siv Åsen}
  - {id: siv2, type: person, label: Siv Åsen}
  - {id: port, type: organisation, label: The port}
  - {id: ola, type: person, label: Ola}
  - {id: norden, type: state, label: Norden}
`

func ferryStatements() []schema.Statement {
	base := schema.Statement{Source: strings.Repeat("a", 64), Issue: "timetable", Proposition: "night", Act: schema.ActSupport, DateBasis: schema.DateStated,
		Mode: schema.ModeQuote, Coder: "anna", Confidence: 1, Status: schema.StatusAccepted, Codebook: "ferry/1", Date: schema.MustDate("2025-03-02")}
	list := make([]schema.Statement, 6)
	for i := range list {
		list[i] = base
		list[i].Start, list[i].End, list[i].Evidence = 10*i, 10*i+5, fmt.Sprintf("passage %d", i)
		list[i].Stance = schema.Support
	}
	list[0].Actor, list[0].OnBehalfOf = "siv", "port"
	list[0].Variables = map[string]string{"tone": "calm", "weight": "10"}
	list[1].Actor, list[1].Stance = "siv2", schema.Oppose
	list[1].Variables = map[string]string{"tone": "2", "weight": "9"}
	list[2].Actor, list[2].Signatories, list[2].Proposition = "norden", []string{"ola", "NEW:Ola", "norden", "ola"}, "early"
	list[3].Actor, list[3].Date = "ola", schema.MustDate("2025-03")
	list[4].Actor, list[4].Date = "NEW:Ola", schema.Date{}
	list[5].Actor, list[5].Status, list[5].Reason = "port", schema.StatusRejected, "misread"
	for i := range list {
		list[i].ID = fmt.Sprint(i)
	}
	return list
}

func ferryTable(t *testing.T, statements []schema.Statement, passages ...network.Passage) *network.Table {
	t.Helper()
	cb, err := schema.LoadCodebook("ferry.yaml", []byte(ferry))
	if err != nil {
		t.Fatal(err)
	}
	source := schema.Source{ID: strings.Repeat("a", 64), Doc: "000.txt", Title: "Ferries", Outlet: "The Post", Kind: "article", Lang: "en", Published: schema.MustDate("2025-03-05")}
	s := ledger.Build(cb, []schema.Source{source}, statements)
	var all []*schema.Statement
	for i := range statements {
		st, ok := s.Statement(statements[i].ID)
		if !ok {
			t.Fatal(statements[i].ID)
		}
		all = append(all, st)
	}
	return network.FromLedger(s, all, passages...)
}

func values(t *testing.T, table *network.Table, name string) string {
	t.Helper()
	c, err := table.Column(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(c.Values, "|")
}

func TestVariablesOfStatements(t *testing.T) {
	t.Parallel()
	table := ferryTable(t, ferryStatements())
	if table.NotInUse != 1 {
		t.Errorf("rejected statements left out: %d", table.NotInUse)
	}
	var ids []string
	for _, e := range table.Events {
		ids = append(ids, e.ID)
	}
	if got := strings.Join(ids, " "); got != "0 1 2 2 2 3 4" {
		t.Fatalf("events %s: a joint statement is one for each who signed it", got)
	}
	for name, want := range map[string]string{
		"actor":        "Siv Åsen (siv)|Siv Åsen (siv2)|Norden|Ola (ola)|Ola (unregistered)|Ola (ola)|Ola (unregistered)",
		"person":       "Siv Åsen (siv)|Siv Åsen (siv2)||Ola (ola)|Ola (unregistered)|Ola (ola)|Ola (unregistered)",
		"organization": "The port||Norden||||",
		"on_behalf_of": "The port||Norden||||",
		"concept": "A night ferry runs|A night ferry runs|The first ferry leaves earlier|The first ferry leaves earlier|" +
			"The first ferry leaves earlier|A night ferry runs|A night ferry runs",
		"issue":           "Timetable|Timetable|Timetable|Timetable|Timetable|Timetable|Timetable",
		"stance":          "1|-1|1|1|1|1|1",
		"agreement":       "1|0|1|1|1|1|1",
		"mode":            "quote|quote|quote|quote|quote|quote|quote",
		"coder":           "anna|anna|anna|anna|anna|anna|anna",
		"tone":            "calm|2|||||",
		"weight":          "10|9|||||",
		"source":          strings.Repeat("|The Post", 7)[1:],
		"document.outlet": strings.Repeat("|The Post", 7)[1:],
		"type":            strings.Repeat("|article", 7)[1:],
		"title":           strings.Repeat("|Ferries", 7)[1:],
		"id":              strings.Repeat("|000.txt", 7)[1:],
		"section":         "||||||",
	} {
		if got := values(t, table, name); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, want)
		}
	}
	if !slices.IsSorted(table.Names()) || slices.Contains(table.Names(), "statement.twins") {
		t.Errorf("names %v", table.Names())
	}
}

func TestKindsOfVariables(t *testing.T) {
	t.Parallel()
	statements := ferryStatements()[:2]
	table := ferryTable(t, statements)
	for name, want := range map[string]network.Kind{"weight": network.Integer, "tone": network.Text, "agreement": network.Boolean, "stance": network.Stance} {
		if c, err := table.Column(name); err != nil || c.Kind != want {
			t.Errorf("%s: %v, %v", name, c.Kind, err)
		}
	}
	// What an import declares is not guessed.
	statements[0].Variables = map[string]string{"weight": "1", "year": "2005", "statement.kinds": `{"weight":"boolean","year":"text"}`}
	statements[1].Variables = map[string]string{"weight": "0", "year": "2006", "statement.kinds": `{"weight":"boolean","year":"text"}`}
	table = ferryTable(t, statements)
	for name, want := range map[string]network.Kind{"weight": network.Boolean, "year": network.Text} {
		if c, err := table.Column(name); err != nil || c.Kind != want {
			t.Errorf("%s: %v, %v", name, c.Kind, err)
		}
	}
	// Between for and against there is no agreement of two values.
	statements[1].Stance = schema.ConditionalOppose
	if c, _ := ferryTable(t, statements).Column("agreement"); c.Kind != network.Stance || strings.Join(c.Values, "|") != "1|-0.5" {
		t.Errorf("agreement: %v", c)
	}
}

// An import's own variable comes before a field of the same name, unless some
// statements lack it and the two cannot be compared.
func TestVariablesComeBeforeFields(t *testing.T) {
	t.Parallel()
	statements := ferryStatements()[:2]
	statements[0].Variables = map[string]string{"agreement": "2", "statement.kinds": `{"agreement":"integer"}`}
	statements[1].Variables = map[string]string{"agreement": "-2", "statement.kinds": `{"agreement":"integer"}`}
	if got := values(t, ferryTable(t, statements), "agreement"); got != "2|-2" {
		t.Errorf("got %s", got)
	}
	statements[1].Variables = nil
	if got := values(t, ferryTable(t, statements), "agreement"); got != "1|0" {
		t.Errorf("mixed kinds: got %s", got)
	}
	statements[1].Variables = map[string]string{"actor": "the other"}
	if got := values(t, ferryTable(t, statements), "actor"); got != "Siv Åsen (siv)|the other" {
		t.Errorf("one kind: got %s", got)
	}
}

func TestTimesOfStatements(t *testing.T) {
	t.Parallel()
	statements := ferryStatements()
	statements[0].Variables = map[string]string{"document.time": "09:30:05", "document.id": "12"}
	statements[1].Date = schema.MustDate("../2025-03-02")
	table := ferryTable(t, statements[:5])
	for i, want := range map[int][2]string{
		0: {"2025-03-02T09:30:05", "2025-03-02T09:30:05"}, 1: {"", "2025-03-02T00:00:00"},
		5: {"2025-03-01T00:00:00", "2025-03-31T00:00:00"}, 6: {"", ""},
	} {
		e := table.Events[i]
		if got := [2]string{stamp(e.First), stamp(e.Last)}; got != want {
			t.Errorf("event %d: got %v, want %v", i, got, want)
		}
	}
	if d := table.Events[0].Doc; d != "12 "+strings.Repeat("a", 64) {
		t.Errorf("document %q", d)
	}
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02T15:04:05")
}

// Undated statements stay out of windows and in networks without one.
func TestUndatedStatementsStayOutOfWindows(t *testing.T) {
	t.Parallel()
	table := ferryTable(t, ferryStatements())
	s := network.Defaults()
	s.Var1, s.Var2 = "actor", "concept"
	whole, err := network.Compute(t.Context(), table, s)
	if err != nil || whole.Statements != 5 {
		t.Fatalf("got %+v, %v", whole, err)
	}
	s.TimeWindow, s.WindowSize = network.Days, 3
	slices, err := network.Slices(t.Context(), table, s)
	if err != nil {
		t.Fatal(err)
	}
	for r, err := range slices {
		if err != nil {
			t.Fatal(err)
		}
		if want := map[string]int{"2025-03-02": 3, "2025-03-03": 3}[r.Middle.Format(time.DateOnly)]; r.Statements != want {
			t.Errorf("%v: %d statements, want %d", r.Middle, r.Statements, want)
		}
	}
}

func TestTwinsAndPassagesAreEvents(t *testing.T) {
	t.Parallel()
	statements := ferryStatements()[:1]
	statements[0].Variables = map[string]string{"statement.id": "3", "tone": "calm",
		"statement.twins": `[{"statement.id":"12","tone":"loud"},{"statement.id":"4","tone":"shrill"}]`}
	note := network.Passage{ID: "note", Source: statements[0].Source, Date: statements[0].Date, Variables: map[string]string{"statement.id": "5", "tone": "dry", "person": "Ola"}}
	table := ferryTable(t, statements, note)
	s := network.Defaults()
	listed, err := network.List(table, s)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range listed {
		got = append(got, l.ID+" "+l.Values["tone"]+" "+l.Values["person"]+" "+l.Values["agreement"])
	}
	want := []string{"note dry Ola ", "0 calm Siv Åsen 1", "0#4 shrill Siv Åsen 1", "0#12 loud Siv Åsen 1"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	statements[0].Variables["statement.twins"] = "no list"
	if n := len(ferryTable(t, statements).Events); n != 1 {
		t.Errorf("%d events of broken twins", n)
	}
}

// The days of all sources are the range; DNA's have a time of day.
func TestRangeIsThatOfDocuments(t *testing.T) {
	t.Parallel()
	early := schema.Source{ID: strings.Repeat("b", 64), Published: schema.MustDate("2024-12-31"), DateRule: "DNA date 2024-12-31T23:00:00 and 2025-01-02T08:15:00"}
	undated := schema.Source{ID: strings.Repeat("c", 64)}
	cb, err := schema.LoadCodebook("ferry.yaml", []byte(ferry))
	if err != nil {
		t.Fatal(err)
	}
	table := network.FromLedger(ledger.Build(cb, []schema.Source{early, undated}, nil), nil)
	r, err := network.Compute(t.Context(), table, network.Defaults())
	if err != nil || r.Start.String() != "2024-12-31T23:00:00" || r.Stop.String() != "2025-01-02T08:15:00" {
		t.Errorf("got %v to %v, %v", r.Start, r.Stop, err)
	}
}

func TestNotesAreNoEvents(t *testing.T) {
	t.Parallel()
	coded := schema.Annotation{ID: "coded", Type: schema.NoteType, Variables: map[string]string{"person": "Ola", "text": "dry"}}
	note := schema.Annotation{ID: "note", Type: schema.NoteType, Variables: map[string]string{schema.NoteText: "Is it he?", schema.NoteStatement: "1"}}
	got := network.PassagesOf(ledger.Build(nil, nil, nil, coded, note))
	if len(got) != 1 || got[0].ID != "coded" {
		t.Errorf("passages: %+v", got)
	}
}
