package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/officetest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

const tableCodebook = `
codebook: harbour
version: 1
issues:
  - id: dredging
    label: Dredging
    propositions:
      - {id: deepen, label: The fairway is deepened}
      - {id: night, label: "Work at night | at <once>"}
  - {id: budget, label: Budget, propositions: [{id: loan, label: A loan}]}
actors:
  - {id: port, type: organisation, label: Port of Ålesund}
  - {id: siv, type: person, label: Siv Åsen, member_of: [port]}
  - {id: town, type: organisation, label: =Town}
`

const tableText = "Siv Åsen wants a deeper fairway, if the state pays. She refuses night work. The town is for a loan of 5 % & more."

// comparison is a small table in which every kind of cell occurs.
func comparison(t *testing.T) (questions.Table, *schema.Codebook, export.Provenance) {
	t.Helper()
	cb, err := schema.LoadCodebook("harbour.yaml", []byte(tableCodebook))
	if err != nil {
		t.Fatal(err)
	}
	src := schema.Source{ID: schema.HashText(tableText), Doc: "a.txt", Title: "=A deeper fairway", Outlet: "Sunnmøre_Gazette", Text: tableText, Published: schema.MustDate("2024-05-04")}
	at := func(sentence string) (start, end int) {
		before, _, _ := strings.Cut(tableText, sentence)
		return len([]rune(before)), len([]rune(before)) + len([]rune(sentence))
	}
	statement := func(sentence, actor, proposition string, stance schema.Stance, condition string) schema.Statement {
		p, _ := cb.Proposition(proposition)
		s := schema.Statement{Doc: "a.txt", Source: src.ID, Evidence: sentence, Actor: actor, Issue: p.Issues[0], Proposition: proposition,
			Stance: stance, Condition: condition, Act: schema.ActSupport, Date: schema.MustDate("2024-05-03"), DateBasis: schema.DateStated, Mode: schema.ModeIndirect,
			Via: []string{"NTB"}, Coder: "anna", Confidence: 1, Status: schema.StatusAccepted, Codebook: "harbour/1"}
		s.Start, s.End = at(sentence)
		s.ID = s.DeriveID()
		return s
	}
	s := ledger.Build(cb, []schema.Source{src}, []schema.Statement{
		statement("Siv Åsen wants a deeper fairway, if the state pays.", "siv", "deepen", schema.ConditionalSupport, "if the state pays"),
		statement("She refuses night work.", "siv", "night", schema.Oppose, ""),
		statement("The town is for a loan of 5 % & more.", "town", "loan", schema.Support, ""),
	})
	table, err := questions.BuildTable(s, questions.Filter{}, questions.TableSpec{Who: []questions.TableColumn{{Actor: "port"}, {Actor: "town"}}})
	if err != nil {
		t.Fatal(err)
	}
	return table, cb, export.Provenance{Title: "Positions_compared", DataVersion: s.Version, Codebook: cb.Ref(), AsOf: table.AsOf, Rule: table.Rule, Program: "stancegraph test", Command: "stancegraph table"}
}

func TestTableCSV(t *testing.T) {
	t.Parallel()
	table, _, _ := comparison(t)
	rows := csvRows(t, func(w io.Writer) error { return export.TableCSV(w, table) })
	want := []string{"dredging", "port", "Conditionally for: The fairway is deepened (if the state pays). Against: Work at night | at <once>.",
		"", "", "latest", "2", "2", "2024-05-03", "2024-05-03", "1 2"}
	for i, cell := range want {
		if rows[1][i] != cell {
			t.Errorf("column %s: got %q, want %q", rows[0][i], rows[1][i], cell)
		}
	}
	if len(rows) != 5 || len(strings.Fields(rows[1][11])) != 2 || rows[2][2] != "no statement" {
		t.Errorf("rows: %q", rows)
	}
	notes := csvRows(t, func(w io.Writer) error { return export.TableNotesCSV(w, table) })
	if len(notes) != 4 || notes[1][2] != "Siv Åsen wants a deeper fairway, if the state pays." || notes[1][6] != "Sunnmøre_Gazette" || notes[1][7] != `["NTB"]` {
		t.Errorf("notes: %q", notes)
	}
}

func csvRows(t *testing.T, write func(io.Writer) error) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestTableTextFormats(t *testing.T) {
	t.Parallel()
	table, cb, p := comparison(t)
	for name, c := range map[string]struct {
		write func(io.Writer, questions.Table, *schema.Codebook, export.Provenance) error
		want  []string
		never string
	}{
		"markdown": {export.TableMarkdown, []string{"| Issue | Port of Ålesund | =Town |", `*Against:* Work at night \| at &lt;once>[^2]`, "[^1]: “Siv Åsen wants", "data version"}, "<once>"},
		"html":     {export.TableHTML, []string{`<th scope="row">Dredging</th>`, `<a href="#note-2">2</a>`, `<li id="note-1" value="1">“Siv Åsen`, "Work at night | at &lt;once&gt;"}, "<once>"},
		"latex":    {export.TableLaTeX, []string{`\toprule`, `\footnotemark[2]`, `5 \% \& more`, `Sunnmøre\_Gazette`, `\textbf{Port of Ålesund}`}, "5 %"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var b, again bytes.Buffer
			if err := c.write(&b, table, cb, p); err != nil {
				t.Fatal(err)
			}
			if err := c.write(&again, table, cb, p); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
				t.Errorf("not the same bytes (%v)", err)
			}
			for _, want := range c.want {
				if !strings.Contains(b.String(), want) {
					t.Errorf("no %q in\n%s", want, b.String())
				}
			}
			if strings.Contains(b.String(), c.never) {
				t.Errorf("%q is not escaped in\n%s", c.never, b.String())
			}
		})
	}
}

