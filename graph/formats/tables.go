package formats

import (
	"io"
	"slices"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// Table is a format that comparison tables are written in.
type Table struct {
	Name      string
	Help      string // one line: what it is for
	Extension string // of its files, with its dot
	MediaType string
	Binary    bool // it is not for a terminal

	Write func(io.Writer, questions.Table, *schema.Codebook, export.Provenance) error
}

// Tables lists the formats of tables, in the order in which they are offered.
func Tables() []Table { return slices.Clone(tables) }

var tables = []Table{
	{"md", "Markdown, with footnotes", ".md", "text/markdown", false, export.TableMarkdown},
	{"html", "a page of its own", ".html", "text/html", false, export.TableHTML},
	{"latex", "LaTeX, with the packages that it names", ".tex", "application/x-latex", false, export.TableLaTeX},
	{"xlsx", "Excel, LibreOffice Calc", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true, export.TableXLSX},
	{"docx", "Word, LibreOffice Writer, with footnotes", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", true, export.TableDOCX},
	{"csv", "one cell a row, without the notes", ".csv", "text/csv", false,
		func(w io.Writer, t questions.Table, _ *schema.Codebook, _ export.Provenance) error {
			return export.TableCSV(w, t)
		}},
}
