package read

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"

	"github.com/stancegraph/stancegraph/schema"
)

// tar yields the sources of a tar archive, packed by gzip or not, in order.
// What is not read still has to be unpacked to get past it, and counts.
func (r *Reader) tar(path string, f *os.File, yield func(schema.Source, error) bool) {
	packed := &counter{r: f}
	in := bufio.NewReader(packed)
	unpacked := &counter{r: in}
	if head, _ := in.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(in)
		if err != nil {
			yield(schema.Source{}, damaged(path, err))
			return
		}
		unpacked.r = z
	}
	m := members{Reader: r, archive: path, limits: r.bounds(), packed: func() int64 { return packed.n }, yield: yield}
	unpacked.tooMuch = m.isBomb
	m.walk(tar.NewReader(unpacked))
}

func (m *members) walk(archive *tar.Reader) {
	for {
		header, err := archive.Next()
		switch {
		case err == io.EOF:
			return
		case errors.Is(err, errBomb):
			m.bomb()
			return
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			m.yield(schema.Source{}, damaged(m.archive, err))
			return
		case header.Typeflag != tar.TypeReg:
			continue
		}
		if !m.member(header.Name, func(n int64) ([]byte, error) { return io.ReadAll(io.LimitReader(archive, n)) }) {
			return
		}
	}
}

// counter counts what goes through, and stops when it is too much.
type counter struct {
	r       io.Reader
	n       int64
	tooMuch func(n int64) bool // may be nil
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	if c.tooMuch != nil && c.tooMuch(c.n) {
		return n, errBomb
	}
	return n, err
}
