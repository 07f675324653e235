package server

import (
	"io"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// statementHead are the columns of a list of statements, one statement a row.
var statementHead = []string{
	"id", "actor", "on_behalf_of", "signatories", "issue", "proposition", "stance", "condition", "act", "date", "date_basis", "mode", "via",
	"evidence", "start", "end", "source", "doc", "coder", "confidence", "status", "codebook", "revises", "reason",
}

func statementRow(s *schema.Statement) []string {
	return []string{
		s.ID, s.Actor, s.OnBehalfOf, strings.Join(s.Signatories, "; "), s.Issue, s.Proposition, s.Stance.String(), s.Condition,
		string(s.Act), s.Date.String(), string(s.DateBasis), string(s.Mode), strings.Join(s.Via, "; "),
		s.Evidence, strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Source, s.Doc, s.Coder,
		strconv.FormatFloat(s.Confidence, 'g', -1, 64), string(s.Status), s.Codebook, s.Revises, s.Reason,
	}
}

func writeStatements(w io.Writer, list []*schema.Statement) error {
	t := table{head: statementHead}
	for _, s := range list {
		t.rows = append(t.rows, statementRow(s))
	}
	return t.write(w)
}
