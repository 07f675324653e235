package dna

import (
	"cmp"
	"context"
	"slices"
)

// readTypes reads statement types and their variables.
func (r *reader) readTypes(ctx context.Context) error {
	r.types, r.variables, r.typeOf = map[int64]int{}, map[int64]Variable{}, map[int64]int64{}
	err := r.each(ctx, statementTypes, func(row row) {
		t := StatementType{ID: row.number("ID"), Label: row.text("Label"), Color: row.color()}
		claim(r.types, row, t.ID, len(r.file.Types))
		r.file.Types = append(r.file.Types, t)
	})
	if err != nil {
		return err
	}
	return r.each(ctx, variables, r.readVariable)
}

func (r *reader) readVariable(row row) {
	v := Variable{ID: row.number("ID"), Name: row.text("Variable"), DataType: DataType(row.text("DataType"))}
	if !slices.Contains([]DataType{ShortText, LongText, Integer, Boolean}, v.DataType) {
		row.bad("DataType", string(v.DataType), "expected short text, long text, integer or boolean")
	}
	of := row.optional("StatementTypeId")
	at, ok := r.types[of]
	if !ok {
		r.skip(row, "StatementTypeId", of, "statement type")
		return
	}
	t := &r.file.Types[at]
	if v.Name == "" || slices.ContainsFunc(t.Variables, func(o Variable) bool { return o.Name == v.Name }) {
		row.bad("Variable", v.Name, "expected a name that no other variable of the statement type has")
	}
	claim(r.variables, row, v.ID, v)
	r.typeOf[v.ID] = of
	t.Variables = append(t.Variables, v)
}

// readEntities reads the values of short-text variables.
func (r *reader) readEntities(ctx context.Context) error {
	r.entities = map[int64]int{}
	return r.each(ctx, entities, func(row row) {
		e := Entity{ID: row.number("ID"), Variable: row.number("VariableId"), Value: row.text("Value"), Color: row.color(), ChildOf: row.optional("ChildOf")}
		if _, ok := r.variables[e.Variable]; !ok {
			r.skip(row, "VariableId", e.Variable, "variable")
			return
		}
		claim(r.entities, row, e.ID, len(r.file.Entities))
		r.file.Entities = append(r.file.Entities, e)
	})
}

// readAttributes reads the properties of entities.
func (r *reader) readAttributes(ctx context.Context) error {
	r.attributeNames = map[int64]string{}
	err := r.each(ctx, attributeVariables, func(row row) {
		a := AttributeVariable{row.number("ID"), row.number("VariableId"), row.text("AttributeVariable")}
		if _, ok := r.variables[a.Variable]; !ok {
			r.skip(row, "VariableId", a.Variable, "variable")
			return
		}
		claim(r.attributeNames, row, a.ID, a.Name)
		r.file.AttributeVariables = append(r.file.AttributeVariables, a)
	})
	if err != nil {
		return err
	}
	err = r.each(ctx, attributeValues, r.readAttribute)
	for i := range r.file.Entities {
		slices.SortStableFunc(r.file.Entities[i].Attributes, func(a, b Attribute) int { return cmp.Compare(a.Variable, b.Variable) })
	}
	return err
}

func (r *reader) readAttribute(row row) {
	entity, attribute := row.number("EntityId"), row.number("AttributeVariableId")
	at, ok := r.entities[entity]
	if !ok {
		r.skip(row, "EntityId", entity, "entity")
		return
	}
	name, ok := r.attributeNames[attribute]
	if !ok {
		r.skip(row, "AttributeVariableId", attribute, "attribute variable")
		return
	}
	e := &r.file.Entities[at]
	e.Attributes = append(e.Attributes, Attribute{attribute, name, row.text("AttributeValue")})
}
