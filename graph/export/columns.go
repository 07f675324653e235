package export

import (
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// Column is one column of the CSV of statements.
type Column struct {
	Name string
	Help string // what stands in it

	numeric bool // printed as it is: a leading minus is a number's
	value   func(row) string
}

// row is a statement with what it refers to.
type row struct {
	*schema.Statement
	snapshot *ledger.Snapshot
	source   *schema.Source // nil where only a citation of it is known
}

// Columns lists the columns of the CSV of statements, in order.
func Columns() []Column { return slices.Clone(columns) }

var columns = []Column{
	{Name: "id", Help: "the statement", value: func(r row) string { return r.ID }},
	{Name: "date", Help: "when the stance was expressed, in EDTF; empty when unknown", value: func(r row) string { return r.Date.String() }},
	{Name: "earliest", Help: "the first day that the date may mean, YYYY-MM-DD; empty when open", value: func(r row) string { return day(r.Date.Earliest()) }},
	{Name: "latest", Help: "the last day that the date may mean, YYYY-MM-DD; empty when open", value: func(r row) string { return day(r.Date.Latest()) }},
	{Name: "date_basis", Help: "stated or article", value: func(r row) string { return string(r.DateBasis) }},
	{Name: "actor", Help: "who takes the stance, by ID", value: func(r row) string { return r.Actor }},
	{Name: "actor_label", Help: "the actor's name", value: func(r row) string { return r.snapshot.Codebook.ActorLabel(r.Actor) }},
	{Name: "on_behalf_of", Help: "who is spoken for, by ID", value: func(r row) string { return r.OnBehalfOf }},
	{Name: "signatories", Help: "who signed a joint statement, a JSON list of IDs", value: func(r row) string { return list(r.Signatories) }},
	{Name: "issue", Help: "the issue, by ID", value: func(r row) string { return r.Issue }},
	{Name: "proposition", Help: "what the stance is towards, by ID", value: func(r row) string { return r.Proposition }},
	{Name: "proposition_label", Help: "the proposition in words", value: func(r row) string { return propositionLabel(r) }},
	{Name: "stance", Help: "-1 opposes, -0.5, 0 undecided, 0.5, 1 supports", numeric: true, value: func(r row) string { return number(r.Stance.Value()) }},
	{Name: "condition", Help: "the condition in the text's words", value: func(r row) string { return r.Condition }},
	{Name: "act", Help: "the speech act", value: func(r row) string { return string(r.Act) }},
	{Name: "mode", Help: "quote, indirect, document, action or narrative", value: func(r row) string { return string(r.Mode) }},
	{Name: "evidence", Help: "the passage, exactly as in the source, or a citation", value: func(r row) string { return r.Evidence }},
	{Name: "start", Help: "where the passage begins in the text as read, in code points", numeric: true, value: func(r row) string { return strconv.Itoa(r.Start) }},
	{Name: "end", Help: "where it ends, exclusive; start equals end for a citation", numeric: true, value: func(r row) string { return strconv.Itoa(r.End) }},
	{Name: "via", Help: "who relayed it, nearest first, a JSON list", value: func(r row) string { return list(r.Via) }},
	{Name: "doc", Help: "the file name of the source", value: func(r row) string { return r.Doc }},
	{Name: "source", Help: "the SHA-256 of the source's text", value: func(r row) string { return r.Source }},
	{Name: "title", Help: "the source's title", value: ofSource(func(s *schema.Source) string { return s.Title })},
	{Name: "outlet", Help: "who published the source", value: ofSource(func(s *schema.Source) string { return s.Outlet })},
	{Name: "published", Help: "when the source was published, in EDTF", value: ofSource(func(s *schema.Source) string { return s.Published.String() })},
	{Name: "url", Help: "the source's address", value: ofSource(func(s *schema.Source) string { return s.URL })},
	{Name: "source_kind", Help: "article, digest, speech or document", value: ofSource(func(s *schema.Source) string { return s.Kind })},
	{Name: "coder", Help: "who coded it: a person, or program/version", value: func(r row) string { return r.Coder }},
	{Name: "confidence", Help: "0 to 1", numeric: true, value: func(r row) string { return number(r.Confidence) }},
	{Name: "status", Help: "proposed, accepted or rejected", value: func(r row) string { return string(r.Status) }},
	{Name: "left_out", Help: "why it does not count by default; empty when it counts", value: leftOut},
	{Name: "reviewer", Help: "who accepted or rejected it, where not the coder", value: func(r row) string { return r.Reviewer }},
	{Name: "reason", Help: "why it was rejected or revised", value: func(r row) string { return r.Reason }},
	{Name: "revises", Help: "the statement that it corrects", value: func(r row) string { return r.Revises }},
	{Name: "codebook", Help: "name/version", value: func(r row) string { return r.Codebook }},
	{Name: "variables", Help: "what an import brought along, a JSON object", value: variables},
}

func leftOut(r row) string { return string(questions.ReasonFor(r.snapshot.Standing(r.Statement))) }

func variables(r row) string {
	if len(r.Variables) == 0 {
		return ""
	}
	return encode(r.Variables)
}

func propositionLabel(r row) string {
	if p, ok := r.snapshot.Codebook.Proposition(r.Proposition); ok {
		return p.Label
	}
	return r.Proposition
}

func ofSource(value func(*schema.Source) string) func(row) string {
	return func(r row) string {
		if r.source == nil {
			return ""
		}
		return value(r.source)
	}
}

func day(d schema.Day) string {
	if d == schema.MinDay || d == schema.MaxDay {
		return ""
	}
	return d.String()
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
