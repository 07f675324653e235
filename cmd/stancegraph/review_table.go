package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// reviewColumns are the columns of the review table. The first two are the
// reviewer's; those that set takes back may be changed for a revision; the
// rest are there to read.
var reviewColumns = []struct {
	name string
	get  func(*schema.Statement) string
	set  func(*schema.Statement, string) error
}{
	{"decision", func(*schema.Statement) string { return "" }, nil},
	{"reason", func(s *schema.Statement) string { return s.Reason }, nil},
	{"id", func(s *schema.Statement) string { return s.ID }, nil},
	{"doc", func(s *schema.Statement) string { return s.Doc }, nil},
	{"before", nil, nil},
	{"evidence", func(s *schema.Statement) string { return s.Evidence }, nil},
	{"after", nil, nil},
	{"actor", func(s *schema.Statement) string { return s.Actor }, func(s *schema.Statement, v string) error { s.Actor = v; return nil }},
	{"on_behalf_of", func(s *schema.Statement) string { return s.OnBehalfOf }, func(s *schema.Statement, v string) error { s.OnBehalfOf = v; return nil }},
	{"proposition", func(s *schema.Statement) string { return s.Proposition }, func(s *schema.Statement, v string) error { s.Proposition = v; return nil }},
	{"stance", func(s *schema.Statement) string { return strconv.FormatFloat(s.Stance.Value(), 'g', -1, 64) }, setStance},
	{"condition", func(s *schema.Statement) string { return s.Condition }, func(s *schema.Statement, v string) error { s.Condition = v; return nil }},
	{"act", func(s *schema.Statement) string { return string(s.Act) }, func(s *schema.Statement, v string) error { s.Act = schema.Act(v); return nil }},
	{"date", func(s *schema.Statement) string { return s.Date.String() }, func(s *schema.Statement, v string) error { return s.Date.UnmarshalText([]byte(v)) }},
	{"date_basis", func(s *schema.Statement) string { return string(s.DateBasis) }, func(s *schema.Statement, v string) error { s.DateBasis = schema.DateBasis(v); return nil }},
	{"mode", func(s *schema.Statement) string { return string(s.Mode) }, func(s *schema.Statement, v string) error { s.Mode = schema.Mode(v); return nil }},
	{"via", func(s *schema.Statement) string { return strings.Join(s.Via, "; ") }, nil},
	{"coder", func(s *schema.Statement) string { return s.Coder }, nil},
	{"confidence", func(s *schema.Statement) string { return strconv.FormatFloat(s.Confidence, 'g', -1, 64) }, nil},
	{"trace", func(s *schema.Statement) string { return strings.Join(s.Trace, "; ") }, nil},
}

func setStance(s *schema.Statement, v string) error {
	f, err := strconv.ParseFloat(v, 64)
	if err != nil {
		return fmt.Errorf("stance %q: expected one of -1, -0.5, 0, 0.5, 1", v)
	}
	s.Stance, err = schema.StanceOf(f)
	return err
}

func reviewHeader() []string {
	names := make([]string, len(reviewColumns))
	for i, c := range reviewColumns {
		names[i] = c.name
	}
	return names
}

// writeReview prints the statements that pass a filter, by source and passage.
// Of a quote-only source the table has no more than what may be quoted: it
// leaves the store.
func writeReview(out io.Writer, s *ledger.Snapshot, f questions.Filter) error {
	w := csv.NewWriter(out)
	if err := w.Write(reviewHeader()); err != nil {
		return writing("review table", err)
	}
	s, _ = s.Quotable()
	wanted := map[*schema.Statement]bool{}
	for _, st := range questions.Select(s, f) {
		wanted[st] = true
	}
	for _, src := range s.SourceList() {
		for _, st := range s.OfSource(src.ID) {
			if !wanted[st] {
				continue
			}
			if err := w.Write(reviewRow(st, src)); err != nil {
				return writing("review table", err)
			}
		}
	}
	w.Flush()
	return writing("review table", w.Error())
}

