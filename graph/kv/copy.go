package kv

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/stancegraph/stancegraph/schema"
)

// copyTries is how often a copy is begun anew because somebody wrote meanwhile.
const copyTries = 10

// Copy writes the file of a store to w, as its last commit left it, also while
// another process has the store open: it takes no lock. Nothing that a commit
// refers to is written over before the next commit is done, so that a copy is
// sound when none was done meanwhile; else it is begun anew. w is cut to what
// was written.
//
// Errors are of kind not-found, input and corrupt as of Open, busy when the
// other process writes all the time, io.
func Copy(ctx context.Context, dir string, w *os.File) (size int64, err error) {
	path := filepath.Join(dir, FileName)
	if err := checkFile(path); err != nil {
		return 0, err
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, schema.Errorf(schema.KindNotFound, "name the folder of a store", "no store at %s: there is no %s", dir, path)
	}
	if err != nil {
		return 0, ioError(dir, err)
	}
	defer f.Close()
	for range copyTries {
		before, ok := newestMeta(f)
		if !ok {
			return 0, notAStore(dir)
		}
		if size, err = copyPages(ctx, f, before, w); err != nil {
			return 0, fmt.Errorf("copy store %s: %w", dir, err)
		}
		if after, ok := newestMeta(f); ok && after == before {
			return size, nil
		}
	}
	return 0, schema.Errorf(schema.KindBusy, "try again when less is written, or stop the process that writes", "store %s is written faster than it can be copied", dir)
}

func copyPages(ctx context.Context, f *os.File, m boltMeta, w *os.File) (int64, error) {
	size := int64(m.pages) * int64(m.pageSize)
	if _, err := w.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	const piece = 4 << 20
	for at := int64(0); at < size; at += piece {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		n := min(piece, size-at)
		if got, err := io.Copy(w, io.NewSectionReader(f, at, n)); err != nil || got < n {
			return 0, errors.Join(err, fmt.Errorf("%d of %d bytes", at+got, size))
		}
	}
	return size, w.Truncate(size)
}
