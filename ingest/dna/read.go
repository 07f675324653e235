package dna

import (
	"context"
	"database/sql"
	"strconv"

	"github.com/stancegraph/stancegraph/schema"
)

// Read reads a DNA 3 file whole. An error of kind not-found, io or busy is
// about the path; of kind input about the file: what it is instead, or every
// value that is not of its type. The context bounds the time it may take.
func Read(ctx context.Context, path string) (*File, error) {
	db, size, err := open(path)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	r := &reader{db: db, path: path, file: &File{Path: path}, budget: budget(size)}
	if err := r.check(ctx); err != nil {
		return nil, err
	}
	for _, read := range []func(context.Context) error{
		r.readCoders, r.readDocuments, r.readTypes, r.readEntities, r.readAttributes, r.readStatements, r.readValues, r.readRest,
	} {
		if err := read(ctx); err != nil {
			return nil, err
		}
	}
	if err := r.problems.Err("correct these in DNA, or in a copy of the file"); err != nil {
		return nil, err
	}
	return r.file, nil
}

// reader fills a File and collects what is wrong.
type reader struct {
	db       *sql.DB
	path     string
	file     *File
	tables   found
	problems schema.Problems
	budget   int64 // bytes of text that may still be read

	coders         map[int64]bool
	documents      map[int64]bool
	types          map[int64]int // place in file.Types
	variables      map[int64]Variable
	typeOf         map[int64]int64 // of a variable
	entities       map[int64]int   // place in file.Entities
	attributeNames map[int64]string
	statements     map[int64]int // place in file.Statements
}

// budget bounds the text of a file by its size: in a damaged file many rows can
// point at one text.
func budget(size int64) int64 { return 4*size + 1<<20 }

// check makes sure that the file is one of DNA 3, and sound.
func (r *reader) check(ctx context.Context) (err error) {
	if r.tables, err = r.inspect(ctx); err != nil {
		return err
	}
	if err := r.settle(ctx); err != nil {
		return err
	}
	if err := r.complete(); err != nil {
		return err
	}
	var verdict string
	if err := r.db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return damaged(ctx, r.path, err)
	}
	if verdict != "ok" {
		return schema.Errorf(schema.KindInput, "open and save the file in DNA, or take an earlier copy of it",
			"dna file %s is damaged: %s", r.path, verdict)
	}
	return nil
}

// skip reports a row that refers to something that is not there.
func (r *reader) skip(row row, field string, value int64, what string) {
	r.file.Warnings = append(r.file.Warnings, schema.Problem{File: r.path, Record: row.name(), Field: field,
		Value: strconv.FormatInt(value, 10), Expected: "no " + what + " has this ID: left out, as DNA does"})
}

// claim notes an ID, and reports one that stands twice.
func claim[V any](seen map[int64]V, row row, id int64, v V) {
	if _, twice := seen[id]; twice {
		row.bad("ID", strconv.FormatInt(id, 10), "expected an ID of its own: another row has it")
	}
	seen[id] = v
}
