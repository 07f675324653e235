package graph_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	hkv "github.com/hidal-go/hidalgo/kv"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

var errDisk = errors.New("no space left on device")

// faulty fails the n-th write from now on, counting commits as writes; with
// n 0 it fails none.
type faulty struct {
	hkv.KV
	n *int
}

func (f faulty) Tx(rw bool) (hkv.Tx, error) {
	tx, err := f.KV.Tx(rw)
	if err != nil || !rw {
		return tx, err
	}
	return faultyTx{tx, f.n}, nil
}

type faultyTx struct {
	hkv.Tx
	n *int
}

func (tx faultyTx) fail() error {
	if *tx.n == 0 {
		return nil
	}
	if *tx.n--; *tx.n == 0 {
		return errDisk
	}
	return nil
}

func (tx faultyTx) Put(k hkv.Key, v hkv.Value) error {
	if err := tx.fail(); err != nil {
		return err
	}
	return tx.Tx.Put(k, v)
}

func (tx faultyTx) Commit(ctx context.Context) error {
	if err := tx.fail(); err != nil {
		return err
	}
	return tx.Tx.Commit(ctx)
}

// A write that fails, at whatever quad, leaves the store as it was, and the
// next one succeeds. Cayley alone would write wrong quads then.
func TestFailedWrites(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	n := 0
	s, err := graph.Open(t.TempDir(), graphtest.Options().Wrapped(func(db hkv.KV) hkv.KV { return faulty{db, &n} }))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.PutCodebook(ctx, graphtest.Codebook(t, "1")); err != nil {
		t.Fatal(err)
	}
	src, statements := graphtest.Article(0, 2)
	before := graphtest.NQuads(t, s)
	failed := 0
	for at := 1; ; at += 23 {
		n = at
		_, err := s.PutSource(ctx, src, statements)
		if err == nil {
			break // there are fewer writes than that
		}
		failed++
		n = 0
		if !strings.Contains(err.Error(), errDisk.Error()) || schema.KindOf(err) != schema.KindIO || schema.HintOf(err) == "" {
			t.Fatalf("write %d: got %v of kind %q", at, err, schema.KindOf(err))
		}
		if got := graphtest.NQuads(t, s); got != before {
			t.Fatalf("write %d failed and left:\n%s", at, got)
		}
		if len(s.Snapshot().Statements) != 0 {
			t.Fatalf("write %d failed and its statements are in the snapshot", at)
		}
		graphtest.MustBeSound(t, s)
	}
	if n = 0; failed < 5 {
		t.Errorf("only %d writes failed", failed)
	}
	graphtest.CheckAndClose(t, s)
}

// When the store cannot be opened again after a failed write, it says so from
// then on; what was read stays readable.
func TestBrokenStore(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	n, opened := 0, 0
	s, err := graph.Open(t.TempDir(), graphtest.Options().Wrapped(func(db hkv.KV) hkv.KV {
		if opened++; opened > 1 {
			return unreadable{db}
		}
		return faulty{db, &n}
	}))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.PutCodebook(ctx, graphtest.Codebook(t, "1")); err != nil {
		t.Fatal(err)
	}
	src, statements := graphtest.Article(0, 2)
	if _, err := s.PutSource(ctx, src, statements[:1]); err != nil {
		t.Fatal(err)
	}
	n = 1
	if _, err := s.PutSource(ctx, src, statements); err == nil || !strings.Contains(err.Error(), errDisk.Error()) {
		t.Errorf("got %v", err)
	}
	if _, err := s.PutSource(ctx, src, statements); schema.KindOf(err) != schema.KindIO || schema.HintOf(err) == "" {
		t.Errorf("after that: got %v", err)
	}
	if _, err := s.Check(ctx); err == nil {
		t.Error("a broken store was checked")
	}
	if got := len(s.Snapshot().Statements); got != 1 {
		t.Errorf("the snapshot has %d statements, want 1", got)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// unreadable is a disk that is gone.
type unreadable struct{ hkv.KV }

func (unreadable) Tx(bool) (hkv.Tx, error) { return nil, errDisk }
