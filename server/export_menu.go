package server

import (
	"net/url"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// exportMenu is what a view and what is behind it can be had as.
type exportMenu struct {
	View  []exportLink
	Part  []exportLink // the statements that pass the filter of the view
	Whole []exportLink
	More  string
	Embed *embedView // nil where there is no picture
}

type exportLink struct {
	Label, URL string
	Download   bool
}

// quickFormats are the formats of the menu; the page of the exports has all.
var quickFormats = []string{"jsonl", "csv", "parquet"}

func (s *site) exportMenu(r *request, p *page, f frame) *exportMenu {
	m := &exportMenu{View: []exportLink{{"JSON", f.JSON, false}}}
	for _, one := range []exportLink{{"CSV", f.CSV, true}, {"SVG", f.SVG, true}, {"PNG", f.PNG, true}, {"PDF", f.PDF, true}} {
		if one.URL != "" {
			m.View = append(m.View, one)
		}
	}
	for _, t := range mediaTypes {
		if p.files[t.format] != nil {
			m.View = append(m.View, exportLink{strings.ToUpper(string(t.format)), inFormat(p.path, t.format), true})
		}
	}
	if f.SVG != "" {
		m.Embed = s.embeds(r, f, s.viewOf(r, p, f.Footer))
	}
	filter := filterIn(r.URL.Path, r.query)
	l := links{filter: filter}
	m.More = l.Export("", "")
	for _, name := range p.tables {
		m.View = append(m.View, exportLink{tableLabels[name], l.Export(tablePrefix+name, questions.Rows(r.query.Get("rows"))), true})
	}
	if s.Export == nil {
		return m
	}
	for _, name := range quickFormats {
		if len(filter) > 0 {
			m.Part = append(m.Part, exportLink{name, l.Export(name, ""), true})
		}
		m.Whole = append(m.Whole, exportLink{name, links{}.Export(name, ""), true})
	}
	m.Whole = append(m.Whole, exportLink{"N-Quads", links{}.Export("nquads", ""), true})
	return m
}

// tableLabels are the comparison tables that a matrix is offered as.
var tableLabels = map[string]string{"docx": "Word", "xlsx": "Excel", "latex": "LaTeX", "md": "Markdown"}

// filterIn is the filter of a query, as it was typed. What a cell is about is a
// filter, too, of what stands behind it.
func filterIn(path string, query url.Values) url.Values {
	f := url.Values{}
	if path == "/cell" {
		about := query
		query = cellFilter(query)
		who := "actor"
		if about.Get("group") == "1" {
			who = "group"
		}
		query.Set(who, about.Get("actor"))
		for _, name := range []string{"issue", "proposition"} {
			if about.Has(name) {
				query.Set(name, about.Get(name))
			}
		}
	}
	for _, p := range questions.Parameters() {
		if v, ok := query[p.Name]; ok {
			f[p.Name] = v
		}
	}
	return f
}
