package kv

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/stancegraph/stancegraph/schema"
)

// The head of a bbolt file: two pages, each with a 16-byte page header and a
// meta record. The one with the higher transaction that has a right checksum
// is in force.
const (
	pageHeader  = 16
	metaSize    = 64
	boltMagic   = 0xED0CDAED
	maxPageSize = 64 << 10
)

// checkFile refuses a file that is shorter than its meta record says. bbolt
// maps it without looking, and to read beyond its end kills the process. A
// missing or an empty file is one to be made.
func checkFile(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return ioError(filepath.Dir(path), err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return ioError(filepath.Dir(path), err)
	}
	if info.Size() == 0 {
		return nil
	}
	want, ok := expectedSize(f)
	switch {
	case !ok:
		return notAStore(filepath.Dir(path))
	case info.Size() < want:
		return schema.Errorf(schema.KindCorrupt, "restore it from a backup",
			"store %s: %s is cut off: %d bytes of at least %d", filepath.Dir(path), FileName, info.Size(), want)
	}
	return nil
}

// expectedSize is how many bytes the pages in use fill.
func expectedSize(f io.ReaderAt) (int64, bool) {
	m, ok := newestMeta(f)
	return int64(m.pages) * int64(m.pageSize), ok
}

// newestMeta is the meta record in force.
func newestMeta(f io.ReaderAt) (boltMeta, bool) {
	first, ok := readMeta(f, 0)
	pageSize := int64(first.pageSize)
	if !ok { // the first page may be the one that a crash tore
		for pageSize = 1024; pageSize <= maxPageSize; pageSize *= 2 {
			if m, ok := readMeta(f, pageSize); ok && int64(m.pageSize) == pageSize {
				return m, true
			}
		}
		return boltMeta{}, false
	}
	if second, ok := readMeta(f, pageSize); ok && second.tx > first.tx {
		first = second
	}
	return first, true
}

type boltMeta struct {
	pageSize  uint32
	pages, tx uint64
}

func readMeta(f io.ReaderAt, at int64) (boltMeta, bool) {
	b := make([]byte, metaSize)
	if _, err := f.ReadAt(b, at+pageHeader); err != nil {
		return boltMeta{}, false
	}
	order := binary.NativeEndian // bbolt writes its structs as they lie in memory
	sum := fnv.New64a()
	sum.Write(b[:metaSize-8])
	m := boltMeta{pageSize: order.Uint32(b[8:]), pages: order.Uint64(b[40:]), tx: order.Uint64(b[48:])}
	return m, order.Uint32(b) == boltMagic && sum.Sum64() == order.Uint64(b[56:])
}
