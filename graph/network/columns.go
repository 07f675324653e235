package network

import (
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// coding gives the columns of a ledger as they are asked for: most networks
// need three of them.
type coding struct {
	codebook     *schema.Codebook
	records      []record
	kinds        map[string]Kind // of every variable that some record has
	declarations map[string]map[string]string
}

// column returns a variable: what the record's variables have under its name,
// else what the record itself has, else what the document has.
func (c *coding) column(name string) (Column, bool) {
	kind, stored := c.kinds[name]
	field, known := derived[name]
	switch {
	case stored && known:
		return c.mixed(name, kind, field(c)), true
	case known:
		return field(c), true
	case stored && !strings.HasPrefix(name, documentKey):
		return c.stored(name, kind), true
	}
	return c.document(strings.TrimPrefix(name, documentKey))
}

func (c *coding) stored(name string, kind Kind) Column {
	return c.each(kind, func(r *record) string { return r.variables[name] })
}

// mixed takes the variable where a record has it, and the field elsewhere. When
// they are of two kinds, which no computation can compare, and both are in use,
// the field is taken for all.
func (c *coding) mixed(name string, kind Kind, field Column) Column {
	column, lacking := Column{Kind: kind, Values: make([]string, len(c.records))}, false
	for i := range c.records {
		v, ok := c.records[i].variables[name]
		if !ok {
			v, lacking = field.Values[i], true
		}
		column.Values[i] = v
	}
	if lacking && kind != field.Kind {
		return field
	}
	return column
}

func (c *coding) each(kind Kind, of func(*record) string) Column {
	column := Column{Kind: kind, Values: make([]string, len(c.records))}
	for i := range c.records {
		column.Values[i] = of(&c.records[i])
	}
	return column
}

// derived are the fields of a statement by the names of this project and of
// DNA.
var derived = map[string]func(*coding) Column{
	"actor":        func(c *coding) Column { return c.actors(func(r *record) string { return r.speaker }) },
	"person":       func(c *coding) Column { return c.actors(c.personOf) },
	"organization": func(c *coding) Column { return c.actors(c.groupOf) },
	"on_behalf_of": func(c *coding) Column { return c.actors(c.groupOf) },
	"proposition":  (*coding).propositions,
	"concept":      (*coding).propositions,
	"stance":       (*coding).stances,
	"agreement":    (*coding).agreements,
	"issue":        (*coding).issues,
	"act":          func(c *coding) Column { return c.field(func(st *schema.Statement) string { return string(st.Act) }) },
	"mode":         func(c *coding) Column { return c.field(func(st *schema.Statement) string { return string(st.Mode) }) },
	"coder":        func(c *coding) Column { return c.field(func(st *schema.Statement) string { return st.Coder }) },
	"condition":    func(c *coding) Column { return c.field(func(st *schema.Statement) string { return st.Condition }) },
}

func (c *coding) field(of func(*schema.Statement) string) Column {
	return c.each(Text, func(r *record) string {
		if r.st == nil {
			return ""
		}
		return of(r.st)
	})
}

// stances are numbers without a plus sign.
func (c *coding) stances() Column {
	column := c.field(func(st *schema.Statement) string { return strings.TrimPrefix(st.Stance.String(), "+") })
	column.Kind = Stance
	return column
}

// agreements are DNA's 0 and 1 where every stance is -1 or +1.
func (c *coding) agreements() Column {
	column := c.stances()
	if !onlyPoles(column.Values) {
		return column
	}
	column.Kind = Boolean
	for i, v := range column.Values {
		if v == "-1" {
			column.Values[i] = "0"
		}
	}
	return column
}

func (c *coding) issues() Column {
	return c.field(func(st *schema.Statement) string { return c.codebook.IssueLabel(st.Issue) })
}
