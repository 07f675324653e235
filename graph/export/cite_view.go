package export

import (
	"bufio"
	"io"
	"time"
)

// View is one view of a graph, as somebody cites it.
type View struct {
	Key      string // of the BibTeX entry; the same view has the same key
	Title    string
	Version  string // of the data
	Note     string // codebook, program
	URL      string // with every parameter
	Accessed time.Time
}

// CiteBibTeX writes a view as one BibTeX entry, for biblatex and natbib alike.
func CiteBibTeX(w io.Writer, v View) error {
	b := bufio.NewWriter(w)
	bibEntry(b, v.Key, [][2]string{{"title", v.Title}, {"author", "{Stancegraph}"}, {"version", v.Version}, {"note", v.Note}, {"url", v.URL}, {"urldate", v.Accessed.Format(time.DateOnly)}})
	return flush("bibtex", b)
}

// CiteRIS writes a view as one record in the RIS format, of type DATA.
func CiteRIS(w io.Writer, v View) error {
	b := bufio.NewWriter(w)
	risEntry(b, "DATA", [][2]string{{"ID", v.Key}, {"TI", v.Title}, {"AU", "Stancegraph"}, {"ET", v.Version}, {"N1", v.Note}, {"UR", v.URL}, {"Y2", v.Accessed.Format("2006/01/02")}})
	return flush("ris", b)
}
