package kv_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/kv"
)

// The journal gives every write a number and an entry, and leads from the mark
// of any of them to the last, as far back as it is kept.
func TestJournal(t *testing.T) {
	t.Parallel()
	db := mustOpen(t, t.TempDir())
	qs := mustQuadStore(t, db)
	marks := []kv.Mark{mustMark(t, db, true)}
	if marks[0] != (kv.Mark{}) {
		t.Errorf("an empty store stands at %v", marks[0])
	}
	write := func(entry string, forget uint64) {
		t.Helper()
		q := quad.MakeIRI("s", "p", entry, "")
		m, err := db.Journal([]byte(entry), forget, func() error { return kv.Apply(qs, nil, []quad.Quad{q}) })
		if err != nil {
			t.Fatal(err)
		}
		if m != mustMark(t, db, true) || m != marks[len(marks)-1].After([]byte(entry)) {
			t.Errorf("after %s the store stands at %v", entry, m)
		}
		marks = append(marks, m)
	}
	for _, entry := range []string{"one", "two", "three"} {
		write(entry, 0)
	}
	for i, m := range marks {
		if got, ok, err := db.Since(m); err != nil || !ok || len(got) != len(marks)-1-i {
			t.Errorf("since write %d: %q, %v, %v", i, got, ok, err)
		}
	}
	write("four", 2)
	if got, ok, _ := db.Since(marks[1]); ok {
		t.Errorf("entries that were to be forgotten are there: %q", got)
	}
	if got, ok, _ := db.Since(marks[2]); !ok || string(bytes.Join(got, []byte(" "))) != "three four" {
		t.Errorf("since the second write: %q, %v", got, ok)
	}
	stranger := marks[3]
	stranger.Digest[0]++
	if _, ok, _ := db.Since(stranger); ok {
		t.Error("the mark of another store leads to this one")
	}
	if err := kv.Apply(qs, nil, []quad.Quad{quad.MakeIRI("s", "p", "beside", "")}); err != nil {
		t.Fatal(err)
	}
	mustMark(t, db, false)
	restarted, err := db.Restart([32]byte{7})
	if err != nil || restarted.Sequence <= 4 || restarted != mustMark(t, db, true) {
		t.Errorf("begun anew at %v, %v", restarted, err)
	}
}

// A write that fails is in no journal.
func TestJournalOfAFailedWrite(t *testing.T) {
	t.Parallel()
	db := mustOpen(t, t.TempDir())
	mustQuadStore(t, db)
	failed := errors.New("no")
	if _, err := db.Journal([]byte("one"), 0, func() error { return failed }); !errors.Is(err, failed) {
		t.Errorf("got %v", err)
	}
	tx, err := db.Tx(true)
	if err == nil {
		err = errors.Join(tx.Put([][]byte{[]byte("a"), []byte("b")}, []byte("c")), tx.Commit(context.Background()))
	}
	if err != nil {
		t.Fatal(err)
	}
	if m := mustMark(t, db, true); m.Sequence != 0 {
		t.Errorf("the next transaction got the entry of the failed one: %v", m)
	}
}

func mustMark(t *testing.T, db *kv.DB, whole bool) kv.Mark {
	t.Helper()
	m, ok, err := db.Mark()
	if err != nil || ok != whole {
		t.Errorf("mark %v, %v, %v", m, ok, err)
	}
	return m
}
