package export

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver of DNA files

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// DNA writes a file of Discourse Network Analyzer 3: sources as documents,
// actors as persons and organizations, propositions as concepts, stances as
// agreement. What came from DNA goes back as it was, numbers and offsets
// included; what did not has the statement type "DNA Statement" with variables
// for what DNA has no field for (issue, act, mode, date, condition, evidence).
//
// Statements that review leaves out are not in it, because DNA knows no review.
// Annotations are, unless a filter is given. Of a quote-only source the document
// has the coded passages alone, in their places.
func DNA(ctx context.Context, w io.Writer, s *ledger.Snapshot, f questions.Filter, p Provenance) error {
	d := newDNA(s)
	for _, st := range questions.Select(s, f) {
		if s.Standing(st) == ledger.Stands {
			d.addStatement(st)
		}
	}
	if f.IsZero() {
		for i := range s.Annotations {
			d.addAnnotation(&s.Annotations[i])
		}
		d.addSources()
	}
	d.number()
	dir, err := os.MkdirTemp("", "stancegraph-dna-")
	if err != nil {
		return schema.Errorf(schema.KindIO, "check the folder for temporary files", "write dna: %w", err)
	}
	defer func() { _ = os.RemoveAll(dir) }() // a leftover in the temporary folder harms nobody
	path := filepath.Join(dir, "export.dna")
	if err := d.write(ctx, path, p); err != nil {
		return fmt.Errorf("write dna: %w", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("write dna: %w", err)
	}
	defer file.Close()
	if _, err := io.Copy(w, file); err != nil {
		return fmt.Errorf("write dna: %w", err)
	}
	return nil
}

// write makes the database in one transaction.
func (d *dna) write(ctx context.Context, path string, p Provenance) error {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	in := &inserter{ctx: ctx, tx: tx, statements: map[string]*sql.Stmt{}}
	for _, table := range dnaTables {
		in.exec(table)
	}
	d.insert(in, p)
	if in.err != nil {
		return in.err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return db.Close()
}

// inserter keeps the first error, so that writing reads as a list of tables.
type inserter struct {
	ctx        context.Context
	tx         *sql.Tx
	statements map[string]*sql.Stmt
	err        error
}

func (in *inserter) exec(query string) {
	if in.err == nil {
		_, in.err = in.tx.ExecContext(in.ctx, query)
	}
}

// row inserts one row; into is the table with its columns.
func (in *inserter) row(into string, values ...any) {
	if in.err != nil {
		return
	}
	st, ok := in.statements[into]
	if !ok {
		marks := ""
		for range values {
			marks += ", ?"
		}
		if st, in.err = in.tx.PrepareContext(in.ctx, "INSERT INTO "+into+" VALUES ("+marks[2:]+")"); in.err != nil {
			return
		}
		in.statements[into] = st
	}
	_, in.err = st.ExecContext(in.ctx, values...)
}

func (d *dna) insert(in *inserter, p Provenance) {
	about, err := json.Marshal(p)
	if err != nil {
		in.err = err
		return
	}
	for _, setting := range [][2]string{{"version", "3.0.11"}, {"date", "2022-06-10"}, {"stancegraph", string(about)}} {
		in.row("SETTINGS(Property, Value)", setting[0], setting[1])
	}
	d.insertCoders(in)
	for _, doc := range d.documents {
		in.row("DOCUMENTS(ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date)", doc.id, short(doc.title), doc.text, d.coder(doc.coder),
			short(doc.author), short(doc.source), short(doc.section), doc.notes, short(doc.kind), doc.date)
	}
	for _, t := range d.types {
		in.row("STATEMENTTYPES(ID, Label, Red, Green, Blue)", t.id, short(t.label), 239, 208, 51)
		for _, v := range t.variables {
			in.row("VARIABLES(ID, Variable, DataType, StatementTypeId)", v.id, short(v.name), v.kind, t.id)
		}
	}
	for _, t := range d.types {
		for _, v := range t.variables {
			d.insertEntities(in, v)
		}
	}
	for _, st := range d.statements {
		in.row("STATEMENTS(ID, StatementTypeId, DocumentId, Start, Stop, Coder)", st.id, st.kind.id, st.document.id, st.start, st.stop, d.coder(st.coder))
		d.insertValues(in, st)
	}
}

func (d *dna) insertCoders(in *inserter) {
	for i, name := range d.coders {
		in.row("CODERS(ID, Name, Red, Green, Blue, Password)", i+1, short(name), 51, 153, 255, dnaHash(dnaPassword, name))
	}
	id := 0
	for i := range d.coders {
		for j := range d.coders {
			if i != j {
				id++
				in.row("CODERRELATIONS(ID, Coder, OtherCoder)", id, i+1, j+1)
			}
		}
	}
}

func (d *dna) insertEntities(in *inserter, v *dnaVariable) {
	if v.kind != dnaShort {
		return
	}
	first := d.attributes + 1
	names := []string{}
	if v.name == dnaPerson || v.name == dnaOrganization || v.name == dnaConcept {
		names = []string{"Type", "Alias", "Notes"}
	}
	for i, name := range names {
		d.attributes++
		in.row("ATTRIBUTEVARIABLES(ID, VariableId, AttributeVariable)", first+i, v.id, name)
	}
	for _, e := range v.entities {
		in.row("ENTITIES(ID, VariableId, Value, Red, Green, Blue)", e.id, v.id, e.value, 0, 0, 0)
		for i := range names {
			d.values++
			in.row("ATTRIBUTEVALUES(ID, EntityId, AttributeVariableId, AttributeValue)", d.values, e.id, first+i, short(e.attributes[i]))
		}
	}
}

func (d *dna) insertValues(in *inserter, st *dnaStatement) {
	for _, v := range st.kind.variables {
		value, coded := st.values[v.name]
		switch {
		case v.kind == dnaShort:
			in.row("DATASHORTTEXT(StatementId, VariableId, Entity)", st.id, v.id, v.entity(value).id)
		case v.kind == dnaLong:
			in.row("DATALONGTEXT(StatementId, VariableId, Value)", st.id, v.id, value)
		case coded && v.kind == dnaInteger:
			in.row("DATAINTEGER(StatementId, VariableId, Value)", st.id, v.id, value)
		case coded:
			in.row("DATABOOLEAN(StatementId, VariableId, Value)", st.id, v.id, value)
		}
	}
}
