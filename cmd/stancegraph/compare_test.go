package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What the README shows of a comparison is what the program prints.
func TestREADMEShowsTheComparison(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(readme), "$ go run ./cmd/stancegraph compare --store demo.db ")
	command, rest, _ := strings.Cut(rest, "\n")
	shown, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatal("the README shows no comparison")
	}
	printed := string(mustRun(t, append([]string{"compare", "--store", demoStore(t)}, strings.Fields(command)...)...))
	for part := range strings.SplitSeq(shown, "…\n") {
		if part != "" && !strings.Contains(printed, "\n"+part) {
			t.Errorf("this is not what the program prints:\n%s", part)
		}
	}
}
