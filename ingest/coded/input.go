package coded

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"hash"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Input opens a file from its beginning; it is called once for every pass.
type Input func() (io.ReadCloser, error)

// stream is the text of a table: unpacked, without byte-order mark.
type stream struct {
	io.Reader
	file io.Closer
}

func (s *stream) Close() error { return s.file.Close() }

// openStream opens a file and unpacks it where it is packed. Every byte of the
// text goes through sum, if there is one.
func openStream(open Input, name string, sum hash.Hash) (*stream, error) {
	f, err := open()
	if err != nil {
		return nil, err
	}
	s := &stream{file: f}
	b := bufio.NewReaderSize(f, 1<<16)
	magic, _ := b.Peek(2)
	s.Reader = b
	switch packed := bytes.Equal(magic, []byte{0x1f, 0x8b}); {
	case packed:
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, errors.Join(unpackError(name, err), f.Close())
		}
		s.Reader = z
	case strings.HasSuffix(name, ".gz"):
		return nil, errors.Join(schema.Errorf(schema.KindInput, "name it without .gz, or pack it with gzip", "%s: it is called .gz and is not packed with gzip", name), f.Close())
	}
	if sum != nil {
		s.Reader = io.TeeReader(s.Reader, sum)
	}
	s.Reader = bufio.NewReaderSize(s.Reader, 1<<16)
	if err := s.skipMark(name); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return s, nil
}

// skipMark leaves the byte-order mark out. The marks of UTF-16 are refused.
func (s *stream) skipMark(name string) error {
	b := s.Reader.(*bufio.Reader)
	head, err := b.Peek(3)
	if err != nil && err != io.EOF {
		return readError(name, err)
	}
	switch {
	case bytes.Equal(head, []byte("\ufeff")):
		_, _ = b.Discard(3) // they were peeked at
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return schema.Errorf(schema.KindInput, "save the file as UTF-8 and try again", "%s: the file is UTF-16", name)
	}
	return nil
}

func unpackError(name string, err error) error {
	return schema.Errorf(schema.KindInput, "pack the file again: it is damaged or cut off", "%s: cannot be unpacked: %w", name, err)
}

// readError tells a damaged archive from a disk that says no.
func readError(name string, err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case schema.KindOf(err) != "":
		return err
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader), errors.Is(err, io.ErrUnexpectedEOF),
		errors.As(err, &corrupt):
		return unpackError(name, err)
	}
	return schema.Errorf(schema.KindIO, "check that the file can be read", "read %s: %w", name, err)
}
