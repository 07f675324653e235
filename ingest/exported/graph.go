package exported

import (
	"errors"
	"fmt"
	"iter"

	"github.com/stancegraph/stancegraph/schema"
)

// Graph is what a file holds. A file of statements has nothing else.
type Graph struct {
	Codebooks   []*schema.Codebook
	Sources     []schema.Source
	Statements  []schema.Statement
	Annotations []schema.Annotation

	// Places says where a record stands, by schema.Entry.Key.
	Places map[string]Place
}

// Place is a line of a file.
type Place struct {
	File string
	Line int // 1-based; of a table without lines, the row
}

const nothingWritten = "correct the lines above; nothing was written"

// collector takes entries and everything that is wrong with them.
type collector struct {
	Graph
	problems schema.Problems
}

// take adds the entries of a file. The error is one of reading.
func (c *collector) take(entries iter.Seq2[schema.Entry, error], file string) error {
	if c.Places == nil {
		c.Places = map[string]Place{}
	}
	for e, err := range entries {
		var bad schema.Problems
		switch {
		case errors.As(err, &bad):
			c.problems = append(c.problems, bad...)
		case schema.KindOf(err) != "":
			return err
		case err != nil:
			return schema.Errorf(schema.KindIO, "check that the file can be read", "%w", err)
		default:
			c.add(&e, file)
		}
	}
	return nil
}

func (c *collector) add(e *schema.Entry, file string) {
	if s := e.Statement; s != nil && s.ID == "" && s.Stance.Valid() {
		s.ID = s.DeriveID()
	}
	if a := e.Annotation; a != nil && a.ID == "" {
		a.ID = a.DeriveID()
	}
	if key := e.Key(); key != "" {
		if first, twice := c.Places[key]; twice && e.Kind != schema.RecordSource { // two sources may have one file name
			c.problems = append(c.problems, schema.Problem{File: file, Line: e.Line, Field: "id", Value: key,
				Expected: fmt.Sprintf("the same %s stands on line %d; remove one", e.Kind, first.Line)})
			return
		}
		c.Places[key] = Place{file, e.Line}
	}
	switch e.Kind {
	case schema.RecordCodebook:
		c.Codebooks = append(c.Codebooks, e.Codebook)
	case schema.RecordSource:
		c.Sources = append(c.Sources, *e.Source)
	case schema.RecordStatement:
		c.Statements = append(c.Statements, *e.Statement)
	case schema.RecordAnnotation:
		c.Annotations = append(c.Annotations, *e.Annotation)
	}
}

// graph is what was taken, or all that is wrong with it.
func (c *collector) graph() (*Graph, error) {
	if err := c.problems.Err(nothingWritten); err != nil {
		return nil, err
	}
	return &c.Graph, nil
}
