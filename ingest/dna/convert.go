package dna

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Options say how a file is understood. The zero value takes the names of
// DNA's own statement type.
type Options struct {
	Name         string // of the codebook. "": dna
	Person       string // variable of who speaks; "": person
	Organization string // variable of whom it speaks for; "": organization
	Concept      string // variable of what it is about; "": concept
	Agreement    string // variable of for and against; "": agreement

	// Scale is the stance of each number of an integer agreement; nil: 0 is
	// undecided, and the poles are -1 and 1 or, where 2 occurs, -2 and 2.
	Scale map[int64]schema.Stance
}

// Conversion is a file as the records of the project.
type Conversion struct {
	Codebook    *schema.Codebook // nil when no concept is coded
	Sources     []schema.Source  // one for each text, by document ID
	Statements  []schema.Statement
	Annotations []schema.Annotation

	// Problems are what is not as in the file, each with its reason. They are
	// for the user to see; nothing was dropped that is not among them.
	Problems schema.Problems
}

// Convert makes records of a file. The same file and options give the same
// records. Its errors are of kind input.
func Convert(f *File, o Options) (*Conversion, error) {
	c := &converter{file: f, options: o.filled(), out: &Conversion{Problems: slices.Clone(f.Warnings)},
		at: map[string]int{}, twins: map[int][]map[string]string{}}
	if err := c.texts(); err != nil {
		return nil, err
	}
	c.nameCoders()
	c.roles()
	c.enter()
	if err := c.codebook(); err != nil {
		return nil, err
	}
	for i := range f.Statements {
		c.convert(&f.Statements[i])
	}
	c.settle()
	return c.out, nil
}

func (o Options) filled() Options {
	o.Name = cmp.Or(slug(o.Name), "dna")
	o.Person = cmp.Or(o.Person, defaultPerson)
	o.Organization = cmp.Or(o.Organization, defaultOrganization)
	o.Concept = cmp.Or(o.Concept, defaultConcept)
	o.Agreement = cmp.Or(o.Agreement, defaultAgreement)
	return o
}

// The variables of DNA's own statement type. Networks know them by these names.
const (
	defaultPerson       = "person"
	defaultOrganization = "organization"
	defaultConcept      = "concept"
	defaultAgreement    = "agreement"
)

// converter holds what is known while statements are made.
type converter struct {
	file    *File
	options Options
	out     *Conversion

	documents map[int64]*document
	forms     map[int64]*form // by statement type
	coders    map[int64]string
	register  register
	at        map[string]int              // place of a statement in out, by ID
	twins     map[int][]map[string]string // variables of statements that are the same, by place
}

// report notes something that is not as in the file.
func (c *converter) report(record, field, value, format string, args ...any) {
	c.out.Problems = append(c.out.Problems, schema.Problem{File: c.file.Path, Record: record, Field: field, Value: value, Expected: fmt.Sprintf(format, args...)})
}
