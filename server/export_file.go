package server

import (
	"cmp"
	"io"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

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
