package read

import (
	"archive/zip"
	"errors"
	"io"
	"os"

	"github.com/stancegraph/stancegraph/schema"
)

// zip yields the sources of a ZIP archive in the order of its directory.
func (r *Reader) zip(path string, f *os.File, yield func(schema.Source, error) bool) {
	info, err := f.Stat()
	if err != nil {
		yield(schema.Source{}, openError(path, err))
		return
	}
	directory, err := zip.NewReader(f, info.Size())
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // names are only names here
		yield(schema.Source{}, damaged(path, err))
		return
	}
	m := members{Reader: r, archive: path, limits: r.bounds(), packed: info.Size, yield: yield}
	for _, file := range directory.File {
		if !file.Mode().IsRegular() {
			continue
		}
		if !m.member(file.Name, func(n int64) ([]byte, error) { return unzip(file, n) }) {
			return
		}
	}
}

const encrypted = 0x1 // flag of a member that needs a password

func unzip(file *zip.File, n int64) ([]byte, error) {
	if file.Flags&encrypted != 0 {
		return nil, errors.New("encrypted; unpack it with its password")
	}
	f, err := file.Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, n))
	return data, errors.Join(err, f.Close())
}
