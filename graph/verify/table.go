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
// cell and note is compared; every note is looked up in its source. The number
// is how many cells were read. The error is one of reading, or of a file that
// is no comparison table.
func Table(s *ledger.Snapshot, f questions.Filter, files TableFiles) (int, schema.Problems, error) {
	cells, err := readTable(files.Cells, files.CellsName, "row")
	if err != nil {
		return 0, nil, err
	}
	notes, err := readTable(files.Notes, files.NotesName, "note")
	if err != nil {
		return 0, nil, err
	}
	if rule := cells.column("rule"); len(rule) > 0 && f.Rule == "" {
		f.Rule = rule[0]
	}
	again, err := questions.BuildTable(s, f, cells.spec(s))
	if err != nil { // a row, column or rule that was changed to one that does not exist
		return len(cells.rows), schema.Problems{{File: files.CellsName, Expected: err.Error()}}, nil
	}
	problems := cells.differ(func(w io.Writer) error { return export.TableCSV(w, again) }, "row", "column")
	problems = append(problems, notes.differ(func(w io.Writer) error { return export.TableNotesCSV(w, again) }, "note")...)
	return len(cells.rows), append(problems, notes.passages(s, "quotation")...), nil
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
func StatementsCSV(s *ledger.Snapshot, f questions.Filter, r io.Reader, name string) (int, schema.Problems, error) {
	file, err := readTable(r, name, "id")
	if err != nil {
		return 0, nil, err
	}
	problems := file.differ(func(w io.Writer) error { return export.CSV(w, s, f) }, "id")
	return len(file.rows), append(problems, file.passages(s, "evidence")...), nil
}

// passages looks every quotation up in its source.
func (f csvFile) passages(s *ledger.Snapshot, column string) schema.Problems {
	quotation, source, start, end := f.column(column), f.column("source"), f.column("start"), f.column("end")
	var problems schema.Problems
	for i := range f.rows {
		from, errFrom := strconv.Atoi(start[i])
		to, errTo := strconv.Atoi(end[i])
		if errFrom != nil || errTo != nil {
			continue // named already: it differs from the store
		}
		problems = append(problems, at(f.name, f.line[i], passage(s, source[i], from, to, quotation[i]))...)
	}
	return problems
}
