package kv

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	cgraph "github.com/cayleygraph/cayley/graph"
	hkv "github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"

	"github.com/stancegraph/stancegraph/schema"
)

// Image is the file as it is at one moment, while it goes on being written. It
// keeps the pages of that moment from being used again, so close it soon.
type Image struct{ tx *bbolt.Tx }

// Image returns the file as the last commit left it.
func (db *DB) Image() (*Image, error) {
	if db.bolt == nil {
		return nil, bbolterrors.ErrDatabaseNotOpen
	}
	tx, err := db.bolt.Begin(false)
	if err != nil {
		return nil, err
	}
	return &Image{tx}, nil
}

// Sequence counts the commits: two images of one file with the same sequence
// are the same.
func (i *Image) Sequence() int { return i.tx.ID() }

// WriteTo writes the whole image: a file that OpenReadOnly and Open take.
func (i *Image) WriteTo(w io.Writer) (int64, error) { return i.tx.WriteTo(w) }

// Close lets go of the moment.
func (i *Image) Close() error { return i.tx.Rollback() }

// OpenReadOnly opens a bbolt file, that of a store or an image of one, and
// Cayley's quad store on it, without ever writing. Many processes may do so at
// a time, but none while another has the store open to write.
//
// Only as much of the address space is mapped as the file fills: nothing grows
// here, so that nested readers harm nobody.
//
// hide, which may be nil, says which nodes nobody is to see: they and the quads
// that leave them are not there.
//
// Errors are of the same kinds as those of Open.
func OpenReadOnly(path string, hide func(*Finder) ([]uint64, error)) (cgraph.QuadStore, error) {
	dir := filepath.Dir(path)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil, schema.Errorf(schema.KindNotFound, "name the folder of a store with --store", "no store at %s", dir)
	}
	if err := checkFile(path); err != nil {
		return nil, err
	}
	db, err := openReadOnly(dir, path)
	if err != nil {
		return nil, err
	}
	qs, err := quadStoreWithout(db, hide)
	if err != nil {
		return nil, errors.Join(schema.Errorf(schema.KindCorrupt, "restore it from a backup", "store %s: %w", dir, err), db.Close())
	}
	return qs, nil
}

func quadStoreWithout(db *DB, hide func(*Finder) ([]uint64, error)) (cgraph.QuadStore, error) {
	if hide == nil {
		return QuadStore(db)
	}
	nodes := map[uint64]bool{}
	err := hkv.View(db, func(tx hkv.Tx) error {
		list, err := hide(&Finder{tx})
		for _, id := range list {
			nodes[id] = true
		}
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case len(nodes) == 0:
		return QuadStore(db)
	}
	return QuadStore(&without{db, nodes})
}

func openReadOnly(dir, path string) (*DB, error) {
	bolt, err := bbolt.Open(path, 0, &bbolt.Options{ReadOnly: true, Timeout: lockWait})
	if err != nil {
		return nil, openError(dir, err)
	}
	return &DB{bolt: bolt, dir: dir, readOnly: true}, nil // no note says who holds it: there may be many
}
