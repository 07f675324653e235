package server

import (
	"net/url"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// frame is what the layout shows around every page.
type frame struct {
	Title   string
	View    any
	Links   links
	Nav     []navGroup
	Notice  string
	Style   string
	Script  string
	Modules []string // what the script imports
	Icon    string
	JSON    string // this view as JSON and CSV; "" where there is none
	CSV     string
	SVG     string // this view as a picture, in three formats
	PNG     string
	PDF     string
	Cite    *citeView   // nil where there is nothing to cite
	Exports *exportMenu // likewise
	Link    string      // this view with every parameter, on this host
	Footer  footer
	Problem *problem
	CanAdd  bool   // there is a desk
	SignIn  bool   // the server has a token
	MadeFor string // the data version of the link that was followed, where the data are others now
}

// footer names the data that a page was made from.
type footer struct {
	Version, Codebook, Program, Last string
	Statements, Actors, Sources      int
	Coders                           int
}

func (s *site) frame(r *request, p *page) frame {
	f := frame{
		Title: p.title, View: p.view, Nav: s.nav(r.URL.Path), Notice: s.Notice, CanAdd: s.Desk != nil, SignIn: s.Access.Token != "",
		Style: s.assets.url("app.css"), Script: s.assets.url(p.entry()), Modules: s.modules[p.entry()], Icon: s.assets.url("mark.svg"),
		Footer: footer{Program: s.Version},
	}
	if r.snap == nil { // an error before the question was understood
		return f
	}
	f.Footer = footerOf(r.snap, s.Version)
	if made := r.query.Get(paramMadeFor); made != r.snap.Version {
		f.MadeFor = made
	}
	if p.path != "" && p.status < 400 {
		f.Link, f.JSON = r.permalink(p.path), inFormat(p.path, formatJSON)
		if p.table != nil {
			f.CSV = inFormat(p.path, formatCSV)
		}
		if p.draw != nil {
			f.SVG, f.PNG, f.PDF = inFormat(p.path, formatSVG), inFormat(p.path, formatPNG), inFormat(p.path, formatPDF)
		}
		f.Cite, f.Exports = s.cites(r, p, f.Footer), s.exportMenu(r, p, f)
	}
	return f
}

func footerOf(s *ledger.Snapshot, program string) footer {
	f := footer{
		Version: s.Version, Program: program,
		Statements: len(s.Statements), Actors: len(s.Actors()), Sources: len(s.Sources), Coders: len(s.Coders()),
	}
	if s.Codebook.Name != "" {
		f.Codebook = s.Codebook.Ref()
	}
	if d := s.LastDay(); d != schema.MinDay {
		f.Last = longDay(d)
	}
	return f
}

// citation names a view so that it can be found again: what, from which data,
// coded by which codebook, computed by which program.
func citation(p *page, f footer) string {
	what := p.cite
	if what == "" {
		what = p.title
	}
	parts := []string{"Stancegraph " + f.Program + ": " + what, "data version " + f.Version}
	if f.Codebook != "" {
		parts = append(parts, "codebook "+f.Codebook)
	}
	return strings.Join(parts, ", ") + "."
}

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
