package server

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// Job is what is to be written for somebody who downloads it.
type Job struct {
	Format     formats.Format
	Filter     questions.Filter // zero where the format takes none
	Provenance export.Provenance
}

// exportPage lists what can be downloaded, under the filter of the page.
type exportPage struct {
	Offered    bool
	Chips      []chip
	Statements []exportItem // of a part, which the filter describes
	Whole      []exportItem // always everything
	Tables     []exportItem // comparison tables under the filter
	Everything string       // this page without a filter
}

// exportItem is a format with the address of the file.
type exportItem struct {
	Name     string `json:"name"`
	Ending   string `json:"ending"`
	Help     string `json:"help"`
	URL      string `json:"url"`
	Lossless bool   `json:"lossless"`
}

// exportAnswer is the JSON of the list.
type exportAnswer struct {
	Statements []exportItem `json:"statements"`
	Everything []exportItem `json:"everything"`
	Tables     []exportItem `json:"tables"`
	Version    string       `json:"version"`
}

// tablePrefix tells a comparison table from statements in the same format.
const tablePrefix = "table-"

// export lists the formats or, when one is named, writes the file.
func (s *site) export(r *request) (*page, error) {
	q := copied(r.query)
	name := q.Get("format")
	rows, err := r.oneOf("rows", string(questions.RowsGroups), string(questions.RowsActors))
	q.Del("format")
	q.Del("rows")
	if err != nil {
		return nil, err
	}
	f, err := questions.ParseFilter(q, r.snap)
	if err != nil {
		return nil, err
	}
	switch table, isTable := strings.CutPrefix(name, tablePrefix); {
	case name == "":
		return s.exportList(r, f), nil
	case isTable:
		return s.exportTable(r, f, questions.Rows(rows), table)
	}
	return s.exportGraph(r, f, name)
}

func (s *site) exportList(r *request, f questions.Filter) *page {
	l := linksOf(f)
	v := exportPage{Offered: s.Export != nil, Everything: links{}.Export("", ""), Chips: r.chipsOf(f.Values(), func(q url.Values) string { return links{filter: q}.Export("", "") })}
	if s.Export != nil {
		for _, one := range formats.All() {
			item := exportItem{Name: one.Name, Ending: one.Extensions[0], Help: one.Help, Lossless: one.Lossless}
			if one.Filtered {
				item.URL = l.Export(one.Name, "")
				v.Statements = append(v.Statements, item)
			} else {
				item.URL = links{}.Export(one.Name, "")
				v.Whole = append(v.Whole, item)
			}
		}
	}
	for _, one := range formats.Tables() {
		v.Tables = append(v.Tables, exportItem{Name: tablePrefix + one.Name, Ending: one.Extension, Help: one.Help, URL: l.Export(tablePrefix+one.Name, "")})
	}
	return &page{template: "export", title: "Export", view: v, path: l.Export("", ""),
		data: exportAnswer{orEmpty(v.Statements), orEmpty(v.Whole), orEmpty(v.Tables), r.snap.Version}}
}

func orEmpty[T any](list []T) []T { return append([]T{}, list...) }

// exportGraph writes statements, or the whole graph, in one of the formats.
func (s *site) exportGraph(r *request, f questions.Filter, name string) (*page, error) {
	format, err := formats.Named(name)
	switch {
	case err != nil:
		return nil, schema.Errorf(schema.KindUsage, "the formats are listed at /export", "%w", err)
	case s.Export == nil:
		return nil, schema.Errorf(schema.KindNotFound, "export with stancegraph export", "this server writes no files")
	case !format.Filtered && len(f.Values()) > 0:
		return nil, schema.Errorf(schema.KindUsage, "leave the filter out", "format %s always has everything", name)
	}
	job := Job{format, f, s.provenance(r, f, "")}
	return &page{title: format.Name, download: &download{
		name: s.fileName(r, format.Extensions[0]), media: format.MediaType,
		write: func(w io.Writer) error { return s.Export(r.Context(), w, job) },
	}}, nil
}

// exportTable writes the comparison table of what the filter describes: issues
// down, or the propositions of one, and groups or actors across.
func (s *site) exportTable(r *request, f questions.Filter, rows questions.Rows, name string) (*page, error) {
	snap, withheld := r.store.Quotable()
	spec := questions.TableSpec{Issues: f.Issues, Open: len(f.Issues) == 1}
	if rows == questions.RowsActors {
		m, err := questions.BuildMatrix(snap, f, questions.MatrixSpec{Rows: rows})
		if err != nil {
			return nil, err
		}
		for _, row := range m.Rows {
			spec.Who = append(spec.Who, questions.TableColumn{Actor: row.ID})
		}
	}
	for _, format := range formats.Tables() {
		if format.Name != name {
			continue
		}
		t, err := questions.BuildTable(snap, f, spec)
		if err != nil {
			return nil, err
		}
		p := s.provenance(r, f, "positions compared")
		p.AsOf, p.Rule, p.Rights = t.AsOf, t.Rule, export.RightsSentence(withheld)
		return &page{title: format.Name, download: &download{
			name: s.fileName(r, format.Extension), media: format.MediaType,
			write: func(w io.Writer) error { return format.Write(w, t, snap.Codebook, p) },
		}}, nil
	}
	return nil, schema.Errorf(schema.KindUsage, "the formats are listed at /export", "there is no comparison table in the format %q", name)
}

// provenance is what a file says of itself. It is made again by its address.
func (s *site) provenance(r *request, f questions.Filter, what string) export.Provenance {
	title := codebookTitle(r.snap.Codebook)
	if what != "" {
		title += ": " + what
	}
	p := export.Provenance{Title: title, DataVersion: r.snap.Version, AsOf: r.asOf(f), Rule: cmp.Or(f.Rule, questions.RuleLatest), Filter: f.Values(),
		Program: "stancegraph " + s.Version, Command: r.permalink(address("/export", r.query))}
	if r.snap.Codebook.Name != "" {
		p.Codebook = r.snap.Codebook.Ref()
	}
	return p
}

// fileName is what a downloaded file is called: of what, in which version.
func (s *site) fileName(r *request, ending string) string {
	return cmp.Or(r.snap.Codebook.Name, "stancegraph") + "-" + r.snap.Version + ending
}

// download is a file that is written while it travels.
type download struct {
	name, media string
	write       func(io.Writer) error
}

// stream sends a file. An error before the first bytes left becomes a page; one
// after it breaks the connection, so that nobody takes a part for the whole.
func (s *site) stream(c *gin.Context, d *download) error {
	h := c.Writer.Header()
	h.Set("Content-Type", d.media)
	h.Set("Content-Disposition", `attachment; filename="`+strings.Map(inFileName, d.name)+`"`)
	if c.Request.Method == http.MethodHead {
		c.Status(http.StatusOK)
		return nil
	}
	if err := http.NewResponseController(c.Writer).SetWriteDeadline(time.Now().Add(deskTime)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		s.Logger.Error("no more time for a download", "error", err)
	}
	b := bufio.NewWriterSize(c.Writer, 64<<10)
	err := d.write(b)
	if err == nil {
		err = b.Flush()
	}
	if err == nil {
		return nil
	}
	if c.Writer.Written() {
		s.Logger.Error("download broken off", "file", d.name, "error", err)
		panic(http.ErrAbortHandler)
	}
	h.Del("Content-Disposition")
	return err
}

// inFileName keeps what every system takes in the name of a file.
func inFileName(r rune) rune {
	if r < ' ' || r > '~' || strings.ContainsRune(`"\/:*?<>|`, r) {
		return '-'
	}
	return r
}
