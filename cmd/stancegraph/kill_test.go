package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// runAsProgram makes the test binary behave as the program, so that a test can
// kill it.
const runAsProgram = "STANCEGRAPH_TEST_RUN"

const killCodebook = `
codebook: harbour
version: 1
issues:
  - id: dredging
    label: Dredging the harbour
    propositions:
      - {id: deepen, label: The fairway is deepened, cues: [{any: [deepen the fairway, deepening of the fairway]}]}
      - {id: night-work, label: Work at night, cues: [{any: [work at night]}]}
actors:
  - {id: port, type: organisation, label: Port of Ålesund, aliases: [the port]}
  - {id: siv, type: person, label: Siv Åsen, member_of: [port]}
  - {id: ola, type: person, label: Ola Dahl}
`

// A process that is killed with SIGKILL at a random point of an ingest loses
// nothing that was stored and leaves nothing half-written: run again, it ends
// in the same graph as an undisturbed run, whatever the order of the files.
func TestKilledIngestResumes(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	articles, codebook := writeKillCorpus(t, dir)
	undisturbed := filepath.Join(dir, "undisturbed.db")
	began := time.Now()
	program(t, "ingest", "--store", undisturbed, "--codebook", codebook, articles)
	took := time.Since(began)
	want := program(t, "export", "--store", undisturbed, "--format", "nquads")
	if bytes.Count(want, []byte("\n")) < 200 {
		t.Fatalf("the corpus gives hardly any graph:\n%s", want)
	}

	kills := 20
	if testing.Short() {
		kills = 3
	}
	t.Logf("an undisturbed run takes %v", took)
	random := rand.New(rand.NewPCG(1, 0))
	killed := filepath.Join(dir, "killed.db")
	landed := 0
	for try := 0; try < kills || landed == 0; try++ {
		began := time.Now()
		if killDuring(t, time.Duration(random.Int64N(int64(took))), "ingest", "--store", killed, "--codebook", codebook, articles) {
			landed++
			continue
		}
		took = time.Since(began)                     // the machine has less to do now
		if err := os.RemoveAll(killed); err != nil { // it was done: begin again
			t.Fatal(err)
		}
	}
	program(t, "ingest", "--store", killed, "--codebook", codebook, articles)
	program(t, "check", "--store", killed)
	if got := program(t, "export", "--store", killed, "--format", "nquads"); !bytes.Equal(got, want) {
		t.Errorf("after %d kills the graph differs: %d bytes, want %d", landed, len(got), len(want))
	}
}

// writeKillCorpus writes small articles, enough of them that a kill hits one.
func writeKillCorpus(t *testing.T, dir string) (articles, codebook string) {
	t.Helper()
	codebook = filepath.Join(dir, "codebook.yaml")
	mustWrite(t, codebook, killCodebook)
	articles = filepath.Join(dir, "articles")
	if err := os.Mkdir(articles, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		text := fmt.Sprintf("---\ntitle: Report %d\noutlet: Sunnmøre Gazette\npublished: 2024-%02d-%02d\n---\n"+
			"Siv Åsen said the port must deepen the fairway before berth %d opens.\n\nOla Dahl rejected the deepening of the fairway. "+
			"\"We will never work at night,\" Ola Dahl said.\n", i, i%12+1, i%28+1, i)
		mustWrite(t, filepath.Join(articles, fmt.Sprintf("%03d.md", i)), text)
	}
	return articles, codebook
}

func mustWrite(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Env = append(os.Environ(), runAsProgram+"=1")
	return cmd
}

// program runs the program to its end and returns what it printed.
func program(t *testing.T, args ...string) []byte {
	t.Helper()
	cmd := command(t.Context(), args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("stancegraph %v: %v\n%s", args, err, stderr.Bytes())
	}
	return out
}

// killDuring starts the program, kills it after a while, and reports whether
// it was still running.
func killDuring(t *testing.T, after time.Duration, args ...string) bool {
	t.Helper()
	cmd := command(t.Context(), args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case <-time.After(after):
		_ = cmd.Process.Kill()
		return <-done != nil
	case err := <-done:
		if err != nil {
			t.Fatalf("an ingest that nobody killed failed: %v", err)
		}
		return false
	}
}
