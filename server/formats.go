package server

import (
	"context"
	"net/http"
	"strings"
)

// format is one of the shapes in which a page can be had.
type format string

const (
	formatHTML format = "html"
	formatJSON format = "json"
	formatCSV  format = "csv"
	formatSVG  format = "svg"
	formatPNG  format = "png"
	formatPDF  format = "pdf"
	formatYAML format = "yaml"
	formatBib  format = "bib"

	formatGraphML format = "graphml"
	formatGEXF    format = "gexf"

	formatXLSX format = "xlsx"
	formatDOCX format = "docx"
	formatRIS  format = "ris"
)

// mediaType is a shape and its Content-Type.
type mediaType struct {
	format format
	media  string
}

// mediaTypes are the shapes by Content-Type, the most wanted first. Every page
// has the first two; the others where it says so.
var mediaTypes = []mediaType{
	{formatHTML, "text/html; charset=utf-8"},
	{formatJSON, "application/json; charset=utf-8"},
	{formatCSV, "text/csv; charset=utf-8"},
	{formatSVG, "image/svg+xml"},
	{formatPNG, "image/png"},
	{formatPDF, "application/pdf"},
	{formatYAML, "application/yaml; charset=utf-8"},
	{formatGraphML, "application/graphml+xml; charset=utf-8"},
	{formatGEXF, "application/gexf+xml; charset=utf-8"},
	{formatXLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	{formatDOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	{formatBib, "application/x-bibtex; charset=utf-8"},
	{formatRIS, "application/x-research-info-systems; charset=utf-8"},
}

// mediaType is the Content-Type of a shape.
func (f format) mediaType() string {
	for _, t := range mediaTypes {
		if t.format == f {
			return t.media
		}
	}
	panic("server: no media type for " + string(f))
}

type formatKey struct{}

// endings takes the suffix off the path before the router sees it, so that a
// page and its JSON are one route. "/index.json" is the front page as JSON.
func endings(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/static/") {
			next.ServeHTTP(w, r)
			return
		}
		path, f := splitFormat(r.URL.EscapedPath())
		if f == "" {
			f = accepted(r.Header.Get("Accept"))
		}
		r = r.WithContext(context.WithValue(r.Context(), formatKey{}, f))
		u := *r.URL
		u.RawPath, u.Path = path, strings.TrimSuffix(u.Path, strings.TrimPrefix(r.URL.EscapedPath(), path))
		if u.Path == "/index" {
			u.Path, u.RawPath = "/", "/"
		}
		r.URL = &u
		next.ServeHTTP(w, r)
	})
}

// splitFormat cuts a suffix that names a format off an escaped path.
func splitFormat(path string) (string, format) {
	for _, t := range mediaTypes {
		if rest, ok := strings.CutSuffix(path, "."+string(t.format)); ok && !strings.HasSuffix(rest, "/") {
			return rest, t.format
		}
	}
	return path, ""
}

// accepted chooses by the Accept header: HTML unless only another shape is
// named. Quality values are not weighed; a browser names HTML.
func accepted(header string) format {
	for _, t := range mediaTypes {
		if media, _, _ := strings.Cut(t.media, ";"); strings.Contains(header, media) {
			return t.format
		}
	}
	return formatHTML
}

// formatOf is the shape a request asks for.
func formatOf(r *http.Request) format {
	if f, ok := r.Context().Value(formatKey{}).(format); ok {
		return f
	}
	return formatHTML
}
