package picture

import "github.com/stancegraph/stancegraph/graph/questions"

// Links are the addresses that the parts of a picture lead to. A function that
// is nil gives none.
type Links struct {
	Cell        func(questions.CellRef) string
	Actor       func(id string) string
	Proposition func(id string) string
	Issue       func(id string) string
	Statement   func(id string) string
}

func (l Links) cell(p questions.Position) string {
	if l.Cell == nil {
		return ""
	}
	return l.Cell(questions.CellRef{Actor: p.Actor, Group: p.Group, Issue: p.Issue, Proposition: p.Proposition})
}

// of calls one of the functions.
func of(address func(string) string, id string) string {
	if address == nil || id == "" {
		return ""
	}
	return address(id)
}
