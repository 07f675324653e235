package server

import (
	"net/url"
	"strings"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/graph/questions"
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
	name := r.query.Get("format")
	rows, err := r.oneOf("rows", string(questions.RowsGroups), string(questions.RowsActors))
	if err != nil {
		return nil, err
	}
	f, err := questions.ParseFilter(without(r.query, "format", "rows"), r.snap)
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
