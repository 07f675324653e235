package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// BibTeX writes the data set and its sources as BibTeX entries (@misc): the
// data set first, then the sources in the order of the ledger.
func BibTeX(w io.Writer, s *ledger.Snapshot, p Provenance) error {
	b := bufio.NewWriter(w)
	bibEntry(b, "stancegraph-"+p.DataVersion, [][2]string{{"title", p.Title}, {"author", "{Stancegraph}"}, {"version", p.DataVersion},
		{"note", "codebook " + p.Codebook + ", made by " + p.Program}})
	for _, src := range s.SourceList() {
		bibEntry(b, "source-"+src.ID[:min(12, len(src.ID))], [][2]string{{"title", src.Heading()}, {"howpublished", src.Outlet}, {"year", year(src)},
			{"date", src.Published.String()}, {"url", src.URL}, {"note", digestNote(src)}})
	}
	return flush("bibtex", b)
}

func bibEntry(w io.Writer, key string, fields [][2]string) {
	fmt.Fprintf(w, "@misc{%s", key)
	for _, f := range fields {
		if f[1] != "" {
			fmt.Fprintf(w, ",\n  %s = {%s}", f[0], bibText(f[0], f[1]))
		}
	}
	fmt.Fprint(w, "\n}\n\n")
}

// bibText escapes a value; an address is taken as it is, and so is an author in
// braces, which BibTeX must not split into names.
func bibText(field, value string) string {
	if field == "url" || field == "author" {
		return value
	}
	return latex.Replace(value)
}

// RIS writes the data set and its sources in the RIS format: DATA for the data
// set, NEWS for articles.
func RIS(w io.Writer, s *ledger.Snapshot, p Provenance) error {
	b := bufio.NewWriter(w)
	risEntry(b, "DATA", [][2]string{{"TI", p.Title}, {"AU", "Stancegraph"}, {"ET", p.DataVersion}, {"N1", "codebook " + p.Codebook + ", made by " + p.Program}})
	for _, src := range s.SourceList() {
		risEntry(b, "NEWS", [][2]string{{"TI", src.Heading()}, {"T2", src.Outlet}, {"PY", year(src)}, {"DA", risDate(src)}, {"UR", src.URL}, {"LA", src.Lang}, {"N1", digestNote(src)}})
	}
	return flush("ris", b)
}

func risEntry(w io.Writer, kind string, fields [][2]string) {
	fmt.Fprintf(w, "TY  - %s\r\n", kind)
	for _, f := range fields {
		if f[1] != "" {
			fmt.Fprintf(w, "%s  - %s\r\n", f[0], strings.Join(strings.Fields(f[1]), " "))
		}
	}
	fmt.Fprint(w, "ER  - \r\n\r\n")
}

// risDate is YYYY/MM/DD with what is not known left empty, as RIS has it.
func risDate(src *schema.Source) string {
	if src.Published.IsZero() || strings.Contains(src.Published.String(), "/") {
		return ""
	}
	parts := strings.Split(strings.TrimSuffix(src.Published.String(), "~"), "-")
	return strings.Join(append(parts, make([]string, 3-len(parts))...), "/")
}

// year is the year of publication where the date lies in one.
func year(src *schema.Source) string {
	from, to := src.Published.Earliest(), src.Published.Latest()
	if src.Published.IsZero() || from == schema.MinDay || from.Time().Year() != to.Time().Year() {
		return ""
	}
	return fmt.Sprint(from.Time().Year())
}

func digestNote(src *schema.Source) string {
	if src.Kind == schema.KindDigest {
		return "cited from a digest, not the original"
	}
	return ""
}
