package schema_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/schema"
)

const harbour = `
codebook: harbour
version: 2
issues:
  - id: dredging
    label: Dredging the harbour
    propositions:
      - {id: deepen, label: "The fairway is deepened, at once"}
actors:
  - {id: port, type: organisation, label: Port of Ålesund}
  - id: siv
    type: person
    label: Siv Åsen
    affiliations: [{group: port, role: Director, from: 2024-01-01, until: 2024-12-31}]
`

func mustCodebook(t *testing.T) *schema.Codebook {
	t.Helper()
	cb, err := schema.LoadCodebook("harbour.yaml", []byte(harbour))
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

func statement() schema.Statement {
	s := schema.Statement{
		Doc: "a.txt", Source: schema.HashText("Åsen wants it."), Start: 0, End: 14, Evidence: "Åsen wants it.",
		Actor: "siv", OnBehalfOf: "port", Issue: "dredging", Proposition: "deepen", Stance: schema.Support,
		Act: schema.ActDemand, Date: schema.MustDate("2024-05"), DateBasis: schema.DateStated, Mode: schema.ModeIndirect,
		Via: []string{"NTB"}, Coder: "anna", Confidence: 1, Status: schema.StatusAccepted, Codebook: "harbour/2",
	}
	s.ID = s.DeriveID()
	return s
}

func TestStatementRoundTrip(t *testing.T) {
	t.Parallel()
	want := statement()
	var b bytes.Buffer
	if err := schema.WriteStatement(&b, &want); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `"signatories":[]`) || !strings.Contains(b.String(), `"variables":{}`) {
		t.Errorf("empty lists vary in shape: %s", b.String())
	}
	for got, err := range schema.ReadEntries(&b, "out.jsonl") {
		if err != nil {
			t.Fatal(err)
		}
		want.Signatories, want.Trace, want.Variables = []string{}, []string{}, map[string]string{}
		if d := cmp.Diff(want, *got.Statement, cmp.Comparer(func(a, b schema.Date) bool { return a == b })); d != "" {
			t.Error(d)
		}
	}
}

func TestIDIgnoresVersionsAndReview(t *testing.T) {
	t.Parallel()
	s, u := statement(), statement()
	u.Coder, u.Codebook, u.Status, u.Confidence, u.Trace = "anna/2", "harbour/3", schema.StatusProposed, 0.5, []string{"x"}
	if s.ID != u.DeriveID() {
		t.Error("a newer version of coder or codebook changes the ID")
	}
	u.Stance = schema.Oppose
	if s.ID == u.DeriveID() {
		t.Error("another stance has the same ID")
	}
}

func TestIDOfCitations(t *testing.T) {
	t.Parallel()
	s, u := statement(), statement()
	s.Start, s.End, s.Evidence = 0, 0, "A/RES/1"
	u.Start, u.End, u.Evidence = 0, 0, "A/RES/2"
	if s.DeriveID() == u.DeriveID() {
		t.Error("two citations have the same ID")
	}
	if s.Overlaps(&u) {
		t.Error("two citations overlap")
	}
}

func TestValidateListsEverything(t *testing.T) {
	t.Parallel()
	cb := mustCodebook(t)
	s := statement()
	if p := s.Validate(cb); len(p) > 0 {
		t.Fatalf("a good statement: %v", p)
	}
	s.Actor, s.Proposition, s.Mode, s.Confidence, s.Source, s.Status = "sivv", "depen", "quoted", 2, "abc", schema.StatusRejected
	msg := s.Validate(cb).Error()
	for _, want := range []string{
		`actor "sivv": not in codebook harbour/2; did you mean siv?`,
		`proposition "depen": not in codebook harbour/2; did you mean deepen?`,
		`mode "quoted": expected one of quote, indirect, document, action or narrative`,
		`confidence "2"`, `source "abc"`, `reason: expected why`, `id "`,
	} {
		if !strings.Contains(msg, want) {
			t.Errorf("no %q in:\n%s", want, msg)
		}
	}
}

