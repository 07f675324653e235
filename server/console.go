package server

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/schema"
)

// consolePage is the console of free queries: an editor, examples, and the
// answer to what stands in the editor.
type consolePage struct {
	Offered   bool
	Text      string
	Languages []option
	Examples  []exampleLink
	Limits    []explore.Limit
	Problem   *problem
	Lines     []queryLine // the query with the faulty line marked; nil where none is known
	Result    *resultView
}

// consoleAnswer is the JSON of the console without a query: what can be asked.
type consoleAnswer struct {
	Languages []explore.Language `json:"languages"`
	Examples  []explore.Example  `json:"examples"`
	Limits    []explore.Limit    `json:"limits"`
}

type exampleLink struct {
	explore.Example
	URL    string
	Chosen bool
}

type queryLine struct {
	N      int
	Text   string
	Faulty bool
}

// resultView is an answer as a table.
type resultView struct {
	explore.Result
	Table [][]resultCell
	JSON  string
}

// resultCell is a value; what has a page here leads to it.
type resultCell struct {
	Text, URL string
	Number    bool
}

// console answers a free query: as a page with the query in an editor, as JSON
// or as CSV. What is posted is JSON and is answered in JSON.
func (s *site) console(r *request) (*page, error) {
	if r.Method == http.MethodPost {
		r.shape = formatJSON
	}
	q, err := r.freeQuery()
	v := s.consolePage(q)
	p := &page{template: "console", script: "console.js", title: "Query console", view: v, path: links{}.Query(string(q.Language), q.Text), cite: "free query of the graph"}
	var result explore.Result
	switch {
	case err != nil:
	case q.Text == "" && (r.shape == formatHTML || !r.query.Has("q") && r.Method != http.MethodPost):
		p.data = consoleAnswer{explore.Languages, explore.Examples(), v.Limits}
		return p, nil
	case s.Query == nil:
		err = schema.Errorf(schema.KindNotFound, "ask with stancegraph query, on a store that no server has open", "this server answers no free queries")
	case r.fromElsewhere():
		err = schema.Errorf(schema.KindUsage, "follow a link to the query, or open the page on this server", "another site asks this behind the reader's back: %w", errForeign)
	default:
		result, err = s.Query(r.Context(), q)
	}
	if err != nil {
		v.Problem, v.Lines = tell(err), linesOf(q.Text, err)
		p.view = v
		return nil, &formError{err, p}
	}
	v.Result = resultViewOf(result)
	p.view, p.data = v, result
	p.table = func(w io.Writer) error { return writeResult(w, v.Result) }
	return p, nil
}

func (s *site) consolePage(q explore.Query) consolePage {
	v := consolePage{Offered: s.Query != nil, Text: q.Text, Limits: explore.Table()}
	for _, language := range explore.Languages {
		name := map[explore.Language]string{explore.Gizmo: "Gizmo", explore.GraphQL: "GraphQL"}[language]
		v.Languages = append(v.Languages, option{string(language), name, language == q.Language})
	}
	for _, e := range explore.Examples() {
		v.Examples = append(v.Examples, exampleLink{e, links{}.Query(string(e.Language), e.Text), e.Text == q.Text})
	}
	return v
}

// linesOf shows a query with the line that an error names.
func linesOf(text string, err error) []queryLine {
	faulty, _ := explore.Place(err)
	if faulty == 0 {
		return nil
	}
	var list []queryLine
	for i, line := range strings.Split(text, "\n") {
		list = append(list, queryLine{i + 1, line, i+1 == faulty})
	}
	return list
}

func resultViewOf(r explore.Result) *resultView {
	v := &resultView{Result: r}
	for _, row := range r.Rows {
		cells := make([]resultCell, 0, len(r.Columns))
		for _, column := range r.Columns {
			cells = append(cells, resultCellOf(row[column]))
		}
		v.Table = append(v.Table, cells)
	}
	var b strings.Builder
	if err := writeJSON(&b, r.Rows); err == nil { // it came from JSON
		v.JSON = b.String()
	}
	return v
}

func resultCellOf(v any) resultCell {
	c := resultCell{Text: explore.Text(v)}
	_, isText := v.(string)
	c.Number = !isText && v != nil && strings.Trim(c.Text, "-+.0123456789eE") == ""
	if isText {
		c.URL = pageOfTerm(c.Text)
	}
	return c
}

// pageOfTerm is the page of "<actor:peskov>", "" for what has none. What belongs
// to something, as "<actor:peskov#membership-1>", has the page of that.
func pageOfTerm(term string) string {
	inner, ok := strings.CutPrefix(term, "<")
	inner, closed := strings.CutSuffix(inner, ">")
	inner, _, _ = strings.Cut(inner, "#") // that of an ID is escaped
	kind, id, named := strings.Cut(inner, ":")
	id, err := url.PathUnescape(id)
	if !ok || !closed || !named || err != nil || id == "" {
		return ""
	}
	var l links
	switch kind {
	case "actor", "issue", "proposition", "source":
		return l.named(kind, id)
	case "statement":
		return l.Statement(id)
	}
	return ""
}

// writeResult prints the rows of an answer as CSV.
func writeResult(w io.Writer, v *resultView) error {
	t := table{head: v.Columns}
	for _, row := range v.Table {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = c.Text
		}
		t.rows = append(t.rows, cells)
	}
	return t.write(w)
}

// Took is how long the query ran, in words.
func (v resultView) Took() string { return fmt.Sprintf("%.1f s", v.Elapsed.Seconds()) }

// fromElsewhere reports whether a page of another site makes a browser ask
// without leading there, as with a picture: it would learn nothing, and keep the
// few queries that run at a time busy. Who follows a link is answered.
func (r *request) fromElsewhere() bool {
	return r.Header.Get("Sec-Fetch-Site") == "cross-site" && r.Header.Get("Sec-Fetch-Dest") != "document"
}
