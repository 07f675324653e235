package read

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Reader turns files into sources. The zero value is ready; it may be used by
// many at once when Meta and Skip may.
type Reader struct {
	Meta     *MetaSet          // what is known of files by their names; may be nil
	Encoding string            // of files that are not UTF-8 and do not say what they are; "" for none
	Skip     func(name string) // told of each member of an archive that is of another kind; may be nil
	Apart    *Apart            // reads web pages and PDFs; nil reads them in this process, where one that does not end goes on behind its error

	limits *limits // the standard ones when nil
}

func (r *Reader) bounds() limits {
	if r.limits != nil {
		return *r.limits
	}
	return standard
}

// Sources yields the sources of one file: one of an article, one for each item
// of a feed and for each member of an archive, read one at a time. An article
// that cannot be read yields an error and the sequence goes on, so that a
// caller can report them all; a container that cannot be read ends it.
func (r *Reader) Sources(path string) iter.Seq2[schema.Source, error] {
	return func(yield func(schema.Source, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(schema.Source{}, openError(path, err))
			return
		}
		defer func() { _ = f.Close() }() // read only: nothing is lost
		r.open(path, f, func(src schema.Source, err error) bool {
			src.Doc = strings.TrimPrefix(src.Doc, folderOf(path)) // messages name paths, records do not
			return yield(src, err)
		})
	}
}

func folderOf(path string) string { return path[:len(path)-len(filepath.Base(path))] }

func (r *Reader) open(path string, f *os.File, yield func(schema.Source, error) bool) {
	switch kindOf(path) {
	case zipArchive:
		r.zip(path, f, yield)
	case tarArchive:
		r.tar(path, f, yield)
	default:
		data, err := readBounded(path, f, r.bounds().size)
		if err != nil {
			yield(schema.Source{}, err)
			return
		}
		r.articles(path, data, yield)
	}
}

// articles yields what the bytes of a file hold; false when the caller has enough.
func (r *Reader) articles(name string, data []byte, yield func(schema.Source, error) bool) bool {
	if kindOf(name) == feed {
		return r.feed(name, data, yield)
	}
	return yield(r.article(name, data, r.Meta.For(name)))
}

// readBounded reads a file whole, up to the limit.
func readBounded(name string, f io.Reader, size int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(f, size+1))
	switch {
	case err != nil:
		return nil, schema.Errorf(schema.KindIO, "check that the path is a file that can be read", "read %s: %w", name, err)
	case int64(len(data)) > size:
		return nil, tooLarge(name, size)
	}
	return data, nil
}

func tooLarge(name string, size int64) error {
	if size < 1<<20 {
		return schema.Errorf(schema.KindInput, "split the file into articles, one a file", "%s: larger than %d bytes", name, size)
	}
	return schema.Errorf(schema.KindInput, "split the file into articles, one a file", "%s: larger than %d MiB", name, size>>20)
}

func openError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return schema.Errorf(schema.KindNotFound, "check the path", "read %s: no such file", path)
	case errors.Is(err, fs.ErrPermission):
		return schema.Errorf(schema.KindIO, "give yourself the right to read it, or copy it", "read %s: permission denied", path)
	}
	return schema.Errorf(schema.KindIO, "check that the path is a file that can be read", "read %w", err)
}

// Text reads the bytes of one article; name says which kind it is and becomes,
// by its last element, the source's doc. What meta says goes before what the
// article says of itself, and that before what its text shows.
func Text(name string, data []byte, meta Meta) (schema.Source, error) {
	src, err := new(Reader).article(name, data, meta)
	src.Doc = filepath.Base(name)
	return src, err
}
