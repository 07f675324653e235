package export

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// CSVPackage writes the whole graph as a zip of CSV files: statements, sources
// with their texts as files, annotations, the versions of the codebook as files
// and the current one as lists, the metadata of all tables, and how it was made.
func CSVPackage(w io.Writer, s *ledger.Snapshot, p Provenance) error {
	z := newPackage(w)
	z.file("provenance.json", func(w io.Writer) error { return ProvenanceJSON(w, p) })
	z.file("csv-metadata.json", func(w io.Writer) error { return packageMetadata(w, s, p) })
	z.file(statementsFile, func(w io.Writer) error { return CSV(w, s, everything) })
	z.file(sourcesFile, func(w io.Writer) error { return writeRows(w, sourcesFile, sourceColumns, sources(s)) })
	z.file(annotationsFile, func(w io.Writer) error {
		return writeRows(w, annotationsFile, annotationColumns, func(yield func(*schema.Annotation) bool) {
			for i := range s.Annotations {
				if !yield(&s.Annotations[i]) {
					return
				}
			}
		})
	})
	codebooks := make([]codebookFile, len(s.Codebooks))
	for i, cb := range s.Codebooks {
		codebooks[i] = codebookFile{cb, i + 1}
	}
	z.file(codebooksFile, func(w io.Writer) error { return writeRows(w, codebooksFile, codebookColumns, slices.Values(codebooks)) })
	for _, l := range lists(s) {
		z.file(l.file, func(w io.Writer) error { return writeRows(w, l.file, l.columns, slices.Values(l.rows)) })
	}
	for _, cb := range codebooks {
		z.file(cb.path(), func(w io.Writer) error { _, err := io.WriteString(w, cb.YAML); return err })
	}
	for src := range sources(s) {
		if path := textFile(src); path != "" {
			z.file(path, func(w io.Writer) error { _, err := io.WriteString(w, src.Text); return err })
		}
	}
	return z.close()
}

// everything is the filter of all statements: those that were rejected, too.
var everything = questions.Filter{}

// namedList is a list of what is in the codebook.
type namedList struct {
	file, about string
	columns     []columnOf[named]
	rows        []named
}

func lists(s *ledger.Snapshot) []namedList {
	return []namedList{
		{issuesFile, "the issues of the current codebook, and those that statements name beside it", issueColumns, issuesOf(s)},
		{propositionsFile, "the propositions of the current codebook, and those that statements name beside it", propositionColumns, propositionsOf(s)},
		{actorsFile, "the actors of the current codebook, and those that statements name beside it", actorColumns, actorsOf(s)},
	}
}

func sources(s *ledger.Snapshot) func(func(*schema.Source) bool) {
	return func(yield func(*schema.Source) bool) {
		for _, id := range slices.Sorted(maps.Keys(s.Sources)) {
			if !yield(s.Sources[id]) {
				return
			}
		}
	}
}

func packageMetadata(w io.Writer, s *ledger.Snapshot, p Provenance) error {
	statements := table(statementsFile, "statements, one a row", "id", Columns())
	for _, key := range []struct{ column, file string }{{"actor", actorsFile}, {"on_behalf_of", actorsFile}, {"proposition", propositionsFile}, {"issue", issuesFile}} {
		statements.Schema.ForeignKeys = append(statements.Schema.ForeignKeys, references(key.column, key.file, "id"))
	}
	if !citesBeyond(s) {
		statements.Schema.ForeignKeys = append(statements.Schema.ForeignKeys, references("source", sourcesFile, "id"))
	}
	g := csvwGroup{Context: csvwContext, Title: p.Title, Dialect: csvwDialect, Notes: []any{map[string]any{"provenance": p}, guardNote},
		Tables: []csvwTable{statements, table(sourcesFile, "sources; their texts are files", "id", columnsOf(sourceColumns)),
			table(annotationsFile, "coded passages that are no statements", "id", columnsOf(annotationColumns)),
			table(codebooksFile, "versions of the codebook, which are files", "file", columnsOf(codebookColumns))}}
	for _, l := range lists(s) {
		g.Tables = append(g.Tables, table(l.file, l.about, "id", columnsOf(l.columns)))
	}
	return writeIndented(w, g)
}

// citesBeyond reports whether a statement cites a source that is not there.
func citesBeyond(s *ledger.Snapshot) bool {
	return slices.ContainsFunc(s.Statements, func(st schema.Statement) bool { return s.Sources[st.Source] == nil })
}

// zipPackage keeps the first error, so that writing reads as a list of files.
type zipPackage struct {
	*zip.Writer
	err error
}

func newPackage(w io.Writer) *zipPackage {
	z := &zipPackage{Writer: zip.NewWriter(w)}
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	return z
}

// made is when every file in a package was made, as far as it says: same bytes.
var made = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func (z *zipPackage) file(name string, write func(io.Writer) error) { z.add(name, zip.Deflate, write) }

// stored adds a file that is compressed already.
func (z *zipPackage) stored(name string, write func(io.Writer) error) { z.add(name, zip.Store, write) }

func (z *zipPackage) add(name string, method uint16, write func(io.Writer) error) {
	if z.err != nil {
		return
	}
	f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: made})
	if err == nil {
		err = write(f)
	}
	if err != nil {
		z.err = fmt.Errorf("write package: %s: %w", name, err)
	}
}

func (z *zipPackage) close() error {
	if z.err != nil {
		return z.err
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write package: %w", err)
	}
	return nil
}
