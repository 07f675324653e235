package server

import (
	"cmp"
	"errors"
	"io"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/schema"
)

// addArticle takes an article, pasted or as a file, and leads to the review of
// what was proposed on it.
func (s *site) addArticle(r *request) (*page, error) {
	v := addPage{
		Title: r.FormValue("title"), Author: r.FormValue("author"), Outlet: r.FormValue("outlet"), URL: r.FormValue("url"),
		Published: r.FormValue("published"), Text: strings.ReplaceAll(r.FormValue("text"), "\r\n", "\n"),
	}
	article, err := r.article(v)
	if err == nil {
		err = v.check(schema.DayOf(s.now()))
	}
	var added Added
	if err == nil {
		added, err = s.Desk.Add(r.Context(), article)
	}
	if err != nil {
		v.Problem = tell(err)
		return nil, &formError{err, s.addForm(r, v)}
	}
	goTo := links{}.Review(added.Source, "")
	if added.Known {
		goTo += "?known=1"
	}
	return &page{title: "Added", goTo: goTo, data: added}, nil
}

// longestField bounds what is typed on one line, in bytes.
const longestField = 1000

// check refuses what no field of an article has: lines, addresses that are none
// of a page, and days of publication that are still to come, because all
// positions are those of the last day that a statement names. Somewhere it is
// tomorrow already.
func (v addPage) check(today schema.Day) error {
	for _, f := range []struct{ name, value string }{{"title", v.Title}, {"outlet", v.Outlet}, {"author", v.Author}, {"published", v.Published}, {"url", v.URL}} {
		if err := oneLine(f.name, f.value); err != nil {
			return err
		}
	}
	if v.URL != "" && webAddress(v.URL) == "" {
		return schema.Errorf(schema.KindInput, "write it whole, such as https://example.org/talks, or leave it empty", "url %q: expected an address that begins with http:// or https://", v.URL)
	}
	if d, err := schema.ParseDate(v.Published); err == nil && !d.IsZero() && d.Earliest() > today+1 {
		return schema.Errorf(schema.KindInput, "correct it, or leave it empty: then what the text says counts", "published %s: expected a day that has come, and today is %s", d, today)
	}
	return nil
}

func oneLine(name, typed string) error {
	if strings.ContainsFunc(typed, unicode.IsControl) || len(typed) > longestField {
		return schema.Errorf(schema.KindInput, "write it on one line of at most "+strconv.Itoa(longestField)+" letters", "%s: %d bytes, or more than one line", name, len(typed))
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
