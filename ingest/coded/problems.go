package coded

import (
	"fmt"

	"github.com/stancegraph/stancegraph/schema"
)

// maxProblems bounds how many bad rows are kept and shown; all are counted.
const maxProblems = 50

const correct = "correct the rows above; nothing was written"

// problems are what is wrong with a table.
type problems struct {
	file  string
	first schema.Problems
	n     int
}

func (p *problems) add(line int, field, value, expected string) {
	p.put(schema.Problem{File: p.file, Line: line, Field: field, Value: value, Expected: expected})
}

func (p *problems) put(problem schema.Problem) {
	if p.n++; len(p.first) < maxProblems {
		p.first = append(p.first, problem)
	}
}

// err is nil where nothing is wrong.
func (p *problems) err(hint string) error {
	if p.n == 0 {
		return nil
	}
	message := p.first.Error()
	if more := p.n - len(p.first); more > 0 {
		message += fmt.Sprintf("\n… and %d more", more)
	}
	return &schema.Error{Kind: schema.KindInput, Message: message, Hint: hint, Err: p.first}
}
