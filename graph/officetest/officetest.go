// Package officetest has LibreOffice open files, in tests.
package officetest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Convert has LibreOffice convert a file to what stands beside it then, in a
// format as --convert-to takes it. Where LibreOffice is not installed, or does not
// start or end, the test is skipped with a word on why: it is the files that are
// tested.
func Convert(t testing.TB, file, format string) {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: the files were not opened in it")
	}
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Minute)
	defer stop()
	dir := filepath.Dir(file)
	cmd := exec.CommandContext(ctx, soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", format, "--outdir", dir, file)
	cmd.Env = append(os.Environ(), "HOME="+dir)
	cmd.WaitDelay = time.Second
	out, err := cmd.CombinedOutput()
	switch {
	case strings.Contains(string(out), "could not be loaded"):
		t.Fatalf("%s: %s", file, out)
	case err != nil:
		t.Skipf("LibreOffice does not work here, %s was not opened in it: %v %s", filepath.Base(file), err, out)
	}
}