func reviewRow(st *schema.Statement, src *schema.Source) []string {
	var before, after string
	if !src.QuoteOnly() {
		before, after = surroundings(src.Text, st.Start, st.End)
	}
	row := make([]string, len(reviewColumns))
	for i, c := range reviewColumns {
		switch c.name {
		case "before":
			row[i] = export.Guard(before)
		case "after":
			row[i] = export.Guard(after)
		case "stance", "confidence":
			row[i] = c.get(st) // numbers stay numbers
		default:
			row[i] = export.Guard(c.get(st))
		}
	}
	return row
}

// contextRunes is how much of the text the table shows on either side.
const contextRunes = 120

// surroundings are the words on either side of a passage, on one line.
func surroundings(text string, start, end int) (before, after string) {
	before, _ = schema.Passage(text, max(0, start-contextRunes), start)
	runes := []rune(text)
	if end < len(runes) {
		after = string(runes[end:min(len(runes), end+contextRunes)])
	}
	return strings.Join(strings.Fields(before), " "), strings.Join(strings.Fields(after), " ")
}

// readReview reads the decisions of an edited table. Every bad row is
// reported; one bad row and nothing is decided.
func readReview(in io.Reader, name, reviewer string, s *ledger.Snapshot) ([]graph.Decision, error) {
	r := csv.NewReader(in)
	header, err := r.Read()
	if err != nil || !slices.Contains(header, "decision") || !slices.Contains(header, "id") {
		return nil, schema.Errorf(schema.KindInput, "begin with stancegraph review list", "%s: expected a review table with the columns decision and id", name)
	}
	r.ReuseRecord = true
	t := reviewReader{reviewer: reviewer, snapshot: s, file: name}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, schema.Errorf(schema.KindInput, "save it as CSV with commas, in UTF-8", "%s: %w", name, err)
		}
		t.line, _ = r.FieldPos(0)
		row := map[string]string{}
		for i, c := range cells {
			row[header[i]] = export.Unguard(c)
		}
		t.decide(row)
	}
	return t.decisions, t.problems.Err("correct the rows above; nothing was applied")
}

type reviewReader struct {
	reviewer  string
	snapshot  *ledger.Snapshot
	file      string
	line      int
	decisions []graph.Decision
	problems  schema.Problems
}

func (t *reviewReader) problem(field, value, expected string) {
	t.problems = append(t.problems, schema.Problem{File: t.file, Line: t.line, Field: field, Value: value, Expected: expected})
}

func (t *reviewReader) decide(row map[string]string) {
	decision := strings.ToLower(strings.TrimSpace(row["decision"]))
	if decision == "" {
		return
	}
	st, ok := t.snapshot.Statement(row["id"])
	if !ok {
		t.problem("id", row["id"], "no statement of the store has this ID")
		return
	}
	d := graph.Decision{ID: st.ID, Reviewer: t.reviewer, Reason: row["reason"]}
	switch decision {
	case "accept":
		d.Accept = true
	case "reject":
		if d.Reason == "" {
			t.problem("reason", "", "missing: a rejected statement needs one")
		}
	case "revise":
		revised, err := revise(st, row, t.reviewer)
		if err != nil {
			t.problem("", "", err.Error())
			return
		}
		d.Revision = revised
	default:
		t.problem("decision", row["decision"], "expected accept, reject, revise or nothing")
		return
	}
	t.decisions = append(t.decisions, d)
}

// revise is the corrected statement of a row: a new one, by the reviewer.
func revise(old *schema.Statement, row map[string]string, reviewer string) (*schema.Statement, error) {
	st := *old
	changed := false
	for _, c := range reviewColumns {
		v, given := row[c.name]
		if c.set == nil || !given || v == c.get(old) {
			continue
		}
		if err := c.set(&st, v); err != nil {
			return nil, err
		}
		changed = true
	}
	if !changed {
		return nil, errors.New("nothing was changed in the row: change actor, proposition, stance, date or another column, or accept")
	}
	st.Coder, st.Status, st.Confidence, st.Revises, st.Reason, st.Reviewer = reviewer, schema.StatusAccepted, 1, old.ID, row["reason"], ""
	st.Trace = []string{"revised by " + reviewer}
	return &st, nil
}
