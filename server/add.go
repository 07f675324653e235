package server

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/ingest/read"
	"github.com/stancegraph/stancegraph/schema"
)

// addPage is the form in which an article is handed in, with what was typed.
type addPage struct {
	Offered                                     bool
	Asks                                        bool // who signs in may add
	Problem                                     *problem
	Title, Author, Outlet, URL, Published, Text string
	Codebook                                    string // "" when there is none yet
	Megabytes                                   int
	Reviews                                     []reviewLink // that somebody has still to finish
	MoreReviews                                 int
}

// reviewLink leads to a source on which statements are still proposed.
type reviewLink struct {
	Title, URL string
	Open, Of   int
}

// mostReviews is how many unfinished reviews the page lists.
const mostReviews = 20

// addAnswer is the JSON of the page: whether articles are taken, and with which
// codebook they are read.
type addAnswer struct {
	Offered  bool   `json:"offered"`
	Codebook string `json:"codebook"`
}

func (s *site) add(r *request) (*page, error) {
	return s.addForm(r, addPage{}), nil
}

func (s *site) addForm(r *request, v addPage) *page {
	v.Offered, v.Asks, v.Megabytes = s.mayWrite(r.Request), s.Desk != nil && s.Access.Token != "", read.MaxSize>>20
	if r.snap.Codebook.Name != "" {
		v.Codebook = r.snap.Codebook.Ref()
	}
	v.Reviews = unfinished(r.snap)
	v.MoreReviews = max(0, len(v.Reviews)-mostReviews)
	v.Reviews = v.Reviews[:min(len(v.Reviews), mostReviews)]
	return &page{template: "add", title: "Add an article", view: v, path: links{}.Add(), data: addAnswer{v.Offered, v.Codebook}}
}

// unfinished are the sources with proposals that nobody has decided about, but
// for those that a person has coded whole: the most proposals first.
func unfinished(s *ledger.Snapshot) []reviewLink {
	c, open := s.Columns(), map[string]bool{}
	for i, coding := range c.Coding {
		if c.Codings[coding].Status == schema.StatusProposed {
			open[c.Sources[c.Source[i]].ID] = true
		}
	}
	var list []reviewLink
	for _, src := range s.SourceList() {
		if !open[src.ID] || src.Status == schema.SourceCoded {
			continue
		}
		one := reviewLink{Title: src.Heading(), URL: links{}.Review(src.ID, "")}
		for _, st := range reviewable(s, src.ID) {
			one.Of++
			if st.Status == schema.StatusProposed {
				one.Open++
			}
		}
		if one.Open > 0 {
			list = append(list, one)
		}
	}
	slices.SortStableFunc(list, func(a, b reviewLink) int { return b.Open - a.Open })
	return list
}
