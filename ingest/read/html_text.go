package read

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// render prints the words of a tree as the later stages read them: a paragraph
// on a line between blank lines, "- " before items, "# " before headings, rows
// of tables between bars.
func render(n *html.Node) string {
	var r renderer
	r.node(n)
	r.flush("")
	return strings.Join(r.blocks, "\n\n") + "\n"
}

type renderer struct {
	blocks []string
	line   strings.Builder // the block that is being written
}

// silent are elements whose words are not the article's.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Svg: true, atom.Math: true, atom.Iframe: true,
	atom.Object: true, atom.Embed: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Form: true, atom.Nav: true, atom.Footer: true,
}

// inline are elements that do not break a line; all others begin a block.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Data: true, atom.Dfn: true,
	atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true,
	atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true,
}

func (r *renderer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.line.WriteString(n.Data)
	case n.Type == html.ElementNode && silent[n.DataAtom]:
	case n.Type == html.ElementNode && n.DataAtom == atom.Table:
		r.flush("")
		r.table(n)
	case n.Type == html.ElementNode && n.DataAtom == atom.Q:
		r.line.WriteString("“")
		r.children(n)
		r.line.WriteString("”")
	case n.Type == html.ElementNode && !inline[n.DataAtom]:
		r.flush("")
		r.children(n)
		r.flush(prefix(n.DataAtom))
	default:
		r.children(n)
	}
}

func (r *renderer) children(n *html.Node) {
	for c := range n.ChildNodes() {
		r.node(c)
	}
}

func prefix(a atom.Atom) string {
	switch a {
	case atom.Li:
		return "- "
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return "# "
	}
	return ""
}

// flush ends a block.
func (r *renderer) flush(prefix string) {
	if s := oneLine(r.line.String()); s != "" {
		r.blocks = append(r.blocks, prefix+s)
	}
	r.line.Reset()
}

// table prints rows; a table with one cell in each is layout, and printed as
// paragraphs.
func (r *renderer) table(n *html.Node) {
	var rows [][]string
	columns := 0
	for d := range n.Descendants() {
		if d.Type != html.ElementNode || d.DataAtom != atom.Tr {
			continue
		}
		row := cells(d)
		columns = max(columns, len(row))
		rows = append(rows, row)
	}
	var lines []string
	for _, row := range rows {
		switch {
		case columns > 1:
			lines = append(lines, "| "+strings.Join(row, " | ")+" |")
		case len(row) == 1 && row[0] != "":
			r.blocks = append(r.blocks, row[0])
		}
	}
	if len(lines) > 0 {
		r.blocks = append(r.blocks, strings.Join(lines, "\n"))
	}
}

func cells(row *html.Node) []string {
	var list []string
	for c := range row.ChildNodes() {
		if c.Type == html.ElementNode && (c.DataAtom == atom.Td || c.DataAtom == atom.Th) {
			list = append(list, strings.ReplaceAll(oneLine(words(c)), "|", "/"))
		}
	}
	return list
}

// words are the words of a tree, blocks apart by a space.
func words(n *html.Node) string {
	var r renderer
	r.children(n)
	r.flush("")
	return strings.Join(r.blocks, " ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
