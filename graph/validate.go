package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

const nothingWritten = "correct the records above; nothing was written"

// checkSource returns what is wrong with a source by itself.
func checkSource(src *schema.Source) schema.Problems {
	var ps schema.Problems
	add := func(field, value, expected string) {
		ps = append(ps, schema.Problem{Record: src.Doc, Field: field, Value: value, Expected: expected})
	}
	if src.Rights != "" && !slices.Contains(schema.AllRights, src.Rights) {
		add("rights", string(src.Rights), "expected quote-only, or no rights")
	}
	if !slices.Contains(schema.SourceStatuses, src.Status) {
		add("status", string(src.Status), "expected raw, proposed or coded")
	}
	if src.Withheld() {
		if !isHash(src.ID) {
			add("id", src.ID, "expected the SHA-256 of the text that is left out, 64 hexadecimal digits")
		}
		return ps
	}
	if src.Text == "" {
		add("text", "", "expected a text: the file is empty")
	}
	if !utf8.ValidString(src.Text) {
		add("text", "", "expected UTF-8")
	}
	if want := schema.HashText(src.Text); src.ID != want {
		add("id", src.ID, "expected "+want+", the SHA-256 of the text")
	}
	return ps
}

func isHash(id string) bool {
	b, err := hex.DecodeString(id)
	return err == nil && len(b) == sha256.Size && id == strings.ToLower(id)
}

// batch is a set of statements on their way into the store.
type batch struct {
	contents *contents
	sources  map[string]*schema.Source // those that arrive with the statements
	run      string                    // the import run that it belongs to, which sees what it has brought; or anyRun
	seen     map[string]bool
	problems schema.Problems
}

// check fills in IDs that are empty and collects what is wrong. The error is
// that there is no codebook to check against.
func (b *batch) check(statements []schema.Statement) error {
	b.seen = make(map[string]bool, len(statements))
	for i := range statements {
		st := &statements[i]
		if st.ID == "" && st.Stance.Valid() {
			st.ID = st.DeriveID()
		}
		if b.seen[st.ID] {
			b.add(st, "id", st.ID, "the same statement stands twice; remove one")
		}
		b.seen[st.ID] = true
	}
	for i := range statements {
		st := &statements[i]
		problems, err := b.contents.validate(st)
		if err != nil {
			return err
		}
		b.problems = append(b.problems, problems...)
		b.checkEvidence(st)
		b.checkRevises(st)
	}
	return nil
}

// anyRun sees everything, hidden or not.
const anyRun = "*"

// sees reports whether the batch may refer to what a run brought.
func (b *batch) sees(run string) bool {
	return b.run == anyRun || b.run == run || !b.contents.hidden(run)
}

func (b *batch) add(st *schema.Statement, field, value, expected string) {
	b.problems = append(b.problems, schema.Problem{Record: st.ID, Field: field, Value: value, Expected: expected})
}

// checkEvidence compares a passage with the text. A citation may name a source
// that the store does not have.
func (b *batch) checkEvidence(st *schema.Statement) {
	src, ok := b.sources[st.Source]
	if r, known := b.contents.sources[st.Source]; (!ok || src.Withheld()) && known && b.sees(r.Import) {
		src, ok = &r.Source, true
	}
	switch {
	case !st.HasPassage():
	case !ok:
		b.add(st, "source", st.Source, "a source of the store, because the evidence has offsets: ingest "+st.Doc+" first")
	case src.Withheld():
		b.checkLength(st)
	default:
		b.restore(st, src)
		if problem := evidenceProblem(st, src.Text); problem != "" {
			b.add(st, "evidence", st.Evidence, problem)
		}
	}
}

// checkLength is all that can be said of a passage whose text is left out: that
// it is as long as its offsets say, unless it was cut.
func (b *batch) checkLength(st *schema.Statement) {
	n, want := utf8.RuneCountInString(st.Evidence), st.End-st.Start
	if n != want && !(want > schema.QuotationLimit && n == schema.QuotationLimit) {
		b.add(st, "evidence", st.Evidence, "a passage of "+strconv.Itoa(want)+" code points, as its offsets say; this one has "+strconv.Itoa(n))
	}
}

// restore gives a quotation that an export cut its whole passage, where the
// text is there.
func (b *batch) restore(st *schema.Statement, src *schema.Source) {
	if passage, ok := schema.Passage(src.Text, st.Start, st.End); ok && src.QuoteOnly() && st.Evidence == schema.Quotable(passage) {
		st.Evidence = passage
	}
}

// evidenceProblem is "" when the evidence is the passage at its offsets.
func evidenceProblem(st *schema.Statement, text string) string {
	passage, ok := schema.Passage(text, st.Start, st.End)
	if !ok {
		return "the offsets " + strconv.Itoa(st.Start) + "-" + strconv.Itoa(st.End) + " lie outside the text of " + strconv.Itoa(utf8.RuneCountInString(text)) + " code points"
	}
	if passage != st.Evidence {
		return "the text at its offsets: " + strconv.Quote(passage)
	}
	return ""
}

func (b *batch) checkRevises(st *schema.Statement) {
	r, known := b.contents.statements[st.Revises]
	if st.Revises != "" && !(known && b.sees(r.Import)) && !b.seen[st.Revises] {
		b.add(st, "revises", st.Revises, "the ID of a statement of the store")
	}
}
