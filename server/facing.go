package server

import (
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// facing are two sides of a change or a conflict with their passages, for the
// template of the same name.
type facing struct {
	LeftLabel, RightLabel string
	Left, Right           []exhibit
}

func (r *request) passages(l links, list []questions.Passage) []exhibit {
	shown := make([]exhibit, 0, len(list))
	for _, p := range list {
		shown = append(shown, r.exhibit(l, p.Statement))
	}
	return shown
}

// passageIDs are the statements of passages in one field of a table.
func passageIDs(list []questions.Passage) string {
	ids := make([]string, len(list))
	for i, p := range list {
		ids[i] = p.Statement.ID
	}
	return strings.Join(ids, " ")
}

// quotations are the passages themselves in one field of a table.
func quotations(list []questions.Passage) string {
	texts := make([]string, len(list))
	for i, p := range list {
		texts[i] = p.Statement.Evidence
	}
	return strings.Join(texts, " | ")
}