func TestUnregisteredActorIsValid(t *testing.T) {
	t.Parallel()
	s := statement()
	s.Actor = "NEW:Harbour pilots"
	s.ID = ""
	if p := s.Validate(mustCodebook(t)); len(p) > 0 {
		t.Error(p)
	}
	s.Actor = "NEW: "
	if p := s.Validate(mustCodebook(t)); len(p) == 0 {
		t.Error("an actor without a label is valid")
	}
}

func TestReadEntriesReportsEveryLine(t *testing.T) {
	t.Parallel()
	in := strings.Join([]string{
		`{"actor": 5}`,
		``,
		`{"actr": "siv"}`,
		`{"stance": 0.7}`,
		`{"date": "yesterday"}`,
		`not json`,
		`{} {}`,
		`{"doc": "` + strings.Repeat("x", schema.MaxLine) + `"}`,
	}, "\n")
	var got []string
	for _, err := range schema.ReadEntries(strings.NewReader(in), "bad.jsonl") {
		if err == nil {
			t.Fatal("a bad line was read")
		}
		got = append(got, err.Error())
	}
	for i, want := range []string{
		`bad.jsonl:1: actor "number": expected a text`,
		`bad.jsonl:3: actr: unknown field; did you mean act or actor?`,
		`bad.jsonl:4: stance 0.7: expected one of -1, -0.5, 0, 0.5, 1`,
		`bad.jsonl:5: date "yesterday": expected a day`,
		`bad.jsonl:6: expected one JSON object a line: invalid character`,
		`bad.jsonl:7: expected one JSON object a line`,
		`bad.jsonl:8: the statement is longer than`,
	} {
		if i >= len(got) || !strings.HasPrefix(got[i], want) {
			t.Errorf("problem %d: got %q, want %q", i, got[min(i, len(got)-1)], want)
		}
	}
}

func TestEachLineGivesEveryProblemItsPlace(t *testing.T) {
	t.Parallel()
	in := "good\n\nbad\n" + strings.Repeat("x", schema.MaxLine+1) + "\nbad\n"
	problems, err := schema.EachLine(strings.NewReader(in), "notes.jsonl", func(line schema.Line) schema.Problems {
		if string(line.Bytes) == "bad" {
			return schema.Problems{{Expected: "expected good"}}
		}
		return nil
	})
	want := "notes.jsonl:3: expected good\nnotes.jsonl:4: the line is longer than 1048576 bytes: expected one record a line\nnotes.jsonl:5: expected good"
	if err != nil || problems.Error() != want {
		t.Errorf("got %v, %v", problems, err)
	}
	broken := iotest.ErrReader(errors.New("the disk is gone"))
	if _, err := schema.EachLine(broken, "notes.jsonl", nil); err == nil || err.Error() != "read notes.jsonl: the disk is gone" {
		t.Errorf("got %v", err)
	}
}

func FuzzReadEntries(f *testing.F) {
	s := statement()
	var b bytes.Buffer
	if err := schema.WriteStatement(&b, &s); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, in []byte) {
		for got, err := range schema.ReadEntries(bytes.NewReader(in), "fuzz") {
			if err != nil || got.Statement == nil || !got.Statement.Stance.Valid() {
				continue
			}
			var once, twice bytes.Buffer
			if err := schema.WriteStatement(&once, got.Statement); err != nil {
				t.Fatal(err)
			}
			for again, err := range schema.ReadEntries(bytes.NewReader(once.Bytes()), "again") {
				if err != nil {
					t.Fatalf("what was written cannot be read: %v\n%s", err, once.Bytes())
				}
				if err := schema.WriteStatement(&twice, again.Statement); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(once.Bytes(), twice.Bytes()) {
				t.Fatalf("not the same bytes:\n%s%s", once.Bytes(), twice.Bytes())
			}
		}
	})
}
