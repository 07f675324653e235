package exported

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"github.com/parquet-go/parquet-go"

	"github.com/stancegraph/stancegraph/schema"
)

// The rows of Parquet files, see package export: what follows from other columns
// is not read.
type (
	parquetStatement struct {
		ID          string   `parquet:"id"`
		Date        string   `parquet:"date"`
		DateBasis   string   `parquet:"date_basis"`
		Actor       string   `parquet:"actor"`
		OnBehalfOf  string   `parquet:"on_behalf_of"`
		Signatories []string `parquet:"signatories,list"`
		Issue       string   `parquet:"issue"`
		Proposition string   `parquet:"proposition"`
		Stance      float64  `parquet:"stance"`
		Condition   string   `parquet:"condition"`
		Act         string   `parquet:"act"`
		Mode        string   `parquet:"mode"`
		Evidence    string   `parquet:"evidence"`
		Start       int32    `parquet:"start"`
		End         int32    `parquet:"end"`
		Via         []string `parquet:"via,list"`
		Doc         string   `parquet:"doc"`
		Source      string   `parquet:"source"`
		Coder       string   `parquet:"coder"`
		Confidence  float64  `parquet:"confidence"`
		Status      string   `parquet:"status"`
		Reviewer    string   `parquet:"reviewer"`
		Reason      string   `parquet:"reason"`
		Revises     string   `parquet:"revises"`
		Codebook    string   `parquet:"codebook"`
		Variables   string   `parquet:"variables"`
		Trace       []string `parquet:"trace,list"`
	}
	parquetSource struct {
		ID        string   `parquet:"id"`
		Doc       string   `parquet:"doc"`
		Title     string   `parquet:"title"`
		Author    string   `parquet:"author"`
		Outlet    string   `parquet:"outlet"`
		URL       string   `parquet:"url"`
		Kind      string   `parquet:"kind"`
		Lang      string   `parquet:"lang"`
		Published string   `parquet:"published"`
		PageDate  string   `parquet:"page_date"`
		DateRule  string   `parquet:"date_rule"`
		Retrieved string   `parquet:"retrieved"`
		Reader    string   `parquet:"reader"`
		Status    string   `parquet:"status"`
		Note      string   `parquet:"note"`
		Rights    string   `parquet:"rights"`
		Extracted []string `parquet:"extracted,list"`
		NearTo    []string `parquet:"near_to,list"`
		Text      string   `parquet:"text"`
	}
	parquetAnnotation struct {
		ID        string `parquet:"id"`
		Doc       string `parquet:"doc"`
		Source    string `parquet:"source"`
		Start     int32  `parquet:"start"`
		End       int32  `parquet:"end"`
		Evidence  string `parquet:"evidence"`
		Type      string `parquet:"type"`
		Coder     string `parquet:"coder"`
		Date      string `parquet:"date"`
		Reason    string `parquet:"reason"`
		Variables string `parquet:"variables"`
	}
	parquetCodebook struct {
		Name    string `parquet:"name"`
		Version string `parquet:"version"`
		YAML    string `parquet:"yaml"`
	}
)

// Parquet reads the Parquet file of statements that export writes. Places are
// rows, the first one is 1.
func Parquet(r io.Reader, file string) (*Graph, error) {
	data, err := readAll(r, file)
	if err != nil {
		return nil, err
	}
	var c collector
	if err := c.statementParquet(data, file); err != nil {
		return nil, err
	}
	return c.graph()
}

// ParquetPackage reads a package of Parquet files.
func ParquetPackage(r io.Reader, name string) (*Graph, error) {
	a, err := openPackage(r, name)
	if err != nil {
		return nil, err
	}
	var c collector
	for _, step := range []struct {
		file string
		take func([]byte, string) error
	}{{"codebooks.parquet", c.codebookParquet}, {"sources.parquet", c.sourceParquet}, {"statements.parquet", c.statementParquet}, {"annotations.parquet", c.annotationParquet}} {
		data, err := a.read(step.file, maxPackage)
		if err != nil {
			return nil, err
		}
		if err := step.take([]byte(data), a.path(step.file)); err != nil {
			return nil, err
		}
	}
	return c.graph()
}

