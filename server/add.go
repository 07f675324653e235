package server

import (
	"cmp"
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

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

// importAnswer says what was brought in.
type importAnswer struct {
	Said  string `json:"said"`
	Table string `json:"table,omitempty"` // its ID: the columns have to be named at /import/ID
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

// addArticle takes an article, pasted or as a file, and leads to the review of
// what was proposed on it.
func (s *site) addArticle(r *request) (*page, error) {
	v := addPage{
		Title: r.FormValue("title"), Author: r.FormValue("author"), Outlet: r.FormValue("outlet"), URL: r.FormValue("url"),
		Published: r.FormValue("published"), Text: strings.ReplaceAll(r.FormValue("text"), "\r\n", "\n"),
	}
	article, err := r.article(v)
	if err == nil {
		err = v.check()
	}
	var added Added
	if err == nil {
		added, err = s.Desk.Add(r.Context(), article)
	}
	if err != nil {
		told := problemOf(err)
		v.Problem = &told
		return nil, &formError{err, s.addForm(r, v)}
	}
	goTo := links{}.Review(added.Source, "")
	if added.Known {
		goTo += "?known=1"
	}
	return &page{title: "Added", goTo: goTo, data: added}, nil
}

// longestField bounds what is said of an article, in bytes.
const longestField = 1000

// check refuses what no field of an article has: lines, and addresses that are
// none of a page.
func (v addPage) check() error {
	for _, f := range []struct{ name, value string }{{"title", v.Title}, {"outlet", v.Outlet}, {"author", v.Author}, {"published", v.Published}, {"url", v.URL}} {
		if strings.ContainsFunc(f.value, unicode.IsControl) || len(f.value) > longestField {
			return schema.Errorf(schema.KindInput, "write it on one line of at most "+strconv.Itoa(longestField)+" letters", "%s: %d bytes, or more than one line", f.name, len(f.value))
		}
	}
	if v.URL != "" && webAddress(v.URL) == "" {
		return schema.Errorf(schema.KindInput, "write it whole, such as https://example.org/talks, or leave it empty", "url %q: expected an address that begins with http:// or https://", v.URL)
	}
	return nil
}

// article is what a form hands in: one text, pasted or as a file.
func (r *request) article(v addPage) (Article, error) {
	a := Article{Title: v.Title, Author: v.Author, Outlet: v.Outlet, URL: v.URL, Published: v.Published}
	file, head, err := r.FormFile("file")
	switch {
	case errors.Is(err, http.ErrMissingFile) || errors.Is(err, http.ErrNotMultipart):
		if strings.TrimSpace(v.Text) == "" {
			return a, schema.Errorf(schema.KindInput, "paste the text of an article, or choose a file", "there is no text")
		}
		a.Data, a.Name = []byte(v.Text), "pasted-"+schema.HashText(v.Text)[:8]+".txt"
		return a, nil
	case err != nil:
		return a, schema.Errorf(schema.KindInput, "choose the file again", "the file cannot be read: %w", err)
	}
	defer file.Close()
	if strings.TrimSpace(v.Text) != "" {
		return a, schema.Errorf(schema.KindInput, "leave one of them out", "there is a text and a file: which is the article?")
	}
	a.Name = filepath.Base(cmp.Or(head.Filename, "article.txt"))
	if a.Data, err = io.ReadAll(file); err != nil {
		return a, schema.Errorf(schema.KindInput, "choose the file again", "the file cannot be read: %w", err)
	}
	return a, nil
}

// importFile brings in a file of coded statements, and leads to the data.
func (s *site) importFile(r *request) (*page, error) {
	file, head, err := r.FormFile("file")
	if err == nil && head.Size == 0 {
		err = http.ErrMissingFile
	}
	var done Imported
	if err == nil {
		defer file.Close()
		done, err = s.Desk.Import(r.Context(), filepath.Base(head.Filename), file)
	} else {
		err = schema.Errorf(schema.KindInput, "choose a file that stancegraph export, or Discourse Network Analyzer, has written, or a table", "no file was chosen")
	}
	if err != nil {
		told := problemOf(err)
		return nil, &formError{err, s.addForm(r, addPage{Problem: &told})}
	}
	goTo := links{}.Data()
	if done.Table != "" {
		goTo = links{}.Table(done.Table)
	}
	return &page{title: "Imported", goTo: goTo, data: importAnswer{done.Said, done.Table}}, nil
}

// loadDemonstration puts the demonstration into an empty graph.
func (s *site) loadDemonstration(r *request) (*page, error) {
	if len(r.snap.Statements)+len(r.snap.Sources) > 0 {
		return nil, schema.Errorf(schema.KindUsage, "look at it with stancegraph demo", "the graph is not empty: the demonstration is not mixed into it")
	}
	if err := s.Desk.Demo(r.Context()); err != nil {
		return nil, err
	}
	return &page{title: "The demonstration", goTo: links{}.Matrix("", ""), data: importAnswer{Said: "the demonstration"}}, nil
}
