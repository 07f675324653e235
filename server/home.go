package server

import (
	"io"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// homePage says what is in the graph and how to get at it.
type homePage struct {
	Begin        bool
	Title        string
	Codebook     *schema.Codebook
	Statements   int
	Actors       int
	Issues       []issueItem
	Texts        int          // sources
	Sources      []sourceItem // the first of them
	SourcesMore  int
	SourcesURL   string
	Digests      int
	AllDigests   bool
	First        schema.Day
	Last         schema.Day
	MatrixURL    string
	ActorsURL    string // the matrix by single actors
	Speakers     []actorItem
	Glance       glance
	Most         int // statements on the busiest issue, for the bars
	Propositions int
}

// summary is the JSON of the front page.
type summary struct {
	Version    string       `json:"version"`
	Codebook   string       `json:"codebook"`
	Title      string       `json:"title"`
	Statements int          `json:"statements"`
	Actors     int          `json:"actors"`
	First      *schema.Day  `json:"first_day"`
	Last       *schema.Day  `json:"last_day"`
	Issues     []issueItem  `json:"issues"`
	Sources    []sourceItem `json:"sources"`
}

// speakersShown is how many actors the front page names, most heard first.
const speakersShown = 8

func home(r *request) (*page, error) {
	var l links
	sources := r.snap.SourceList()
	v := homePage{
		Begin: len(r.snap.Statements) == 0, Title: codebookTitle(r.snap.Codebook), Codebook: r.snap.Codebook,
		Statements: len(r.snap.Statements), Actors: len(r.snap.Actors()), Issues: r.issueItems(l, 0),
		MatrixURL: l.Matrix(questions.RowsGroups, ""), ActorsURL: l.Matrix(questions.RowsActors, ""),
		Speakers: mostHeard(r.actorItems(l)),
	}
	if m, err := questions.BuildMatrix(r.snap, questions.Filter{}, questions.MatrixSpec{Rows: questions.RowsGroups, Brief: len(r.snap.Propositions()) > glanceMost}); err == nil {
		v.Glance = r.glanceOf(m) // a picture: without it the page still says everything
	}
	for _, i := range v.Issues {
		v.Most, v.Propositions = max(v.Most, i.Statements), v.Propositions+i.Of
	}
	r.listSources(&v, sources)
	a := summary{Version: r.snap.Version, Title: v.Title, Statements: v.Statements, Actors: v.Actors}
	if r.snap.Codebook.Name != "" {
		a.Codebook = r.snap.Codebook.Ref()
	}
	if days := questions.Days(r.snap, questions.Filter{}); len(days) > 0 {
		v.First, v.Last = days[0].Day, days[len(days)-1].Day
		a.First, a.Last = &v.First, &v.Last
	}
	whole := func() summary {
		a.Issues, a.Sources = r.issueItems(l, everyOne), r.sourceItems(sources)
		return a
	}
	return &page{template: "home", title: v.Title, view: v, whole: func() any { return whole() }, path: l.Home(), cite: v.Title,
		table: func(w io.Writer) error { return writeSummary(w, whole()) }}, nil
}

func (r *request) listSources(v *homePage, all []*schema.Source) {
	v.Texts, v.Sources = len(all), r.sourceItems(all[:min(len(all), sourcesShown)])
	v.SourcesMore, v.SourcesURL = len(all)-len(v.Sources), links{}.Sources()
	for _, s := range all {
		if s.Kind == schema.KindDigest {
			v.Digests++
		}
	}
	v.AllDigests = v.Digests == len(all)
}
