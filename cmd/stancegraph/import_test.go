package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestImportScripts runs imports of tables as a person would.
func TestImportScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "import"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"gzipped": makeGzipped,
			"bigrow":  makeBigRow,
		},
	})
}

// gzipped [-cut] FROM TO packs a file; -cut leaves the end out.
func makeGzipped(ts *testscript.TestScript, neg bool, args []string) {
	cut := len(args) == 3 && args[0] == "-cut"
	if cut {
		args = args[1:]
	}
	if neg || len(args) != 2 {
		ts.Fatalf("usage: gzipped [-cut] FROM TO")
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(z.Close())
	packed := b.Bytes()
	if cut {
		packed = packed[:len(packed)-20]
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), packed, 0o644))
}

// bigrow FILE MEGABYTES writes a table whose first row does not end: its
// quotation mark is not closed.
func makeBigRow(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bigrow FILE MEGABYTES")
	}
	var n int
	_, err := fmt.Sscan(args[1], &n)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("country,rcid,stance\n\"Albania"+strings.Repeat(",3,1\n", n<<20/5)), 0o644))
}

// An import that is killed again and again shows nothing before it is complete,
// goes on where it was, and ends in the same graph as one that nobody killed.
func TestKilledImportResumes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	votes := filepath.Join(dir, "votes.csv")
	var b strings.Builder
	b.WriteString("country,rcid,stance,date,unres,seat\n")
	for i := range 2000 {
		fmt.Fprintf(&b, "Country %d,%d,%d,19%02d-01-01,R/%d,%d\n", i%40, i/40, i%3-1, i/40+40, i/80, i%7)
	}
	mustWrite(t, votes, b.String())
	args := func(store string) []string {
		return []string{"import", "--store", filepath.Join(dir, store), "--now", "2026-01-02T03:04:05Z", "--batch", "40",
			"--map", "actor=country,proposition=rcid,stance=stance,date=date,source=unres", votes}
	}
	began := time.Now()
	program(t, args("undisturbed")...)
	took := time.Since(began)
	want := program(t, "export", "--store", filepath.Join(dir, "undisturbed"), "--format", "nquads")

	t.Logf("an undisturbed run takes %v", took)
	random := rand.New(rand.NewPCG(1, 0))
	store := filepath.Join(dir, "killed")
	hidden := 0
	for range 8 {
		began := time.Now()
		if !killDuring(t, took/3+time.Duration(random.Int64N(int64(took/2))), args("killed")...) {
			took = time.Since(began)                    // the machine has less to do now
			if err := os.RemoveAll(store); err != nil { // it was done: begin again
				t.Fatal(err)
			}
			continue
		}
		if _, err := os.Stat(filepath.Join(store, "graph.bolt")); err != nil {
			continue // killed before it made the store
		}
		if bytes.Contains(program(t, "check", "--store", store), []byte("interrupted")) {
			hidden++
			if out := program(t, "export", "--store", store); len(out) != 0 {
				t.Fatalf("an import that is not complete is visible:\n%.200s", out)
			}
			if hidden%2 == 0 {
				discardImport(t, store)
			}
		}
	}
	t.Logf("%d kills left an import in the middle", hidden)
	program(t, args("killed")...)
	if got := program(t, "export", "--store", store, "--format", "nquads"); !bytes.Equal(got, want) {
		t.Errorf("the graph differs: %d bytes, want %d", len(got), len(want))
	}
	program(t, "check", "--store", store)
}

// discardImport removes the import that a kill has left, and sees that nothing
// stayed.
func discardImport(t *testing.T, store string) {
	t.Helper()
	var report struct{ Interrupted []struct{ ID string } }
	if err := json.Unmarshal(program(t, "check", "--store", store, "--json"), &report); err != nil || len(report.Interrupted) != 1 {
		t.Fatalf("check: %+v, %v", report, err)
	}
	program(t, "import", "--store", store, "--discard", report.Interrupted[0].ID)
	if out := program(t, "check", "--store", store); !bytes.Contains(out, []byte("the store is sound: 0 sources, 0 statements\n")) || bytes.Contains(out, []byte("interrupted")) {
		t.Errorf("after the import was discarded: %s", out)
	}
}
