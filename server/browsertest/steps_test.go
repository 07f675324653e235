package browsertest

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A click that does not wait for its element to stand still, and a form after
// which the page before is read, pass on a quiet machine: no test takes them.
func TestStepsWaitForTheirPage(t *testing.T) {
	t.Parallel()
	hasty := regexp.MustCompile(`chromedp\.(Click|Submit)\(`)
	root := os.DirFS(filepath.Join("..", ".."))
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "server/browsertest/") {
			return err
		}
		text, err := fs.ReadFile(root, path)
		for i, line := range strings.Split(strings.ReplaceAll(string(text), "Leads(chromedp.Submit(", ""), "\n") {
			if hasty.MatchString(line) {
				t.Errorf("%s:%d: take Click and Follow of this package, and Leads where a form leads to another page: %s", path, i+1, strings.TrimSpace(line))
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