func (c *collector) statementParquet(data []byte, file string) error {
	return c.take(entries(parquetRows[parquetStatement](data, file), file, func(r *parquetStatement) (schema.Entry, error) {
		p := problems{}
		s := &schema.Statement{ID: r.ID, Doc: r.Doc, Source: r.Source, Start: int(r.Start), End: int(r.End), Evidence: r.Evidence, Actor: r.Actor, OnBehalfOf: r.OnBehalfOf,
			Signatories: r.Signatories, Issue: r.Issue, Proposition: r.Proposition, Condition: r.Condition, Act: schema.Act(r.Act), Date: p.date("date", r.Date),
			DateBasis: schema.DateBasis(r.DateBasis), Mode: schema.Mode(r.Mode), Via: r.Via, Coder: r.Coder, Confidence: r.Confidence, Status: schema.Status(r.Status),
			Codebook: r.Codebook, Revises: r.Revises, Reason: r.Reason, Reviewer: r.Reviewer, Variables: p.object("variables", r.Variables), Trace: r.Trace}
		var err error
		if s.Stance, err = schema.StanceOf(r.Stance); err != nil {
			p.add("stance", fmt.Sprint(r.Stance), "expected one of -1, -0.5, 0, 0.5, 1")
		}
		return schema.Entry{Kind: schema.RecordStatement, Statement: s}, p.err()
	}), file)
}

func (c *collector) sourceParquet(data []byte, file string) error {
	return c.take(entries(parquetRows[parquetSource](data, file), file, func(r *parquetSource) (schema.Entry, error) {
		p := problems{}
		s := &schema.Source{ID: r.ID, Doc: r.Doc, Title: r.Title, Author: r.Author, Outlet: r.Outlet, URL: r.URL, Kind: r.Kind, Lang: r.Lang,
			Published: p.date("published", r.Published), PageDate: p.date("page_date", r.PageDate), DateRule: r.DateRule, Retrieved: p.date("retrieved", r.Retrieved),
			Reader: r.Reader, Status: schema.SourceStatus(r.Status), Note: r.Note, Rights: schema.Rights(r.Rights), Extracted: r.Extracted, NearTo: r.NearTo, Text: r.Text}
		return schema.Entry{Kind: schema.RecordSource, Source: s}, p.err()
	}), file)
}

func (c *collector) annotationParquet(data []byte, file string) error {
	return c.take(entries(parquetRows[parquetAnnotation](data, file), file, func(r *parquetAnnotation) (schema.Entry, error) {
		p := problems{}
		a := &schema.Annotation{ID: r.ID, Doc: r.Doc, Source: r.Source, Start: int(r.Start), End: int(r.End), Evidence: r.Evidence, Type: r.Type, Coder: r.Coder,
			Date: p.date("date", r.Date), Reason: r.Reason, Variables: p.object("variables", r.Variables)}
		return schema.Entry{Kind: schema.RecordAnnotation, Annotation: a}, p.err()
	}), file)
}

func (c *collector) codebookParquet(data []byte, file string) error {
	return c.take(entries(parquetRows[parquetCodebook](data, file), file, func(r *parquetCodebook) (schema.Entry, error) {
		cb, err := schema.LoadCodebook(file+", codebook "+r.Name+"/"+r.Version, []byte(r.YAML))
		return schema.Entry{Kind: schema.RecordCodebook, Codebook: cb}, err
	}), file)
}

// parquetRows yields the rows of a Parquet file. A file that is none, or lacks a
// column, is an error of kind input.
func parquetRows[T any](data []byte, file string) iter.Seq2[row[T], error] {
	return func(yield func(row[T], error) bool) {
		f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			yield(row[T]{}, schema.Errorf(schema.KindInput, "give a file as export writes it", "%s: no Parquet file, or damaged: %w", file, err))
			return
		}
		want := parquet.SchemaOf(new(T))
		for _, column := range want.Columns() {
			if _, ok := f.Schema().Lookup(column...); !ok {
				yield(row[T]{}, schema.Errorf(schema.KindInput, "give a file as export writes it", "%s: the column %s is missing", file, column[0]))
				return
			}
		}
		r := parquet.NewGenericReader[T](f, want)
		defer r.Close()
		batch := make([]T, 1024)
		for line := 1; ; {
			clear(batch) // lists are appended to what is there
			n, err := r.Read(batch)
			for i := range batch[:n] {
				if !yield(row[T]{line, batch[i]}, nil) {
					return
				}
				line++
			}
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(row[T]{}, schema.Errorf(schema.KindInput, "export it again", "%s: row %d: %w", file, line, err))
				return
			}
		}
	}
}

// problems are those of one row.
type problems struct{ list schema.Problems }

func (p *problems) add(field, value, expected string) {
	p.list = append(p.list, schema.Problem{Field: field, Value: value, Expected: expected})
}

func (p *problems) err() error {
	if len(p.list) == 0 {
		return nil
	}
	return p.list
}

func (p *problems) date(field, text string) schema.Date {
	d, err := schema.ParseDate(text)
	if err != nil {
		p.add(field, text, afterColon(err))
	}
	return d
}

func (p *problems) object(field, text string) map[string]string {
	var m map[string]string
	if text != "" && json.Unmarshal([]byte(text), &m) != nil {
		p.add(field, text, "expected a JSON object of texts")
	}
	return m
}
