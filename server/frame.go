package server

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
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
