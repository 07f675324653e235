package graph

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/records"
)

// The ledger file has all records of the store as they were after one of its
// writes, so that opening need not put them together from millions of quads:
// a line that says what it is, the mark of that write, the records, and the
// SHA-256 of all this. It holds nothing that is not in the store, and may be
// deleted at any time.
const (
	ledgerFile  = "graph.ledger"
	ledgerMagic = "stancegraph ledger\n"
	ledgerTemp  = "ledger-*.tmp"
)

var (
	errNoLedger      = errors.New("there is no ledger file")
	errDamagedLedger = errors.New("the ledger file is damaged")
)

// readLedger reads the ledger file of a folder. The error says why there is
// nothing to be read.
func readLedger(dir string) (at kv.Mark, set *records.Set, size int64, err error) {
	b, err := os.ReadFile(filepath.Join(dir, ledgerFile))
	if errors.Is(err, fs.ErrNotExist) {
		return at, nil, 0, errNoLedger
	}
	if err != nil {
		return at, nil, 0, err
	}
	size = int64(len(b))
	head := len(ledgerMagic) + len(at.Bytes())
	end := len(b) - sha256.Size
	if end < head || !bytes.HasPrefix(b, []byte(ledgerMagic)) {
		return at, nil, 0, errDamagedLedger
	}
	if sum := sha256.Sum256(b[:end]); !bytes.Equal(sum[:], b[end:]) {
		return at, nil, 0, errDamagedLedger
	}
	at, _ = kv.MarkOf(b[len(ledgerMagic):head])
	if set, err = records.Decode(b[head:end]); err != nil {
		return at, nil, 0, fmt.Errorf("the ledger file: %w", err)
	}
	return at, set, size, nil
}

// writeLedger writes the ledger file: beside the old one, which it then takes
// the place of, whole and on disk.
func writeLedger(dir string, at kv.Mark, set *records.Set) (size int64, err error) {
	f, err := os.CreateTemp(dir, ledgerTemp)
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if size, err = writeLedgerTo(f, at, set); err == nil {
		err = errors.Join(f.Chmod(0o644), f.Sync()) // as readable as the store
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return 0, err
	}
	if err = os.Rename(f.Name(), filepath.Join(dir, ledgerFile)); err != nil {
		return 0, err
	}
	return size, syncFolder(dir)
}

func writeLedgerTo(f io.Writer, at kv.Mark, set *records.Set) (size int64, err error) {
	sum := sha256.New()
	counted := &counter{}
	b := bufio.NewWriter(io.MultiWriter(f, sum, counted))
	b.WriteString(ledgerMagic)
	b.Write(at.Bytes())
	if err := errors.Join(b.Flush(), records.Encode(io.MultiWriter(f, sum, counted), set)); err != nil {
		return 0, err
	}
	n, err := f.Write(sum.Sum(nil))
	return counted.n + int64(n), err
}

type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}

// syncFolder makes a new name last. Where folders cannot be synced, the name
// lasts without.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync()
	return d.Close()
}

// sweepLedger removes what a killed process left behind.
func sweepLedger(dir string) {
	left, _ := filepath.Glob(filepath.Join(dir, ledgerTemp)) // the pattern is right
	for _, path := range left {
		_ = os.Remove(path) // what cannot be removed takes room, no more
	}
}
