package verify

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// TableFiles are the two files of a comparison table as export.TableCSV and
// export.TableNotesCSV write them.
type TableFiles struct {
	Cells, Notes         io.Reader
	CellsName, NotesName string
}

// Table checks a comparison table: the table is asked for again, by the rows
// and columns that the file has and the filter that it was made with, and every
// cell and note is compared; every note is looked up in its source. Cells are
// what is counted. The error is one of reading, or of a file that is no
// comparison table.
func Table(s *ledger.Snapshot, f questions.Filter, files TableFiles) (Report, error) {
	cells, err := readTable(files.Cells, files.CellsName, "row")
	if err != nil {
		return Report{}, err
	}
	notes, err := readTable(files.Notes, files.NotesName, "note")
	if err != nil {
		return Report{}, err
	}
	c := newChecker(s)
	c.report.Checked = len(cells.rows)
	if rule := cells.column("rule"); len(rule) > 0 && f.Rule == "" {
		f.Rule = rule[0]
	}
	again, err := questions.BuildTable(c.shown, f, cells.spec(s))
	if err != nil { // a row, column or rule that was changed to one that does not exist
		c.report.Problems = schema.Problems{{File: files.CellsName, Expected: err.Error()}}
		return c.report, nil
	}
	c.report.Problems = cells.differ(func(w io.Writer) error { return export.TableCSV(w, again) }, "row", "column")
	c.report.Problems = append(c.report.Problems, notes.differ(func(w io.Writer) error { return export.TableNotesCSV(w, again) }, "note")...)
	c.passages(notes, "quotation")
	return c.report, nil
}

// spec reads off the file which rows and columns the table was asked for.
func (f csvFile) spec(s *ledger.Snapshot) questions.TableSpec {
	var spec questions.TableSpec
	for _, id := range f.column("row") {
		if p, ok := s.Codebook.Proposition(id); ok {
			id, spec.Open = p.Issues[0], true
		}
		if !slices.Contains(spec.Issues, id) {
			spec.Issues = append(spec.Issues, id)
		}
	}
	seen := map[string]bool{}
	for _, column := range f.column("column") {
		if !seen[column] {
			seen[column] = true
			spec.Who = append(spec.Who, tableColumn(column))
		}
	}
	return spec
}

// tableColumn reads "actor" or "actor 2025-05-19".
func tableColumn(text string) questions.TableColumn {
	actor, date, dated := strings.Cut(text, " ")
	if day, err := schema.ParseDay(date); dated && err == nil {
		return questions.TableColumn{Actor: actor, AsOf: &day}
	}
	return questions.TableColumn{Actor: text} // an unregistered actor may have blanks in its name
}

// StatementsCSV checks a CSV of statements as export.CSV writes it, made with
// the given filter.
func StatementsCSV(s *ledger.Snapshot, f questions.Filter, r io.Reader, name string) (Report, error) {
	file, err := readTable(r, name, "id")
	if err != nil {
		return Report{}, err
	}
	c := newChecker(s)
	c.report.Checked = len(file.rows)
	c.report.Problems = file.differ(func(w io.Writer) error { return export.CSV(w, c.shown, f) }, "id")
	c.passages(file, "evidence")
	return c.report, nil
}

// passages looks every quotation of a file up in its source.
func (c *checker) passages(f csvFile, column string) {
	quotation, source, start, end := f.column(column), f.column("source"), f.column("start"), f.column("end")
	for i := range f.rows {
		from, errFrom := strconv.Atoi(start[i])
		to, errTo := strconv.Atoi(end[i])
		if errFrom != nil || errTo != nil {
			continue // named already: it differs from the store
		}
		for _, p := range c.passage(source[i], from, to, quotation[i]) {
			p.File, p.Line = f.name, f.line[i]
			c.report.Problems = append(c.report.Problems, p)
		}
	}
}
