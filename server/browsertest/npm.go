package browsertest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Package returns a file of a version of an npm package that pages are checked
// with, or skips the test with a word on why. Such packages are no part of the
// repository: npm fetches them once into the user's cache.
func Package(t testing.TB, name, version, file string) []byte {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skipf("no cache folder for %s: %v", name, err)
	}
	packed := strings.NewReplacer("@", "", "/", "-").Replace(name) + "-" + version
	dir := filepath.Join(cache, "stancegraph", packed)
	path := filepath.Join(dir, "package", filepath.FromSlash(file))
	if _, err := os.Stat(path); err != nil {
		fetch(t, dir, name+"@"+version, packed+".tgz")
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func fetch(t testing.TB, dir, wanted, archive string) {
	t.Helper()
	if _, err := exec.LookPath("npm"); err != nil {
		t.Skipf("no npm here: nothing was checked with %s; the other checks ran", wanted)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	defer stop()
	for _, args := range [][]string{{"npm", "pack", "--silent", wanted}, {"tar", "-xzf", archive}} {
		cmd := exec.CommandContext(ctx, args[0], args[1:]...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("%s cannot be had: %v: %s", wanted, err, out)
		}
	}
}
