package browsertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// Package returns a file of a version of an npm package that pages are checked
// with, or skips the test with a word on why. Such packages are no part of the
// repository: npm fetches them once into the user's cache.
func Package(t testing.TB, name, version, file string) []byte {
	t.Helper()
	dir, err := packageDir(name, version)
	if err != nil {
		t.Skipf("nothing was checked with %s@%s, the other checks ran: %v", name, version, err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "package", filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// asked is how packages that were asked for can be had: a machine without a
// network waits for it once.
var asked sync.Map

func packageDir(name, version string) (string, error) {
	once, _ := asked.LoadOrStore(name+"@"+version, sync.OnceValues(func() (string, error) { return fetched(name, version) }))
	return once.(func() (string, error))()
}

// fetched is the folder of a package, which is there as a whole or not at all.
func fetched(name, version string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	packed := strings.NewReplacer("@", "", "/", "-").Replace(name) + "-" + version
	all := filepath.Join(cache, "stancegraph", "npm")
	dir := filepath.Join(all, packed)
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(all, 0o755); err != nil {
		return "", err
	}
	loading, err := os.MkdirTemp(all, "loading")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(loading) }() // a leftover harms nobody
	if err := run(loading, "npm", "pack", "--silent", name+"@"+version); err != nil {
		return "", err
	}
	if err := run(loading, "tar", "-xzf", packed+".tgz"); err != nil {
		return "", err
	}
	if err := os.Rename(loading, dir); err != nil {
		if _, there := os.Stat(dir); there != nil {
			return "", err
		} // else another process was as quick
	}
	return dir, nil
}

// run runs a program that may wait for a network that does not answer.
func run(dir, name string, args ...string) error {
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.WaitDelay = dir, time.Second
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w %s", name, strings.Join(args, " "), errors.Join(ctx.Err(), err), out)
	}
	return nil
}