func TestTableXLSX(t *testing.T) {
	t.Parallel()
	table, cb, p := comparison(t)
	first, second := written(t, table, cb, p, export.TableXLSX), written(t, table, cb, p, export.TableXLSX)
	if !bytes.Equal(first, second) {
		t.Error("not the same bytes")
	}
	x, err := excelize.OpenReader(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(x.GetSheetList(), " "); got != "Table Evidence Codebook About" {
		t.Errorf("sheets %s", got)
	}
	for cell, want := range map[string]string{"A2": "Dredging", "B2": "Conditionally for: The fairway is deepened (if the state pays) [1]. Against: Work at night | at <once> [2].", "C1": "=Town"} {
		if got, err := x.GetCellValue("Table", cell); err != nil || got != want {
			t.Errorf("%s: %q (%v), want %q", cell, got, err, want)
		}
		if formula, _ := x.GetCellFormula("Table", cell); formula != "" {
			t.Errorf("%s is a formula", cell)
		}
	}
	if got, _ := x.GetCellValue("Evidence", "B4"); got != "The town is for a loan of 5 % & more." {
		t.Errorf("the evidence of note 3 is %q", got)
	}
}

func TestTableDOCXHasRealFootnotes(t *testing.T) {
	t.Parallel()
	table, cb, p := comparison(t)
	data := written(t, table, cb, p, export.TableDOCX)
	if !bytes.Equal(data, written(t, table, cb, p, export.TableDOCX)) {
		t.Error("not the same bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal(part, new(struct{ XMLName xml.Name })); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if f.Name == "word/document.xml" && bytes.Count(part, []byte("<w:footnoteReference ")) != 3 {
			t.Errorf("expected three footnotes in\n%s", part)
		}
		if f.Name == "word/footnotes.xml" && !bytes.Contains(part, []byte("5 % &amp; more.")) {
			t.Errorf("the third footnote is missing in\n%s", part)
		}
	}
}

// Two notes on one position are two numbers: 1 and 2 are not 12.
func TestTableKeepsNotesApart(t *testing.T) {
	t.Parallel()
	table, cb, p := comparison(t)
	table.Rows[0].Cells[0].Held[0].Notes = []int{1, 2}
	if got := written(t, table, cb, p, export.TableMarkdown); !bytes.Contains(got, []byte("[^1]<sup>,</sup>[^2]")) {
		t.Errorf("Markdown runs notes together:\n%s", got)
	}
	if got := written(t, table, cb, p, export.TableLaTeX); !bytes.Contains(got, []byte(`\footnotemark[1]\textsuperscript{,}\footnotemark[2]`)) {
		t.Errorf("LaTeX runs notes together:\n%s", got)
	}
	office := written(t, table, cb, p, export.TableDOCX)
	z, err := zip.NewReader(bytes.NewReader(office), int64(len(office)))
	if err != nil {
		t.Fatal(err)
	}
	document, err := fs.ReadFile(z, "word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	const apart = `<w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">,</w:t></w:r>`
	if !bytes.Contains(document, []byte(apart)) {
		t.Errorf("docx: expected %s in\n%s", apart, document)
	}
}

// What an office makes of the files is the proof that they open: the cells of
// every sheet, and footnotes as footnotes.
func TestTableOpensInLibreOffice(t *testing.T) {
	t.Parallel()
	table, cb, p := comparison(t)
	dir := t.TempDir()
	const allSheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
	for name, c := range map[string]struct {
		write   func(io.Writer, questions.Table, *schema.Codebook, export.Provenance) error
		convert string
		has     map[string][]string // by the file that it becomes
	}{
		"table.docx": {export.TableDOCX, "html:HTML (StarWriter)", map[string][]string{
			"table.html": {"The fairway is deepened (if the state pays)", "She refuses night work.", `id="sdfootnote3"`},
		}},
		"sheet.xlsx": {export.TableXLSX, allSheets, map[string][]string{
			"sheet-Table.csv": {"The fairway is deepened (if the state pays)"}, "sheet-Evidence.csv": {"She refuses night work."},
			"sheet-Codebook.csv": {"The fairway is deepened"}, "sheet-About.csv": {p.DataVersion},
		}},
	} {
		if err := os.WriteFile(filepath.Join(dir, name), written(t, table, cb, p, c.write), 0o644); err != nil {
			t.Fatal(err)
		}
		officetest.Convert(t, filepath.Join(dir, name), c.convert)
		for file, texts := range c.has {
			text, err := os.ReadFile(filepath.Join(dir, file))
			text = bytes.Join(bytes.Fields(text), []byte(" ")) // it breaks lines as it likes
			for _, want := range texts {
				if err != nil || !bytes.Contains(text, []byte(want)) {
					t.Errorf("%s opens without %q as\n%s (%v)", name, want, text, err)
				}
			}
		}
	}
}

func written(t *testing.T, table questions.Table, cb *schema.Codebook, p export.Provenance, write func(io.Writer, questions.Table, *schema.Codebook, export.Provenance) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, table, cb, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
