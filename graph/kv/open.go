package kv

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"

	"github.com/stancegraph/stancegraph/schema"
)

// FileName is the bbolt file inside the folder of a store.
const FileName = "graph.bolt"

// lockWait is how long Open waits for another process to let go. A process
// that was killed has let go already.
const lockWait = 250 * time.Millisecond

// Options says how to open a store's file. The zero value opens an existing
// one.
type Options struct {
	Create  bool   // make the folder and the file where they are missing
	Command string // what holds the store, for the message that another process gets

	// ReadOnly writes nothing, and lets other processes read at the same time. A
	// store that may not be written is opened in this way in any case.
	ReadOnly bool
}

// Open opens the bbolt file in a folder and takes its lock.
//
// Errors are of kind not-found when there is no store and none is to be made,
// input when the path is something else, busy when another process holds it,
// corrupt when the file is damaged, io when the disk says no.
func Open(dir string, opt Options) (*DB, error) {
	path := filepath.Join(dir, FileName)
	if err := prepare(dir, path, opt.Create); err != nil {
		return nil, err
	}
	if opt.ReadOnly {
		return openReadOnly(dir, path)
	}
	room := roomFor(fileSize(path))
	db, err := bbolt.Open(path, 0o644, &bbolt.Options{
		Timeout:         lockWait,
		InitialMmapSize: room,
		FreelistType:    bbolt.FreelistMapType, // constant time however fragmented the file is
	})
	if err != nil && mayNotWrite(err) && fileSize(path) > 0 {
		return openReadOnly(dir, path)
	}
	if err != nil {
		return nil, openError(dir, err)
	}
	hold(dir, opt.Command)
	return &DB{bolt: db, dir: dir, room: int64(room)}, nil
}

func mayNotWrite(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// prepare checks that the path can be a store before bbolt maps it.
func prepare(dir, path string, create bool) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist) && create:
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return ioError(dir, err)
		}
	case errors.Is(err, fs.ErrNotExist):
		return schema.Errorf(schema.KindNotFound, "ingest or import something first, or name another folder with --store", "no store at %s", dir)
	case err != nil:
		return ioError(dir, err)
	case !info.IsDir():
		return schema.Errorf(schema.KindInput, "name a folder with --store", "store %s: is a file, expected a folder", dir)
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && !create {
		return schema.Errorf(schema.KindNotFound, "name the folder of a store with --store", "no store at %s: the folder has no %s", dir, FileName)
	}
	return checkFile(path)
}

func openError(dir string, err error) error {
	switch {
	case errors.Is(err, bbolterrors.ErrTimeout):
		return busyError(dir)
	case errors.Is(err, bbolterrors.ErrInvalid), errors.Is(err, bbolterrors.ErrVersionMismatch), errors.Is(err, bbolterrors.ErrChecksum):
		return notAStore(dir)
	}
	return ioError(dir, err)
}

func notAStore(dir string) error {
	return schema.Errorf(schema.KindInput, "name another folder with --store, or restore this one from a backup",
		"store %s: its %s is not a file of this program", dir, FileName)
}

func ioError(dir string, err error) error {
	return schema.Errorf(schema.KindIO, "check that the folder exists, that it can be written to and that the disk has room",
		"store %s: %w", dir, err)
}
