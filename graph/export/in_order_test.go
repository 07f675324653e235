package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"testing"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// batches is a snapshot of more statements than are encoded at once.
func batches() *ledger.Snapshot {
	return ledgertest.Bulk(1, ledgertest.Size{Statements: 20_001, Actors: 40, Propositions: 20}).Build()
}

// Batches that are encoded at the same time stand in the order of the ledger.
func TestManyStatementsKeepTheirOrder(t *testing.T) {
	t.Parallel()
	s := batches()
	var got, want bytes.Buffer
	if err := export.JSONLines(&got, s, questions.Filter{}); err != nil {
		t.Fatal(err)
	}
	for i := range s.Statements {
		if err := schema.WriteStatement(&want, &s.Statements[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Error("JSON Lines are not the statements one after the other")
	}
	var table bytes.Buffer
	if err := export.CSV(&table, s, questions.Filter{}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&table).ReadAll()
	if err != nil || len(rows) != len(s.Statements)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, row := range rows[1:] {
		if row[0] != s.Statements[i].ID {
			t.Fatalf("row %d is %s, expected %s", i+1, row[0], s.Statements[i].ID)
		}
	}
}

// filling is a disk that takes so many bytes more.
type filling struct{ room int }

func (f *filling) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestExportToAFullDisk(t *testing.T) {
	t.Parallel()
	s := batches()
	for name, write := range map[string]func(io.Writer) error{
		"csv":   func(w io.Writer) error { return export.CSV(w, s, questions.Filter{}) },
		"jsonl": func(w io.Writer) error { return export.JSONLines(w, s, questions.Filter{}) },
	} {
		for _, room := range []int{0, 1 << 10, 3 << 20} {
			if err := write(&filling{room: room}); !errors.Is(err, errFull) {
				t.Errorf("%s, room for %d bytes: %v", name, room, err)
			}
		}
	}
}
