package graph

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/schema"
)

// sumsFile lists the files of a backup with their SHA-256, as sha256sum does.
const sumsFile = "SHA256SUMS"

// Copied says what Backup or Restore copied.
type Copied struct {
	Folder      string `json:"folder"`
	Sources     int    `json:"sources"`
	Statements  int    `json:"statements"`
	Annotations int    `json:"annotations"`
	DataVersion string `json:"data_version"`
	Bytes       int64  `json:"bytes"`
}

// Backup copies the store in a folder into a new one, together with the
// checksums of its files. The store may be open, in this process or another:
// the copy is the store as the last write before it left it. The new folder
// appears only when the copy is complete, was opened and passed Check.
//
// Errors are of kind usage when the new folder is there already, not-found and
// input as of Open, busy when the store is written all the time, corrupt when
// the copy does not pass, io.
func Backup(ctx context.Context, store, to string) (Copied, error) {
	done, err := copyStore(ctx, to, "name a folder that does not exist yet", func(part string) error {
		// First, so that it never is of a later write than the store. There may be none.
		if _, err := copyFile(filepath.Join(store, ledgerFile), filepath.Join(part, ledgerFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return copyGraph(ctx, store, part)
	}, writeSums)
	if err != nil {
		return Copied{}, fmt.Errorf("graph: back up %s: %w", store, err)
	}
	return done, nil
}

func copyGraph(ctx context.Context, store, part string) error {
	f, err := os.OpenFile(filepath.Join(part, kv.FileName), os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if err != nil {
		return err
	}
	_, err = kv.Copy(ctx, store, f)
	return errors.Join(err, f.Sync(), f.Close())
}

// Restore copies a backup into a new folder, which is a store then. The files
// must have the checksums that they had when they were backed up, and the new
// store passes Check before its folder appears.
//
// Errors are of kind usage when the new folder is there already, not-found when
// the other is no backup, corrupt when it is damaged, io.
func Restore(ctx context.Context, backup, to string) (Copied, error) {
	done, err := copyStore(ctx, to, "move the old store away, or name another folder with --store", func(part string) error {
		sums, err := readSums(backup)
		if err != nil {
			return err
		}
		for name, want := range sums {
			got, err := copyFile(filepath.Join(backup, name), filepath.Join(part, name))
			if err != nil {
				return err
			}
			if got != want {
				return schema.Errorf(schema.KindCorrupt, "use another backup", "%s is not as it was backed up: its SHA-256 is %s, expected %s", filepath.Join(backup, name), got, want)
			}
		}
		return nil
	}, func(string) error { return nil })
	if err != nil {
		return Copied{}, fmt.Errorf("graph: restore %s: %w", backup, err)
	}
	return done, nil
}

// copyStore makes a folder: fill puts the files of a store into it, which are
// then proved; finish has the last word before it gets its name.
func copyStore(ctx context.Context, to, hint string, fill, finish func(part string) error) (done Copied, err error) {
	if _, err := os.Lstat(to); err == nil {
		return done, schema.Errorf(schema.KindUsage, hint, "%s is there already", to)
	}
	part, err := os.MkdirTemp(filepath.Dir(filepath.Clean(to)), filepath.Base(to)+".part-*")
	if err != nil {
		return done, schema.Errorf(schema.KindIO, "check that the folder around it exists and can be written to", "%w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(part))
		}
	}()
	if err = fill(part); err == nil {
		done, err = prove(ctx, part)
	}
	if err == nil {
		err = errors.Join(os.Chmod(part, 0o755), finish(part), os.Rename(part, to), syncFolder(filepath.Dir(filepath.Clean(to))))
	}
	done.Folder = to
	return done, asIO(err)
}

// asIO gives an error of the file system its kind and its hint.
func asIO(err error) error {
	var path *fs.PathError
	if err == nil || schema.HintOf(err) != "" || !errors.As(err, &path) {
		return err
	}
	return schema.Errorf(schema.KindIO, "check that both folders exist and that the disk has room", "%w", err)
}

// prove checks the store that was copied, without writing to it. A ledger file
// that does not fit it goes.
func prove(ctx context.Context, dir string) (done Copied, err error) {
	s, err := Open(dir, Options{ReadOnly: true})
	if err != nil {
		return done, err
	}
	fits := s.kept.size > 0
	report, err := s.Check(ctx)
	done = Copied{Sources: report.Sources, Statements: report.Statements, Annotations: report.Annotations, DataVersion: s.Refresh().Version}
	if err == nil && len(report.Problems) > 0 {
		err = schema.Errorf(schema.KindCorrupt, "run stancegraph check on the store that was copied", "the copy is not sound: %w", report.Problems)
	}
	if err = errors.Join(err, s.Close()); err != nil {
		return done, err
	}
	if !fits {
		if err := os.Remove(filepath.Join(dir, ledgerFile)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return done, err
		}
	}
	info, err := os.Stat(filepath.Join(dir, kv.FileName))
	if err == nil {
		done.Bytes = info.Size()
	}
	return done, err
}

// copyFile copies a file, durably, and returns its SHA-256.
func copyFile(from, to string) (sum string, err error) {
	in, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	_, err = io.Copy(io.MultiWriter(out, hash), in)
	return hex.EncodeToString(hash.Sum(nil)), errors.Join(err, out.Sync(), out.Close())
}

// writeSums lists the files of a folder.
func writeSums(dir string) error {
	f, err := os.OpenFile(filepath.Join(dir, sumsFile), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	for _, name := range []string{kv.FileName, ledgerFile} {
		sum, sumErr := sumFile(filepath.Join(dir, name))
		if errors.Is(sumErr, fs.ErrNotExist) && name == ledgerFile {
			continue
		}
		_, writeErr := fmt.Fprintf(f, "%s  %s\n", sum, name)
		err = errors.Join(err, sumErr, writeErr)
	}
	return errors.Join(err, f.Sync(), f.Close())
}

func sumFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	hash := sha256.New()
	_, err = io.Copy(hash, f)
	return hex.EncodeToString(hash.Sum(nil)), err
}

// readSums reads which files a backup has.
func readSums(dir string) (map[string]string, error) {
	const hint = "name the folder that stancegraph backup made; a plain copy of a store is used with --store"
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil, schema.Errorf(schema.KindNotFound, "check the path", "there is no folder %s", dir)
	}
	f, err := os.Open(filepath.Join(dir, sumsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, schema.Errorf(schema.KindNotFound, hint, "%s is no backup: it has no %s", dir, sumsFile)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sums := map[string]string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		sum, name, _ := strings.Cut(lines.Text(), "  ")
		if name != kv.FileName && name != ledgerFile {
			return nil, schema.Errorf(schema.KindCorrupt, hint, "%s: unexpected line %q", filepath.Join(dir, sumsFile), lines.Text())
		}
		sums[name] = sum
	}
	if sums[kv.FileName] == "" {
		return nil, schema.Errorf(schema.KindCorrupt, hint, "%s does not name %s", filepath.Join(dir, sumsFile), kv.FileName)
	}
	return sums, nil
}
