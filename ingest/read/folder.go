package read

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Files are the files behind a list of paths.
type Files struct {
	Paths   []string // in the order given; those of a folder sorted
	Skipped int      // files in folders that are of another kind
}

// Expand replaces folders by the files in them that can be read, at any depth. A
// file that was named itself must be of a kind that can be read. A path that
// comes twice is kept once. All that is wrong is reported together.
func Expand(paths []string) (Files, error) {
	var files Files
	var errs []error
	for _, p := range paths {
		if err := files.add(p); err != nil {
			errs = append(errs, err)
		}
	}
	seen := map[string]bool{}
	files.Paths = slices.DeleteFunc(files.Paths, func(p string) bool {
		double := seen[filepath.Clean(p)]
		seen[filepath.Clean(p)] = true
		return double
	})
	switch len(errs) {
	case 0:
		return files, nil
	case 1:
		return files, errs[0]
	}
	return files, schema.Errorf(schema.KindOf(errs[0]), schema.HintOf(errs[0]), "%w", errors.Join(errs...))
}

func (f *Files) add(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return openError(path, err)
	case info.IsDir():
		return f.addFolder(path)
	case !readable(path):
		return errUnreadable(path)
	}
	f.Paths = append(f.Paths, path)
	return nil
}

// addFolder walks in lexical order; hidden folders are left out.
func (f *Files) addFolder(folder string) error {
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return openError(path, err)
		case d.IsDir() && path != folder && d.Name()[0] == '.':
			return filepath.SkipDir
		case d.IsDir():
		case d.Type().IsRegular() && readable(path):
			f.Paths = append(f.Paths, path)
		default:
			f.Skipped++
		}
		return nil
	})
}
