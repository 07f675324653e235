package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file of Discourse Network Analyzer comes in whole, and once.
func TestImportDNA(t *testing.T) {
	t.Parallel()
	sample := filepath.Join(shared(), "dna", "sample.dna")
	if _, err := os.Stat(sample); err != nil {
		t.Skip("needs dna/sample.dna among the data beside the repository")
	}
	store := filepath.Join(t.TempDir(), "dna.db")
	const note = " added; coded passages that are no statements, which count in networks only\n"
	for _, want := range []string{"40 statements: 40 added, 0 there already; codebook sample/1, 7 sources\n1 annotation: 1" + note,
		"40 statements: 0 added, 40 there already; codebook sample/1, 7 sources\n1 annotation: 0" + note} {
		if got := string(program(t, "import", "--store", store, sample)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := string(program(t, "check", "--store", store)); got != "the store is sound: 7 sources, 40 statements, 1 annotation\n" {
		t.Errorf("check: %s", got)
	}
	if n := strings.Count(string(program(t, "export", "--store", store)), `"on_behalf_of":"`); n != 40 {
		t.Errorf("%d statements are exported", n)
	}
}

// What is no DNA file is refused before a store is made.
func TestImportOfSomethingElseThanDNA(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "x.dna")
	mustWrite(t, file, "no database")
	for _, args := range [][]string{{"import", file}, {"import", "--strict", file}, {"import", filepath.Join(dir, "none.dna")}} {
		var stderr bytes.Buffer
		code := run(t.Context(), append(args, "--store", filepath.Join(dir, "s.db")), nil, &bytes.Buffer{}, &stderr)
		if code == 0 || !strings.Contains(stderr.String(), "hint:") {
			t.Errorf("%v: exit code %d, %s", args, code, stderr.String())
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "s.db")); err == nil {
		t.Error("a store was made")
	}
}
