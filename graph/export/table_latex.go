package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// TableLaTeX writes a comparison table for LaTeX: a booktabs table with one
// footnote a source note. It is a fragment to \input; its first comment names
// the packages it needs.
func TableLaTeX(w io.Writer, t questions.Table, cb *schema.Codebook, p Provenance) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%% needs \\usepackage{booktabs,array} and UTF-8 input\n%% %s\n", strings.ReplaceAll(p.Sentence(), "\n", " "))
	width := 0.92 / float64(len(t.Columns)+1)
	fmt.Fprintf(b, "\\begin{table}\n\\caption{%s}\n\\small\n\\begin{tabular}{*{%d}{>{\\raggedright\\arraybackslash}p{%.3f\\textwidth}}}\n\\toprule\n",
		latex.Replace(p.Title), len(t.Columns)+1, width)
	var heads []string
	for _, h := range tableHeads(t) {
		heads = append(heads, `\textbf{`+latex.Replace(h)+`}`)
	}
	fmt.Fprintf(b, "%s \\\\\n\\midrule\n", strings.Join(heads, " & "))
	for _, r := range t.Rows {
		fmt.Fprint(b, latex.Replace(r.Label))
		for _, c := range r.Cells {
			fmt.Fprintf(b, " & %s", latexCell(c))
		}
		fmt.Fprint(b, " \\\\\n")
	}
	fmt.Fprint(b, "\\bottomrule\n\\end{tabular}\n\\end{table}\n")
	for _, n := range t.Notes {
		fmt.Fprintf(b, "\\footnotetext[%d]{%s}\n", n.Number, latex.Replace(citation(n, cb)))
	}
	return flush("table", b)
}

func latexCell(c questions.TableCell) string {
	var sentences []string
	for _, p := range phrases(c) {
		var items []string
		for _, i := range p.Items {
			text := latex.Replace(i.Text)
			for j, n := range i.Notes {
				if j > 0 {
					text += `\textsuperscript{,}` // 8 and 9 are not 89
				}
				text += fmt.Sprintf(`\footnotemark[%d]`, n)
			}
			items = append(items, text)
		}
		sentences = append(sentences, `\emph{`+p.Head+`:} `+strings.Join(items, "; "))
	}
	if len(sentences) == 0 {
		return `\emph{` + nothing(c) + `}`
	}
	return strings.Join(sentences, `\newline `)
}

// latex escapes the characters that TeX reads as commands.
var latex = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`, "_", `\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "\n", " ")
