package server

import (
	"io"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// writeComparison prints one cell a row.
func writeComparison(w io.Writer, c questions.Comparison) error {
	t := table{head: []string{
		"by", "left", "right", "actor", "label", "group", "issue", "proposition", "kind", "how", "possible",
		"left_value", "left_band", "left_n", "left_of", "left_statements", "left_evidence",
		"right_value", "right_band", "right_n", "right_of", "right_statements", "right_evidence",
	}}
	for _, one := range c.Changes {
		row := []string{
			string(c.By), c.Left, c.Right, one.Actor, one.Label, strconv.FormatBool(one.Group), one.Issue, one.Proposition,
			string(one.Kind), string(one.How), strconv.FormatBool(one.Possible),
		}
		t.rows = append(t.rows, append(append(row, sideFields(one.Left)...), sideFields(one.Right)...))
	}
	return t.write(w)
}

func sideFields(s *questions.Side) []string {
	if s == nil {
		return make([]string, 6)
	}
	p := s.Position
	return []string{numberOf(p.Value), string(p.Band), strconv.Itoa(p.N), strconv.Itoa(p.Of), passageIDs(s.Evidence), quotations(s.Evidence)}
}
