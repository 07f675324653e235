package export

import (
	"bufio"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// TableMarkdown writes a comparison table in Markdown with footnotes.
func TableMarkdown(w io.Writer, t questions.Table, cb *schema.Codebook, p Provenance) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "## %s\n\n|", markdown.Replace(p.Title))
	for _, head := range tableHeads(t) {
		fmt.Fprintf(b, " %s |", markdown.Replace(head))
	}
	fmt.Fprintf(b, "\n|%s\n", strings.Repeat(" --- |", len(t.Columns)+1))
	for _, r := range t.Rows {
		fmt.Fprintf(b, "| **%s** |", markdown.Replace(r.Label))
		for _, cell := range r.Cells {
			fmt.Fprintf(b, " %s |", markdownCell(cell))
		}
		fmt.Fprintln(b)
	}
	fmt.Fprintln(b)
	for _, n := range t.Notes {
		fmt.Fprintf(b, "[^%d]: %s\n", n.Number, markdown.Replace(citation(n, cb)))
	}
	fmt.Fprintf(b, "\n%s\n", markdown.Replace(p.Sentence()))
	return flush("table", b)
}

func markdownCell(c questions.TableCell) string {
	var sentences []string
	for _, p := range phrases(c) {
		var items []string
		for _, i := range p.Items {
			text := markdown.Replace(i.Text)
			for j, n := range i.Notes {
				if j > 0 {
					text += "<sup>,</sup>" // 8 and 9 are not 89
				}
				text += fmt.Sprintf("[^%d]", n)
			}
			items = append(items, text)
		}
		sentences = append(sentences, "*"+p.Head+":* "+strings.Join(items, "; "))
	}
	if len(sentences) == 0 {
		return "*" + nothing(c) + "*"
	}
	return strings.Join(sentences, "<br>")
}

// markdown escapes what Markdown would read as markup.
var markdown = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", "&", "&amp;", "`", "\\`", "\n", " ", "#", `\#`)

// tableHeads are the heads of the columns, the first one included; a date is
// named where the columns differ in it.
func tableHeads(t questions.Table) []string {
	heads := []string{"Issue"}
	if len(t.Rows) > 0 && t.Rows[0].Proposition != "" {
		heads[0] = "Proposition"
	}
	for _, c := range t.Columns {
		head := c.Label
		if c.AsOf != t.AsOf {
			head += ", " + c.AsOf.String()
		}
		heads = append(heads, head)
	}
	return heads
}

func flush(what string, b *bufio.Writer) error {
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write %s: %w", what, err)
	}
	return nil
}

// TableHTML writes a comparison table as a page that stands alone.
func TableHTML(w io.Writer, t questions.Table, cb *schema.Codebook, p Provenance) error {
	type htmlRow struct {
		Label string
		Cells []htmlCell
	}
	type htmlNote struct {
		Number int
		Text   string
	}
	page := struct {
		Title, Provenance string
		Heads             []string
		Rows              []htmlRow
		Notes             []htmlNote
	}{Title: p.Title, Provenance: p.Sentence(), Heads: tableHeads(t)}
	for _, r := range t.Rows {
		row := htmlRow{Label: r.Label}
		for _, c := range r.Cells {
			row.Cells = append(row.Cells, htmlCell{Phrases: phrases(c), Nothing: nothing(c)})
		}
		page.Rows = append(page.Rows, row)
	}
	for _, n := range t.Notes {
		page.Notes = append(page.Notes, htmlNote{n.Number, citation(n, cb)})
	}
	b := bufio.NewWriter(w)
	if err := tablePage.Execute(b, page); err != nil {
		return fmt.Errorf("write table: %w", err)
	}
	return flush("table", b)
}

type htmlCell struct {
	Phrases []phrase
	Nothing string
}

var tablePage = template.Must(template.New("table").Parse(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{.Title}}</title>
<style>
body { font: 1rem/1.5 Georgia, serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1c1e24 }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: bold; padding-bottom: .5rem }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid #c9ccd1 }
td p { margin: 0 0 .25rem } .none { color: #5a6068 } ol { padding-left: 1.5rem } footer { color: #5a6068; font-size: .85rem }
</style>
</head>
<body>
<table>
<caption>{{.Title}}</caption>
<thead><tr>{{range .Heads}}<th scope="col">{{.}}</th>{{end}}</tr></thead>
<tbody>
{{range .Rows}}<tr><th scope="row">{{.Label}}</th>
{{range .Cells}}<td>{{range .Phrases}}<p><i>{{.Head}}:</i> {{range $i, $item := .Items}}{{if $i}}; {{end}}{{.Text}}{{range .Notes}}<sup><a href="#note-{{.}}">{{.}}</a></sup> {{end}}{{end}}</p>{{else}}<span class="none">{{.Nothing}}</span>{{end}}</td>
{{end}}</tr>
{{end}}</tbody>
</table>
<h2>Source notes</h2>
<ol>
{{range .Notes}}<li id="note-{{.Number}}" value="{{.Number}}">{{.Text}}</li>
{{end}}</ol>
<footer>{{.Provenance}}</footer>
</body>
</html>
`))
