package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// TableXLSX writes a comparison table as a workbook: a sheet with the table,
// one with the evidence behind its notes, one with the codebook, and one that
// says how it was made. Texts are texts and never formulas; heads are frozen
// and can be filtered. Same table, same bytes.
func TableXLSX(w io.Writer, t questions.Table, cb *schema.Codebook, p Provenance) error {
	x := workbook{File: excelize.NewFile()}
	x.sheet("Table", tableHeads(t), tableCells(t))
	x.sheet("Evidence", []string{"note", "quotation", "actor", "on behalf of", "date", "mode", "relayed by", "outlet", "title", "address", "source", "start", "end", "statement"}, evidenceCells(t, cb))
	x.sheet("Codebook", []string{"issue", "proposition", "label", "definition"}, codebookCells(cb))
	x.sheet("About", []string{"what", "value"}, aboutCells(p))
	if x.err == nil {
		x.err = x.DeleteSheet("Sheet1")
	}
	if x.err == nil {
		x.err = x.Write(w)
	}
	if x.err != nil {
		return fmt.Errorf("write workbook: %w", x.err)
	}
	return nil
}

// workbook keeps the first error, so that writing reads as a list of sheets.
type workbook struct {
	*excelize.File
	err error
}

func (x *workbook) sheet(name string, head []string, rows [][]any) {
	first := make([]any, len(head))
	for i, h := range head {
		first[i] = h
	}
	x.do(func() error { _, err := x.NewSheet(name); return err })
	for i, row := range append([][]any{first}, rows...) {
		x.do(func() error { return x.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &row) })
	}
	x.do(func() error { return x.layout(name, len(head), len(rows)) })
}

func (x *workbook) do(step func() error) {
	if x.err == nil {
		x.err = step()
	}
}

// layout freezes and filters the head and wraps long texts.
func (x *workbook) layout(name string, columns, rows int) error {
	last, err := excelize.ColumnNumberToName(columns)
	if err != nil {
		return err
	}
	bold, err := x.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	wrap, err := x.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return x.SetColWidth(name, "A", last, 32) },
		func() error { return x.SetCellStyle(name, "A1", fmt.Sprintf("%s%d", last, rows+1), wrap) },
		func() error { return x.SetCellStyle(name, "A1", last+"1", bold) },
		func() error { return x.AutoFilter(name, fmt.Sprintf("A1:%s%d", last, rows+1), nil) },
		func() error {
			return x.SetPanes(name, &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"})
		},
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func tableCells(t questions.Table) [][]any {
	var rows [][]any
	for _, r := range t.Rows {
		row := []any{r.Label}
		for _, c := range r.Cells {
			row = append(row, plain(c, bracketed))
		}
		rows = append(rows, row)
	}
	return rows
}

// bracketed prints the numbers of notes as " [1, 2]".
func bracketed(numbers []int) string {
	if len(numbers) == 0 {
		return ""
	}
	return " " + strings.ReplaceAll(fmt.Sprint(numbers), " ", ", ")
}

func evidenceCells(t questions.Table, cb *schema.Codebook) [][]any {
	var rows [][]any
	for _, n := range t.Notes {
		st, src := n.Statement, n.Source
		if src == nil {
			src = &schema.Source{Doc: st.Doc}
		}
		rows = append(rows, []any{n.Number, st.Evidence, cb.ActorLabel(st.Actor), cb.ActorLabel(st.OnBehalfOf), st.Date.String(), string(st.Mode),
			strings.Join(st.Via, "; "), src.Outlet, src.Heading(), src.URL, st.Source, st.Start, st.End, st.ID})
	}
	return rows
}

func codebookCells(cb *schema.Codebook) [][]any {
	var rows [][]any
	for _, i := range cb.Issues {
		for _, p := range i.Propositions {
			rows = append(rows, []any{i.Label, p.ID, p.Label, p.Definition})
		}
	}
	return rows
}

func aboutCells(p Provenance) [][]any {
	rows := [][]any{{"title", p.Title}}
	for _, l := range p.Lines() {
		rows = append(rows, []any{l[0], l[1]})
	}
	return rows
}
