package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/stancegraph/stancegraph/schema"
)

// printJSON prints one value, indented, without escaping < and >.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return writing("standard output", enc.Encode(v))
}

// writeOutput calls write with standard output for "" and "-", else with a
// file that appears under its name only when it is complete.
func (a *app) writeOutput(path string, write func(io.Writer) error) error {
	if path == "" || path == "-" {
		b := bufio.NewWriter(a.stdout)
		if err := write(b); err != nil {
			return err
		}
		return writing("standard output", b.Flush())
	}
	return writeFile(path, write)
}

func writeFile(path string, write func(io.Writer) error) (err error) {
	if at, err := os.Stat(path); err == nil && at.IsDir() {
		return schema.Errorf(schema.KindIO, "name a file in it", "output %s: it is a folder", path)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		if at := new(fs.PathError); errors.As(err, &at) {
			err = at.Err // the name of the unfinished file says nothing
		}
		return schema.Errorf(schema.KindIO, "check that the folder exists and can be written", "output %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // half a file must not stay
		}
	}()
	b := bufio.NewWriter(f)
	if err = write(b); err != nil {
		_ = f.Close()
		return err
	}
	for _, step := range []func() error{b.Flush, func() error { return f.Chmod(0o644) }, f.Sync, f.Close} {
		if err = writing(path, step()); err != nil {
			return err
		}
	}
	return writing(path, os.Rename(f.Name(), path))
}

func writing(what string, err error) error {
	if err == nil {
		return nil
	}
	return schema.Errorf(schema.KindIO, "check the free space and the permissions", "write %s: %w", what, err)
}

// openInput opens a file, or standard input for "-", and names it for messages.
func (a *app) openInput(path string) (io.ReadCloser, string, error) {
	if path == "-" {
		return io.NopCloser(a.stdin), "standard input", nil
	}
	f, err := os.Open(path)
	switch {
	case os.IsNotExist(err):
		return nil, path, schema.Errorf(schema.KindNotFound, "check the path", "%s: no such file", path)
	case err != nil:
		return nil, path, schema.Errorf(schema.KindIO, "check that the file can be read", "open: %w", err)
	}
	return f, path, nil
}

// plural is "1 statement" or "2 statements".
func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
