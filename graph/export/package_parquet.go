package export

import (
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/parquet-go/parquet-go"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// The rows of the other files of a package of Parquet. Dates are texts in EDTF,
// as in the package of CSV.
type (
	parquetSource struct {
		ID        string   `parquet:"id"`
		Doc       string   `parquet:"doc"`
		Title     string   `parquet:"title"`
		Author    string   `parquet:"author,dict"`
		Outlet    string   `parquet:"outlet,dict"`
		URL       string   `parquet:"url"`
		Kind      string   `parquet:"kind,dict"`
		Lang      string   `parquet:"lang,dict"`
		Published string   `parquet:"published"`
		Earliest  *int32   `parquet:"published_earliest,optional,date"`
		Latest    *int32   `parquet:"published_latest,optional,date"`
		PageDate  string   `parquet:"page_date"`
		DateRule  string   `parquet:"date_rule,dict"`
		Retrieved string   `parquet:"retrieved,dict"`
		Reader    string   `parquet:"reader,dict"`
		Status    string   `parquet:"status,dict"`
		Note      string   `parquet:"note"`
		Rights    string   `parquet:"rights,dict"`
		Extracted []string `parquet:"extracted,list"`
		NearTo    []string `parquet:"near_to,list"`
		Text      string   `parquet:"text"` // empty where it is left out
	}
	parquetAnnotation struct {
		ID        string `parquet:"id"`
		Doc       string `parquet:"doc,dict"`
		Source    string `parquet:"source,dict"`
		Start     int32  `parquet:"start"`
		End       int32  `parquet:"end"`
		Evidence  string `parquet:"evidence"`
		Type      string `parquet:"type,dict"`
		Coder     string `parquet:"coder,dict"`
		Date      string `parquet:"date"`
		Earliest  *int32 `parquet:"earliest,optional,date"`
		Latest    *int32 `parquet:"latest,optional,date"`
		Reason    string `parquet:"reason,dict"`
		Variables string `parquet:"variables"` // a JSON object
	}
	parquetCodebook struct {
		Name    string `parquet:"name"`
		Version string `parquet:"version"`
		Title   string `parquet:"title"`
		YAML    string `parquet:"yaml"` // the file
	}
)

// ParquetPackage writes the whole graph as a zip of Parquet files: statements,
// sources with their texts, annotations, versions of the codebook, and how it
// was made.
func ParquetPackage(w io.Writer, s *ledger.Snapshot, p Provenance) error {
	z := newPackage(w)
	z.file("provenance.json", func(w io.Writer) error { return ProvenanceJSON(w, p) })
	z.stored("statements.parquet", func(w io.Writer) error { return Parquet(w, s, everything, p) })
	z.stored("sources.parquet", func(w io.Writer) error {
		return writeParquet(w, func(yield func(parquetSource) bool) {
			for src := range sources(s) {
				if !yield(sourceOfParquet(src)) {
					return
				}
			}
		})
	})
	z.stored("annotations.parquet", func(w io.Writer) error {
		return writeParquet(w, func(yield func(parquetAnnotation) bool) {
			for i := range s.Annotations {
				if !yield(annotationOfParquet(&s.Annotations[i])) {
					return
				}
			}
		})
	})
	z.stored("codebooks.parquet", func(w io.Writer) error {
		rows := make([]parquetCodebook, len(s.Codebooks))
		for i, cb := range s.Codebooks {
			rows[i] = parquetCodebook{cb.Name, cb.Version, cb.Title, cb.YAML}
		}
		return writeParquet(w, slices.Values(rows))
	})
	return z.close()
}

func sourceOfParquet(s *schema.Source) parquetSource {
	return parquetSource{ID: s.ID, Doc: s.Doc, Title: s.Title, Author: s.Author, Outlet: s.Outlet, URL: s.URL, Kind: s.Kind, Lang: s.Lang,
		Published: s.Published.String(), Earliest: parquetDay(s.Published.Earliest()), Latest: parquetDay(s.Published.Latest()),
		PageDate: s.PageDate.String(), DateRule: s.DateRule, Retrieved: s.Retrieved.String(), Reader: s.Reader, Status: string(s.Status), Note: s.Note,
		Rights: string(s.Rights), Extracted: s.Extracted, NearTo: s.NearTo, Text: s.Text}
}

func annotationOfParquet(a *schema.Annotation) parquetAnnotation {
	r := parquetAnnotation{ID: a.ID, Doc: a.Doc, Source: a.Source, Start: int32(a.Start), End: int32(a.End), Evidence: a.Evidence, Type: a.Type, Coder: a.Coder,
		Date: a.Date.String(), Earliest: parquetDay(a.Date.Earliest()), Latest: parquetDay(a.Date.Latest()), Reason: a.Reason}
	if len(a.Variables) > 0 {
		r.Variables = encode(a.Variables)
	}
	return r
}

// writeParquet writes rows, compressed by Zstandard, in batches.
func writeParquet[T any](w io.Writer, rows iter.Seq[T], options ...parquet.WriterOption) error {
	pw := parquet.NewGenericWriter[T](w, append(options, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("stancegraph", "", ""))...)
	batch := make([]T, 0, parquetBatch)
	for row := range rows {
		if batch = append(batch, row); len(batch) < parquetBatch {
			continue
		}
		if _, err := pw.Write(batch); err != nil {
			return fmt.Errorf("write parquet: %w", err)
		}
		batch = batch[:0]
	}
	if _, err := pw.Write(batch); err != nil {
		return fmt.Errorf("write parquet: %w", err)
	}
	if err := pw.Close(); err != nil {
		return fmt.Errorf("write parquet: %w", err)
	}
	return nil
}
