package coded

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"strings"

	"github.com/google/uuid"

	"github.com/stancegraph/stancegraph/schema"
)

// RunID derives the ID of an import: the same table, read in the same way into
// the same codebook, has the same.
func (t *Table) RunID(r *Register) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{t.Hash, t.Mapping(), r.Codebook.Name}, "\x1f")))
	return hex.EncodeToString(sum[:8])
}

// Mapping is how the table is read, on one line.
func (t *Table) Mapping() string {
	return fmt.Sprintf("%s; constants %s; variables %t; codebook %s", t.opt.Columns, t.opt.Constants, !t.opt.DropVariables, t.opt.CodebookName)
}

// Statement is a statement of a table and the line that it stands on.
type Statement struct {
	Line int // 1-based
	schema.Statement
}

// Statements reads the table again and yields its statements, in the order of
// the rows, each with its ID and the line that it stands on. An error ends the
// sequence.
func (t *Table) Statements(ctx context.Context, r *Register) iter.Seq2[Statement, error] {
	return func(yield func(Statement, error) bool) {
		bad := &problems{file: t.opt.Name}
		s, err := openStream(t.open, t.opt.Name, nil)
		if err != nil {
			yield(Statement{}, err)
			return
		}
		defer s.Close()
		rows, err := newRows(s, &t.opt)
		if err != nil {
			yield(Statement{}, asError(err))
			return
		}
		b := builder{table: t, register: r, sources: map[string]string{}}
		for rec, err := range eachRecord(ctx, rows, &t.opt, bad) {
			if err == nil {
				err = bad.err("the file was changed while it was read: try again")
			}
			if err != nil {
				yield(Statement{}, err)
				return
			}
			if !yield(Statement{Line: rec.line, Statement: b.statement(rec)}, nil) {
				return
			}
		}
	}
}

// builder makes statements of records.
type builder struct {
	table    *Table
	register *Register
	sources  map[string]string // citation -> ID of the source
	kept     map[string]string
}

func (b *builder) statement(rec record) schema.Statement {
	st := schema.Statement{
		Doc: rec.citation, Source: b.source(rec.citation), Evidence: rec.citation,
		Actor: b.register.actors[rec.actor], OnBehalfOf: b.register.actors[rec.onBehalfOf], Proposition: b.register.propositions[rec.proposition],
		Stance: rec.stance, Condition: rec.condition, Act: rec.act, Date: rec.date, DateBasis: rec.basis, Mode: rec.mode, Via: rec.via,
		Coder: b.keep(rec.coder), Confidence: rec.confidence, Status: rec.status, Codebook: b.register.Codebook.Ref(), Reason: rec.reason, Variables: rec.variables,
	}
	if rec.evidence != "" {
		st.Evidence = rec.evidence
	}
	st.Doc, st.Evidence = b.keep(st.Doc), b.keep(st.Evidence)
	st.Issue = b.issue(rec, st.Proposition)
	st.ID = st.DeriveID()
	return st
}

// issue is the one that the row gives, else the first of the proposition.
func (b *builder) issue(rec record, proposition string) string {
	p, ok := b.register.Codebook.Proposition(proposition)
	if !ok {
		return ""
	}
	for _, id := range p.Issues {
		if issue, ok := b.register.Codebook.Issue(id); ok && rec.issue != "" && (issue.Label == rec.issue || id == rec.issue) {
			return id
		}
	}
	return p.Issues[0]
}

// source is the ID of what is cited: a source of the store that has this name,
// else a document of which there is no more than its citation.
func (b *builder) source(citation string) string {
	id, ok := b.sources[citation]
	if ok {
		return id
	}
	if id = b.table.known[citation]; id == "" {
		id = schema.HashText(citation)
	}
	b.sources[strings.Clone(citation)] = id
	return id
}

// maxKept bounds how many texts are shared between statements.
const maxKept = 1 << 16

// keep returns one copy of a text that comes again and again, and not the row
// around it.
func (b *builder) keep(s string) string {
	if kept, ok := b.kept[s]; ok {
		return kept
	}
	if len(b.kept) >= maxKept || b.kept == nil {
		b.kept = map[string]string{}
	}
	s = strings.Clone(s)
	b.kept[s] = s
	return s
}

// FindSources says which sources a store has, by file name: a citation of one
// is a statement on it. A name without an ID is one that two sources have.
func (t *Table) FindSources(known map[string]string) { t.known = known }

// Source returns the document that a statement of this table cites. It is not
// ok when the statement cites a source of the store.
func (t *Table) Source(st *schema.Statement) (schema.Source, bool) {
	info, ok := t.sources[st.Doc]
	if !ok || st.Source != schema.HashText(st.Doc) {
		return schema.Source{}, false
	}
	return schema.Source{ID: st.Source, Doc: st.Doc, Title: info.title, Outlet: info.outlet, URL: info.url,
		Kind: schema.KindCitation, Status: schema.SourceRaw, Text: st.Doc, Note: "Only cited: the text is not in the store."}, true
}

// CheckIDs reads the table again and reports every row whose statement stands
// on another row already: identical rows are never merged in silence. It also
// checks each statement against the codebook.
func (t *Table) CheckIDs(ctx context.Context, r *Register, progress func()) error {
	bad := &problems{file: t.opt.Name}
	lines := make(map[uuid.UUID]int32, t.Rows)
	for rec, err := range t.Statements(ctx, r) {
		if err != nil {
			return err
		}
		id := uuid.MustParse(rec.ID)
		if first, twice := lines[id]; twice {
			bad.add(rec.Line, "row", "", "the same statement stands on line "+itoa(int(first))+
				": the same actor, proposition, stance, date, source and coder; remove one, or map a column to evidence that tells them apart")
		} else {
			lines[id] = int32(rec.Line)
		}
		for _, p := range rec.Validate(r.Codebook) {
			bad.add(rec.Line, p.Field, p.Value, p.Expected)
		}
		if progress != nil {
			progress()
		}
	}
	return bad.err(correct)
}
