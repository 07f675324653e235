package exported

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// maxPackage bounds what is unpacked of a package, in bytes.
const maxPackage = 16 << 30

// archive is a package in memory, with its files by name.
type archive struct {
	name  string
	files map[string]*zip.File
}

func openPackage(r io.Reader, name string) (*archive, error) {
	data, err := readAll(r, name)
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, schema.Errorf(schema.KindInput, "give a package as export writes it", "%s: no zip archive, or damaged: %w", name, err)
	}
	a := &archive{name: name, files: make(map[string]*zip.File, len(z.File))}
	var size uint64
	for _, f := range z.File {
		if size += f.UncompressedSize64; size > maxPackage {
			return nil, schema.Errorf(schema.KindInput, "give a package as export writes it", "%s: unpacked it is larger than %d bytes", name, int64(maxPackage))
		}
		a.files[f.Name] = f
	}
	return a, nil
}

// readAll reads a file whole, as formats need it that begin with their end.
func readAll(r io.Reader, name string) ([]byte, error) {
	data, err := io.ReadAll(r)
	if err != nil && schema.KindOf(err) == "" {
		err = schema.Errorf(schema.KindIO, "check that the file can be read", "read %s: %w", name, err)
	}
	return data, err
}

// path names a file of the package for messages.
func (a *archive) path(name string) string { return a.name + "/" + name }

func (a *archive) open(name string) (io.ReadCloser, error) {
	f, ok := a.files[name]
	if !ok {
		return nil, schema.Errorf(schema.KindInput, "give a package as export writes it", "%s: the package has no file %s", a.name, name)
	}
	in, err := f.Open()
	if err != nil {
		return nil, schema.Errorf(schema.KindInput, "export it again", "%s: %w", a.path(name), err)
	}
	return in, nil
}

// text is the whole of a text of the package.
func (a *archive) text(name string) (string, error) { return a.read(name, schema.MaxText) }

// read is the whole of a file that is not larger than limit, in bytes.
func (a *archive) read(name string, limit uint64) (string, error) {
	in, err := a.open(name)
	if err != nil {
		return "", err
	}
	if size := a.files[name].UncompressedSize64; size > limit { // the archive's reader stops where it lies
		return "", errors.Join(schema.Errorf(schema.KindInput, "give a package as export writes it", "%s: unpacked it is larger than %d bytes", a.path(name), limit), in.Close())
	}
	var b strings.Builder
	_, err = io.Copy(&b, in)
	if err := errors.Join(err, in.Close()); err != nil {
		return "", schema.Errorf(schema.KindInput, "export it again", "%s: %w", a.path(name), err)
	}
	return b.String(), nil
}

// CSVPackage reads a package of CSV files: codebooks, sources with their texts,
// statements and annotations. Its other files follow from these.
func CSVPackage(r io.Reader, name string) (*Graph, error) {
	a, err := openPackage(r, name)
	if err != nil {
		return nil, err
	}
	var c collector
	for _, step := range []func(*archive) error{c.codebookFiles, c.sourceFiles, c.statementFile, c.annotationFile} {
		if err := step(a); err != nil {
			return nil, err
		}
	}
	return c.graph()
}

func (c *collector) codebookFiles(a *archive) error {
	return takeFile(c, a, "codebooks.csv", codebookColumns, func(r *codebookRow) (schema.Entry, error) {
		text, err := a.text(r.file)
		if err != nil {
			return schema.Entry{}, missing("file", r.file)
		}
		cb, err := schema.LoadCodebook(a.path(r.file), []byte(text))
		if err == nil && (cb.Name != r.name || cb.Version != r.version) {
			err = schema.Problems{{Field: "version", Value: r.name + "/" + r.version, Expected: "expected " + cb.Ref() + ", which its file says"}}
		}
		return schema.Entry{Kind: schema.RecordCodebook, Codebook: cb}, err
	})
}

func (c *collector) sourceFiles(a *archive) error {
	return takeFile(c, a, "sources.csv", sourceColumns, func(r *sourceRow) (schema.Entry, error) {
		e := schema.Entry{Kind: schema.RecordSource, Source: &r.Source}
		if r.textFile == "" {
			return e, nil
		}
		var err error
		if r.Text, err = a.text(r.textFile); err != nil {
			err = missing("text_file", r.textFile)
		}
		return e, err
	})
}

func missing(field, path string) error {
	return schema.Problems{{Field: field, Value: path, Expected: "the package has no such file, or it is damaged"}}
}

func (c *collector) statementFile(a *archive) error {
	return takeFile(c, a, "statements.csv", statementColumns, statementEntry)
}

func (c *collector) annotationFile(a *archive) error {
	return takeFile(c, a, "annotations.csv", annotationColumns, func(n *schema.Annotation) (schema.Entry, error) {
		return schema.Entry{Kind: schema.RecordAnnotation, Annotation: n}, nil
	})
}

func takeFile[T any](c *collector, a *archive, name string, cs columns[T], entry func(*T) (schema.Entry, error)) error {
	in, err := a.open(name)
	if err != nil {
		return err
	}
	path := a.path(name)
	return errors.Join(c.take(entries(cs.rows(in, path), path, entry), path), in.Close())
}
