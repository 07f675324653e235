package verify

import (
	"bytes"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// Report says what was checked.
type Report struct {
	Checked  int             // rows or records
	Unread   int             // quotations that only their length could be checked of: the text of their source is missing, quote-only
	Problems schema.Problems // what does not hold; none means that everything does
}

// Records are what a file holds.
type Records struct {
	Sources    []schema.Source
	Statements []schema.Statement

	// Filter is what the file was made with; nil where nobody knows. With it,
	// statements that are missing are found, too.
	Filter *questions.Filter

	// Whole says that the file is one of the whole graph: sources that are
	// missing are found, too.
	Whole bool
}

// Check checks records: that sources have the text of their hash, statements
// their passage and the ID of their content, and both the record of the store.
// Problems name their record by its ID or, a source, by its file name.
func Check(s *ledger.Snapshot, file Records) Report {
	c := newChecker(s)
	seen := make(map[string]bool, len(file.Sources)+len(file.Statements))
	for i := range file.Sources {
		c.source(&file.Sources[i])
		seen[file.Sources[i].ID] = true
	}
	for i := range file.Statements {
		c.statement(&file.Statements[i])
		seen[file.Statements[i].ID] = true
	}
	c.report.Checked = len(file.Sources) + len(file.Statements)
	if file.Filter != nil {
		for _, st := range questions.Select(s, *file.Filter) {
			if !seen[st.ID] {
				c.add(st.ID, "id", st.ID, "missing: the store has this statement")
			}
		}
	}
	if file.Whole {
		for _, src := range s.SourceList() {
			if !seen[src.ID] {
				c.add(src.Doc, "source", src.ID, "missing: the store has this source")
			}
		}
	}
	return c.report
}

// checker compares with the store: with the texts that it has, and with the
// records as they may leave it.
type checker struct {
	store, shown *ledger.Snapshot
	report       Report
}

func newChecker(s *ledger.Snapshot) *checker {
	shown, _ := s.Quotable()
	return &checker{store: s, shown: shown}
}

func (c *checker) add(record, field, value, expected string) {
	c.report.Problems = append(c.report.Problems, schema.Problem{Record: record, Field: field, Value: value, Expected: expected})
}

func (c *checker) source(src *schema.Source) {
	known, ok := c.shown.Sources[src.ID]
	if !ok {
		c.add(src.Doc, "id", src.ID, "the store has no such source")
	}
	if hash := schema.HashText(src.Text); !src.Withheld() && hash != src.ID {
		c.add(src.Doc, "text", "", "the text has the hash "+hash+" and not "+src.ID+": it was changed")
		return
	}
	if ok {
		c.same(src.Doc, sourceRecord(src), sourceRecord(known))
	}
}

// same names the fields in which a record differs from that of the store.
func (c *checker) same(record string, given, stored []byte) {
	if bytes.Equal(given, stored) {
		return
	}
	for _, p := range compareFields(given, stored) {
		p.Record = record
		c.report.Problems = append(c.report.Problems, p)
	}
}

func sourceRecord(src *schema.Source) []byte {
	var b bytes.Buffer
	_ = schema.WriteSourceRecord(&b, src) // a buffer takes everything
	return b.Bytes()
}

// statement checks one record by itself, against its source, and against the
// record of the store.
func (c *checker) statement(st *schema.Statement) {
	if !st.Stance.Valid() {
		c.add(st.ID, "stance", "", "missing: a statement has one")
		return
	}
	if st.ID != st.DeriveID() {
		c.add(st.ID, "id", st.ID, "its fields derive "+st.DeriveID()+": one of them was changed")
	}
	for _, p := range c.passage(st.Source, st.Start, st.End, st.Evidence) {
		p.Record = st.ID
		c.report.Problems = append(c.report.Problems, p)
	}
	known, ok := c.shown.Statement(st.ID)
	if !ok {
		c.add(st.ID, "id", st.ID, "the store has no such statement")
		return
	}
	given, errGiven := st.MarshalJSON()
	stored, errStored := known.MarshalJSON()
	if errGiven == nil && errStored == nil {
		c.same(st.ID, given, stored)
	}
}

// passage checks that a source is there, that its text is the one that was
// hashed, and that the quotation stands at its offsets: whole or, of a
// quote-only source, as far as it may be quoted.
func (c *checker) passage(source string, start, end int, quotation string) schema.Problems {
	if start == end {
		return nil // a citation: there is no text to look into
	}
	src, ok := c.store.Sources[source]
	if !ok {
		return schema.Problems{problem("source", source, "the store has no such source: ingest the text")}
	}
	if src.Withheld() {
		c.report.Unread++
		return nil
	}
	var problems schema.Problems
	if hash := schema.HashText(src.Text); hash != source {
		problems = append(problems, problem("source", source, "the text of "+src.Doc+" has the hash "+hash+": it was changed"))
	}
	text, ok := schema.Passage(src.Text, start, end)
	if !ok || text != quotation && (!src.QuoteOnly() || quotation != schema.Quotable(text)) {
		problems = append(problems, problem("evidence", quotation, "the text of "+src.Doc+" has “"+text+"” at these offsets"))
	}
	return problems
}

func problem(field, value, expected string) schema.Problem {
	return schema.Problem{Field: field, Value: value, Expected: expected}
}
