package export

import (
	"strconv"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// row is a statement with what it refers to.
type row struct {
	*schema.Statement
	snapshot *ledger.Snapshot
	source   *schema.Source // nil where only a citation of it is known
	standing ledger.Standing
}

// Columns lists the columns of the CSV of statements, in order.
func Columns() []Column { return columnsOf(columns) }

var columns = []columnOf[row]{
	{Column{Name: "id", Help: "the statement", Type: TypeText, Pattern: uuidWords, Required: true}, func(r row) string { return r.ID }},
	{Column{Name: "date", Help: "when the stance was expressed, in EDTF; empty when unknown", Type: TypeText, Pattern: edtf}, func(r row) string { return r.Date.String() }},
	{Column{Name: "earliest", Help: "the first day that the date may mean, YYYY-MM-DD; empty when open", Type: TypeDate, Derived: true}, func(r row) string { return day(r.Date.Earliest()) }},
	{Column{Name: "latest", Help: "the last day that the date may mean, YYYY-MM-DD; empty when open", Type: TypeDate, Derived: true}, func(r row) string { return day(r.Date.Latest()) }},
	{Column{Name: "date_basis", Help: "stated or article", Type: TypeText, Pattern: words(schema.DateBases), Required: true}, func(r row) string { return string(r.DateBasis) }},
	{Column{Name: "actor", Help: "who takes the stance, by ID", Type: TypeText, Required: true}, func(r row) string { return r.Actor }},
	{Column{Name: "actor_label", Help: "the actor's name", Type: TypeText, Derived: true}, func(r row) string { return r.snapshot.Codebook.ActorLabel(r.Actor) }},
	{Column{Name: "on_behalf_of", Help: "who is spoken for, by ID", Type: TypeText}, func(r row) string { return r.OnBehalfOf }},
	{Column{Name: "signatories", Help: "who signed a joint statement, a JSON list of IDs", Type: TypeJSON}, func(r row) string { return list(r.Signatories) }},
	{Column{Name: "issue", Help: "the issue, by ID", Type: TypeText, Required: true}, func(r row) string { return r.Issue }},
	{Column{Name: "proposition", Help: "what the stance is towards, by ID", Type: TypeText, Required: true}, func(r row) string { return r.Proposition }},
	{Column{Name: "proposition_label", Help: "the proposition in words", Type: TypeText, Derived: true}, func(r row) string { return r.snapshot.Codebook.PropositionLabel(r.Proposition) }},
	{Column{Name: "stance", Help: "-1 opposes, -0.5, 0 undecided, 0.5, 1 supports", Type: TypeDecimal, Required: true}, func(r row) string { return number(r.Stance.Value()) }},
	{Column{Name: "condition", Help: "the condition in the text's words", Type: TypeText}, func(r row) string { return r.Condition }},
	{Column{Name: "act", Help: "the speech act", Type: TypeText, Pattern: words(schema.Acts), Required: true}, func(r row) string { return string(r.Act) }},
	{Column{Name: "mode", Help: "quote, indirect, document, action or narrative", Type: TypeText, Pattern: words(schema.Modes), Required: true}, func(r row) string { return string(r.Mode) }},
	{Column{Name: "evidence", Help: "the passage, exactly as in the source, or a citation", Type: TypeText, Required: true}, func(r row) string { return r.Evidence }},
	{Column{Name: "start", Help: "where the passage begins in the text as read, in code points", Type: TypeCount, Required: true}, func(r row) string { return strconv.Itoa(r.Start) }},
	{Column{Name: "end", Help: "where it ends, exclusive; start equals end for a citation", Type: TypeCount, Required: true}, func(r row) string { return strconv.Itoa(r.End) }},
	{Column{Name: "via", Help: "who relayed it, nearest first, a JSON list", Type: TypeJSON}, func(r row) string { return list(r.Via) }},
	{Column{Name: "doc", Help: "the file name of the source", Type: TypeText}, func(r row) string { return r.Doc }},
	{Column{Name: "source", Help: "the SHA-256 of the source's text", Type: TypeText, Pattern: hash, Required: true}, func(r row) string { return r.Source }},
	{Column{Name: "title", Help: "the source's title", Type: TypeText, Derived: true}, ofSource(func(s *schema.Source) string { return s.Title })},
	{Column{Name: "outlet", Help: "who published the source", Type: TypeText, Derived: true}, ofSource(func(s *schema.Source) string { return s.Outlet })},
	{Column{Name: "published", Help: "when the source was published, in EDTF", Type: TypeText, Pattern: edtf, Derived: true}, ofSource(func(s *schema.Source) string { return s.Published.String() })},
	{Column{Name: "url", Help: "the source's address", Type: TypeText, Derived: true}, ofSource(func(s *schema.Source) string { return s.URL })},
	{Column{Name: "source_kind", Help: "article, digest, speech or document", Type: TypeText, Derived: true}, ofSource(func(s *schema.Source) string { return s.Kind })},
	{Column{Name: "coder", Help: "who coded it: a person, or program/version", Type: TypeText, Required: true}, func(r row) string { return r.Coder }},
	{Column{Name: "confidence", Help: "0 to 1", Type: TypeDecimal, Required: true}, func(r row) string { return number(r.Confidence) }},
	{Column{Name: "status", Help: "proposed, accepted or rejected", Type: TypeText, Pattern: words(schema.Statuses), Required: true}, func(r row) string { return string(r.Status) }},
	{Column{Name: "left_out", Help: "why it does not count by default; empty when it counts", Type: TypeText, Derived: true}, leftOut},
	{Column{Name: "reviewer", Help: "who accepted or rejected it, where not the coder", Type: TypeText}, func(r row) string { return r.Reviewer }},
	{Column{Name: "reason", Help: "why it was rejected or revised", Type: TypeText}, func(r row) string { return r.Reason }},
	{Column{Name: "revises", Help: "the statement that it corrects", Type: TypeText}, func(r row) string { return r.Revises }},
	{Column{Name: "codebook", Help: "name/version", Type: TypeText, Required: true}, func(r row) string { return r.Codebook }},
	{Column{Name: "variables", Help: "what an import brought along, a JSON object", Type: TypeJSON}, variables},
	{Column{Name: "trace", Help: "how the coder arrived at it, a JSON list", Type: TypeJSON}, func(r row) string { return list(r.Trace) }},
}

func leftOut(r row) string { return string(questions.ReasonFor(r.standing)) }

func variables(r row) string {
	if len(r.Variables) == 0 {
		return ""
	}
	return encode(r.Variables)
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
