package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/graph/verify"
)

// A hundred times one letter or digit of an exported table, or of its notes,
// is changed at random: every time the change is found.
func TestVerifyFindsEveryTampering(t *testing.T) {
	t.Parallel()
	store := demoStore(t)
	dir := t.TempDir()
	mustRun(t, "table", "--store", store, "-o", filepath.Join(dir, "t.csv"))
	cells, notes := mustRead(t, filepath.Join(dir, "t.csv")), mustRead(t, filepath.Join(dir, "t.notes.csv"))
	s, err := graph.Open(store, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	snapshot := s.Snapshot()
	if found := differs(t, snapshot, cells, notes); found {
		t.Fatal("an untouched table differs")
	}
	random := rand.New(rand.NewPCG(1, 0))
	for range 100 {
		c, n := bytes.Clone(cells), bytes.Clone(notes)
		at := tamperOnce(random, [][]byte{c, n}[random.IntN(2)])
		if !differs(t, snapshot, c, n) {
			t.Errorf("a change at byte %d was not found", at)
		}
	}
}

// tamperOnce changes one ASCII letter or digit past the head into another.
func tamperOnce(random *rand.Rand, file []byte) int {
	body := bytes.IndexByte(file, '\n') + 1
	for {
		at := body + random.IntN(len(file)-body)
		if b := file[at]; b < utf8.RuneSelf && strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", rune(b)) {
			if file[at] = 'x'; b == 'x' {
				file[at] = 'y'
			}
			return at
		}
	}
}

func differs(t *testing.T, s *ledger.Snapshot, cells, notes []byte) bool {
	t.Helper()
	report, err := verify.Table(s, questions.Filter{}, verify.TableFiles{
		Cells: bytes.NewReader(cells), CellsName: "t.csv", Notes: bytes.NewReader(notes), NotesName: "t.notes.csv"})
	return err != nil || len(report.Problems) > 0
}

func mustRead(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
