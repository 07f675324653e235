package dna

import (
	"cmp"
	"context"
	"slices"
	"strconv"
)

// readStatements reads which passages are coded, without their values.
func (r *reader) readStatements(ctx context.Context) error {
	r.statements = map[int64]int{}
	return r.each(ctx, statements, func(row row) {
		s := Statement{ID: row.number("ID"), Type: row.optional("StatementTypeId"), Document: row.optional("DocumentId"),
			Start: row.number("Start"), Stop: row.number("Stop"), Coder: row.optional("Coder")}
		_, typed := r.types[s.Type]
		switch {
		case !typed:
			r.skip(row, "StatementTypeId", s.Type, "statement type")
		case !r.documents[s.Document]:
			r.skip(row, "DocumentId", s.Document, "document")
		case !r.coders[s.Coder]:
			r.skip(row, "Coder", s.Coder, "coder")
		default:
			claim(r.statements, row, s.ID, len(r.file.Statements))
			r.file.Statements = append(r.file.Statements, s)
		}
	})
}

// readValues reads what statements have for their variables.
func (r *reader) readValues(ctx context.Context) error {
	for _, of := range []struct {
		table table
		kind  DataType
		read  func(row, *Value)
	}{
		{shortTexts, ShortText, r.readEntity},
		{longTexts, LongText, func(row row, v *Value) { v.Text = row.text("Value") }},
		{integers, Integer, func(row row, v *Value) { v.Number = row.number("Value") }},
		{booleans, Boolean, readBoolean},
	} {
		err := r.each(ctx, of.table, func(row row) {
			v := Value{Variable: row.number("VariableId")}
			if s := r.place(row, v.Variable, of.kind); s != nil {
				of.read(row, &v)
				s.Values = append(s.Values, v)
			}
		})
		if err != nil {
			return err
		}
	}
	r.order()
	return nil
}

func (r *reader) readEntity(row row, v *Value) {
	v.Entity = row.number("Entity")
	at, ok := r.entities[v.Entity]
	if !ok || r.file.Entities[at].Variable != v.Variable {
		r.skip(row, "Entity", v.Entity, "entity of the variable")
		v.Entity = 0
		return
	}
	v.Text = r.file.Entities[at].Value
}

func readBoolean(row row, v *Value) {
	if row.flag("Value") {
		v.Number = 1
	}
}

// place is the statement that a value belongs to, nil when the value refers to
// nothing that fits.
func (r *reader) place(row row, variable int64, kind DataType) *Statement {
	id := row.number("StatementId")
	at, ok := r.statements[id]
	if !ok {
		r.skip(row, "StatementId", id, "statement")
		return nil
	}
	s := &r.file.Statements[at]
	if v, ok := r.variables[variable]; !ok || v.DataType != kind || r.typeOf[variable] != s.Type {
		r.skip(row, "VariableId", variable, string(kind)+" variable of the statement's type")
		return nil
	}
	return s
}

// order sorts values by variable and reports two for one.
func (r *reader) order() {
	for i := range r.file.Statements {
		s := &r.file.Statements[i]
		slices.SortStableFunc(s.Values, func(a, b Value) int { return cmp.Compare(a.Variable, b.Variable) })
		for k := 1; k < len(s.Values); k++ {
			if v := s.Values[k].Variable; v == s.Values[k-1].Variable {
				row{r: r, table: statements, values: map[string]any{"ID": s.ID}}.bad(r.variables[v].Name, strconv.FormatInt(v, 10), "expected one value for the variable, found two")
			}
		}
	}
}
