package exported

import (
	"fmt"
	"strconv"

	"github.com/stancegraph/stancegraph/schema"
)

// statementColumns reads the table of statements, see export.Columns.
var statementColumns = columns[schema.Statement]{
	{"id", text(func(s *schema.Statement) *string { return &s.ID })},
	{"date", date(func(s *schema.Statement) *schema.Date { return &s.Date })},
	{"earliest", nil},
	{"latest", nil},
	{"date_basis", word(func(s *schema.Statement) *schema.DateBasis { return &s.DateBasis })},
	{"actor", text(func(s *schema.Statement) *string { return &s.Actor })},
	{"actor_label", nil},
	{"on_behalf_of", text(func(s *schema.Statement) *string { return &s.OnBehalfOf })},
	{"signatories", texts(func(s *schema.Statement) *[]string { return &s.Signatories })},
	{"issue", text(func(s *schema.Statement) *string { return &s.Issue })},
	{"proposition", text(func(s *schema.Statement) *string { return &s.Proposition })},
	{"proposition_label", nil},
	{"stance", stance},
	{"condition", text(func(s *schema.Statement) *string { return &s.Condition })},
	{"act", word(func(s *schema.Statement) *schema.Act { return &s.Act })},
	{"mode", word(func(s *schema.Statement) *schema.Mode { return &s.Mode })},
	{"evidence", text(func(s *schema.Statement) *string { return &s.Evidence })},
	{"start", count(func(s *schema.Statement) *int { return &s.Start })},
	{"end", count(func(s *schema.Statement) *int { return &s.End })},
	{"via", texts(func(s *schema.Statement) *[]string { return &s.Via })},
	{"doc", text(func(s *schema.Statement) *string { return &s.Doc })},
	{"source", text(func(s *schema.Statement) *string { return &s.Source })},
	{"title", nil},
	{"outlet", nil},
	{"published", nil},
	{"url", nil},
	{"source_kind", nil},
	{"coder", text(func(s *schema.Statement) *string { return &s.Coder })},
	{"confidence", decimal(func(s *schema.Statement) *float64 { return &s.Confidence })},
	{"status", word(func(s *schema.Statement) *schema.Status { return &s.Status })},
	{"left_out", nil},
	{"reviewer", text(func(s *schema.Statement) *string { return &s.Reviewer })},
	{"reason", text(func(s *schema.Statement) *string { return &s.Reason })},
	{"revises", text(func(s *schema.Statement) *string { return &s.Revises })},
	{"codebook", text(func(s *schema.Statement) *string { return &s.Codebook })},
	{"variables", object(func(s *schema.Statement) *map[string]string { return &s.Variables })},
	{"trace", texts(func(s *schema.Statement) *[]string { return &s.Trace })},
}

func stance(s *schema.Statement, text string) error {
	x, err := strconv.ParseFloat(text, 64)
	if err == nil {
		s.Stance, err = schema.StanceOf(x)
	}
	if err != nil {
		return fmt.Errorf("expected one of -1, -0.5, 0, 0.5, 1")
	}
	return nil
}

// sourceRow is a source and where its text lies.
type sourceRow struct {
	schema.Source
	textFile string
}

var sourceColumns = columns[sourceRow]{
	{"id", text(func(s *sourceRow) *string { return &s.ID })},
	{"doc", text(func(s *sourceRow) *string { return &s.Doc })},
	{"title", text(func(s *sourceRow) *string { return &s.Title })},
	{"author", text(func(s *sourceRow) *string { return &s.Author })},
	{"outlet", text(func(s *sourceRow) *string { return &s.Outlet })},
	{"url", text(func(s *sourceRow) *string { return &s.URL })},
	{"kind", text(func(s *sourceRow) *string { return &s.Kind })},
	{"lang", text(func(s *sourceRow) *string { return &s.Lang })},
	{"published", date(func(s *sourceRow) *schema.Date { return &s.Published })},
	{"published_earliest", nil},
	{"published_latest", nil},
	{"page_date", date(func(s *sourceRow) *schema.Date { return &s.PageDate })},
	{"date_rule", text(func(s *sourceRow) *string { return &s.DateRule })},
	{"retrieved", date(func(s *sourceRow) *schema.Date { return &s.Retrieved })},
	{"reader", text(func(s *sourceRow) *string { return &s.Reader })},
	{"status", word(func(s *sourceRow) *schema.SourceStatus { return &s.Status })},
	{"note", text(func(s *sourceRow) *string { return &s.Note })},
	{"rights", word(func(s *sourceRow) *schema.Rights { return &s.Rights })},
	{"extracted", texts(func(s *sourceRow) *[]string { return &s.Extracted })},
	{"near_to", texts(func(s *sourceRow) *[]string { return &s.NearTo })},
	{"text_file", text(func(s *sourceRow) *string { return &s.textFile })},
}

var annotationColumns = columns[schema.Annotation]{
	{"id", text(func(a *schema.Annotation) *string { return &a.ID })},
	{"doc", text(func(a *schema.Annotation) *string { return &a.Doc })},
	{"source", text(func(a *schema.Annotation) *string { return &a.Source })},
	{"start", count(func(a *schema.Annotation) *int { return &a.Start })},
	{"end", count(func(a *schema.Annotation) *int { return &a.End })},
	{"evidence", text(func(a *schema.Annotation) *string { return &a.Evidence })},
	{"type", text(func(a *schema.Annotation) *string { return &a.Type })},
	{"coder", text(func(a *schema.Annotation) *string { return &a.Coder })},
	{"date", date(func(a *schema.Annotation) *schema.Date { return &a.Date })},
	{"earliest", nil},
	{"latest", nil},
	{"reason", text(func(a *schema.Annotation) *string { return &a.Reason })},
	{"variables", object(func(a *schema.Annotation) *map[string]string { return &a.Variables })},
}

// codebookRow is where the file of a codebook lies.
type codebookRow struct{ file, name, version string }

var codebookColumns = columns[codebookRow]{
	{"file", text(func(c *codebookRow) *string { return &c.file })},
	{"name", text(func(c *codebookRow) *string { return &c.name })},
	{"version", text(func(c *codebookRow) *string { return &c.version })},
	{"title", nil},
}
