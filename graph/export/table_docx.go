package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// TableDOCX writes a comparison table for word processors (Office Open XML,
// ECMA-376): a real table whose source notes are real footnotes. Same table,
// same bytes.
func TableDOCX(w io.Writer, t questions.Table, cb *schema.Codebook, p Provenance) error {
	z := zip.NewWriter(w)
	d := docx{notes: t.Notes, cb: cb}
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxRelations},
		{"word/_rels/document.xml.rels", docxDocumentRelations},
		{"word/styles.xml", docxStyles},
		{"word/document.xml", d.document(t, p)},
		{"word/footnotes.xml", d.footnotes()},
	} {
		// A fixed header: the time of writing must not change the bytes.
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate})
		if err != nil {
			return fmt.Errorf("write docx: %w", err)
		}
		if _, err := io.WriteString(f, part.content); err != nil {
			return fmt.Errorf("write docx: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write docx: %w", err)
	}
	return nil
}

// docx builds the parts. A footnote has one place: where a note is cited
// again, its number is printed, and only the first time it is the footnote.
type docx struct {
	notes []questions.Note
	cb    *schema.Codebook
	cited map[int]bool
}

func (d *docx) document(t questions.Table, p Provenance) string {
	d.cited = map[int]bool{}
	var b strings.Builder
	b.WriteString(docxHead + `<w:document ` + docxNamespaces + `><w:body>`)
	b.WriteString(paragraph("Heading1", run(p.Title, "")))
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>`)
	b.WriteString(strings.Repeat(`<w:gridCol/>`, len(t.Columns)+1) + `</w:tblGrid>`)
	b.WriteString(`<w:tr><w:trPr><w:tblHeader/></w:trPr>`)
	for _, h := range tableHeads(t) {
		b.WriteString(tableCell(paragraph("", run(h, "<w:b/>"))))
	}
	b.WriteString(`</w:tr>`)
	for _, r := range t.Rows {
		b.WriteString(`<w:tr>` + tableCell(paragraph("", run(r.Label, "<w:b/>"))))
		for _, c := range r.Cells {
			b.WriteString(tableCell(d.cell(c)))
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>` + paragraph("", run(p.Sentence(), "<w:sz w:val=\"16\"/>")))
	b.WriteString(`<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return b.String()
}

func (d *docx) cell(c questions.TableCell) string {
	var b strings.Builder
	for _, p := range phrases(c) {
		runs := run(p.Head+": ", "<w:i/>")
		for i, it := range p.Items {
			if i > 0 {
				runs += run("; ", "")
			}
			runs += run(it.Text, "")
			for j, n := range it.Notes {
				if j > 0 {
					runs += run(",", superscript) // 8 and 9 are not 89
				}
				runs += d.reference(n)
			}
		}
		b.WriteString(paragraph("", runs))
	}
	if b.Len() == 0 {
		return paragraph("", run(nothing(c), "<w:i/>"))
	}
	return b.String()
}

const superscript = `<w:vertAlign w:val="superscript"/>`

// reference cites a note. Footnote IDs begin at 2: 0 and 1 are the separators.
func (d *docx) reference(n int) string {
	if d.cited[n] {
		return run(fmt.Sprintf("%d", n), superscript)
	}
	d.cited[n] = true
	return fmt.Sprintf(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, n+1)
}

func (d *docx) footnotes() string {
	var b strings.Builder
	b.WriteString(docxHead + `<w:footnotes ` + docxNamespaces + `>` +
		`<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
		`<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for _, n := range d.notes {
		mark := `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>`
		fmt.Fprintf(&b, `<w:footnote w:id="%d">%s</w:footnote>`, n.Number+1, paragraph("FootnoteText", mark+run(" "+citation(n, d.cb), "")))
	}
	return b.String() + `</w:footnotes>`
}

func tableCell(content string) string { return `<w:tc><w:tcPr/>` + content + `</w:tc>` }

func paragraph(style, runs string) string {
	if style != "" {
		style = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	return `<w:p>` + style + runs + `</w:p>`
}

func run(text, properties string) string {
	if properties != "" {
		properties = `<w:rPr>` + properties + `</w:rPr>`
	}
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + b.String() + `</w:t></w:r>`
}
