package dna

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/stancegraph/stancegraph/schema"

	_ "modernc.org/sqlite" // the driver
)

// maxFile bounds a file, in bytes. The largest DNA files are some hundred
// megabytes.
const maxFile = 4 << 30

// open opens a file that begins as an SQLite database does, and that nobody is
// writing.
func open(path string) (*sql.DB, int64, error) {
	size, err := look(path)
	if err != nil {
		return nil, 0, err
	}
	dsn, err := address(path)
	if err != nil {
		return nil, 0, unreadable(path, err)
	}
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, 0, unreadable(path, err)
	}
	db.SetMaxOpenConns(1)
	return db, size, nil
}

// unreadable is the error of a file that the machine does not give.
func unreadable(path string, err error) error {
	return schema.Errorf(schema.KindIO, "check that the file can be read", "dna file %s: %w", path, err)
}

// look reads the first bytes of a file.
func look(path string) (size int64, err error) {
	f, err := os.Open(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return 0, schema.Errorf(schema.KindNotFound, "check the path", "dna file %s: no such file", path)
	case err != nil:
		return 0, unreadable(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return 0, unreadable(path, err)
	}
	if !info.Mode().IsRegular() {
		return 0, schema.Errorf(schema.KindInput, "give the path of one .dna file", "%s is not a file", path)
	}
	if info.Size() > maxFile {
		return 0, schema.Errorf(schema.KindInput, "split it in DNA: export part of the documents to a new database",
			"dna file %s has %d bytes; more than %d are not read", path, info.Size(), int64(maxFile))
	}
	head := make([]byte, 16)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return 0, unreadable(path, err)
	}
	if err := recognise(path, head[:n]); err != nil {
		return 0, err
	}
	return info.Size(), unused(path)
}

const sqliteHead = "SQLite format 3\x00"

// recognise says what a file is that is no SQLite database.
func recognise(path string, head []byte) error {
	const hint = "export a database from DNA 3, a file that ends in .dna, and import that"
	switch {
	case string(head) == sqliteHead:
		return nil
	case len(head) == 0:
		return schema.Errorf(schema.KindInput, hint, "%s is empty: expected a file of DNA 3", path)
	case bytes.HasPrefix(bytes.TrimPrefix(head, []byte("\ufeff")), []byte("<?xml")):
		return schema.Errorf(schema.KindInput, "open it in DNA 2 and from there in DNA 3, save it, and import the new file",
			"%s is XML, as DNA 1 wrote it: expected a file of DNA 3", path)
	}
	return schema.Errorf(schema.KindInput, hint, "%s is not an SQLite database: expected a file of DNA 3", path)
}

// unused refuses a file with changes that are not in it yet: immutable files
// are read without them.
func unused(path string) error {
	for _, ending := range []string{"-wal", "-journal"} {
		if info, err := os.Stat(path + ending); err == nil && info.Size() > 0 {
			return schema.Errorf(schema.KindBusy, "close the file in DNA, then import it",
				"%s is open elsewhere: %s has changes that are not in it", path, filepath.Base(path+ending))
		}
	}
	return nil
}

// address is the URI of a file that nobody may change through it. The schema
// inside a file is not trusted, and cells are checked as they are read.
func address(path string) (string, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	slashed := filepath.ToSlash(absolute)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/x is file:///C:/x
	}
	u := url.URL{Scheme: "file", Path: slashed, RawQuery: "mode=ro&immutable=1&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)&_pragma=query_only(1)"}
	return u.String(), nil
}

// damaged turns an error of the database into one for people. The context's
// error stays what it is.
func damaged(ctx context.Context, path string, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return schema.Errorf(schema.KindInput, "open and save the file in DNA, or take an earlier copy of it",
		"dna file %s is damaged: %w", path, err)
}
