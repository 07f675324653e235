package dna

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// form is a statement type with the parts that its variables play.
type form struct {
	*StatementType
	issue                                    string
	person, organization, concept, agreement *Variable               // nil: it has none
	declared                                 string                  // kinds of all variables that statements keep, as JSON
	declaredAll                              string                  // of all variables
	scale                                    map[int64]schema.Stance // of an integer agreement
}

// isClaim reports whether statements of the type can be for or against
// something.
func (f *form) isClaim() bool {
	return f.concept != nil && f.agreement != nil && (f.person != nil || f.organization != nil)
}

// roles finds out which variables of each type say who, what and for or
// against: those of the names in the options, of the right data type.
func (c *converter) roles() {
	c.forms = make(map[int64]*form, len(c.file.Types))
	for i := range c.file.Types {
		f := &form{StatementType: &c.file.Types[i]}
		f.person = f.variable(c.options.Person, ShortText)
		f.organization = f.variable(c.options.Organization, ShortText)
		f.concept = f.variable(c.options.Concept, ShortText)
		f.agreement = f.variable(c.options.Agreement, Boolean, Integer)
		if f.concept != nil && f.agreement == nil {
			c.report("statement type "+f.Label, "", "", "no boolean or integer variable is called %s: its statements have no stance and are kept as annotations", c.options.Agreement)
		}
		f.declared, f.declaredAll = f.declare(f.kept), f.declare(func(*Variable) bool { return true })
		if f.agreement != nil {
			f.scale = c.scaleOf(f)
		}
		c.forms[f.ID] = f
	}
}

// is reports whether a variable, which may be missing, has a number.
func (v *Variable) is(id int64) bool { return v != nil && v.ID == id }

// variable finds a variable by its name, whatever its case.
func (f *form) variable(name string, types ...DataType) *Variable {
	i := slices.IndexFunc(f.Variables, func(v Variable) bool {
		return strings.EqualFold(v.Name, name) && slices.Contains(types, v.DataType)
	})
	if i < 0 {
		return nil
	}
	return &f.Variables[i]
}

// kept reports whether statements keep a variable as it is. One that became a
// field of the record needs no second place, unless it has a name that networks
// do not know or numbers that the field does not show.
func (f *form) kept(v *Variable) bool {
	switch v {
	case f.person:
		return v.Name != defaultPerson
	case f.organization:
		return v.Name != defaultOrganization
	case f.concept:
		return v.Name != defaultConcept
	case f.agreement:
		return v.Name != defaultAgreement || v.DataType == Integer
	}
	return true
}

// declare says what the values of variables are: a year is not a number, and 0
// and 1 can be numbers or no and yes.
func (f *form) declare(which func(*Variable) bool) string {
	kinds := map[string]string{}
	for i := range f.Variables {
		if v := &f.Variables[i]; which(v) {
			kinds[key(v.Name)] = map[DataType]string{Boolean: "boolean", Integer: "integer", ShortText: "text", LongText: "long text"}[v.DataType]
		}
	}
	if len(kinds) == 0 {
		return ""
	}
	b, _ := json.Marshal(kinds) // texts only: nothing to refuse
	return string(b)
}
