package read

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// The test binary is the program that pages are read in.
func TestMain(m *testing.M) {
	if StartedAsChild() {
		os.Exit(Child(os.Stdin, os.Stdout, os.Stderr))
	}
	standard.time = time.Hour // what is wrong with a page is not to be that the machine is busy
	os.Exit(m.Run())
}

// A page is the same page wherever it is read, and so is what is wrong with it.
func TestPagesAreTheSameApart(t *testing.T) {
	t.Parallel()
	apart, here := &Reader{Apart: &Apart{}}, &Reader{}
	for name, data := range map[string][]byte{
		"a.html": []byte(webArticle), "empty.html": []byte("<p>"),
		"a.pdf": makePDF("/Title (Talks on the quota)", drawn("Ann Lee said no.")), "bad.pdf": []byte("%PDF-1.4"), "panics.pdf": makePDF("", "Q"),
	} {
		want, wantErr := here.article(name, data, Meta{})
		got, err := apart.article(name, data, Meta{})
		if fmt.Sprint(got, err, schema.HintOf(err)) != fmt.Sprint(want, wantErr, schema.HintOf(wantErr)) {
			t.Errorf("%s: got %+v, %v, want %+v, %v", name, got, err, want, wantErr)
		}
	}
}

// What does not end, or ends the process, is the error of its file alone.
func TestTheNextPageFindsANewProcess(t *testing.T) {
	t.Parallel()
	a := &Apart{}
	good := job{webPage, "a.html", []byte(webArticle)}
	if _, err := a.page(time.Nanosecond, good); err == nil || !strings.Contains(err.Error(), "takes longer than") || schema.HintOf(err) == "" {
		t.Errorf("too slow: %v", err)
	}
	if _, err := a.page(time.Hour, good); err != nil {
		t.Fatal(err)
	}
	if err := a.child.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if _, err := a.page(time.Hour, good); err == nil || !strings.Contains(err.Error(), "ends the process") || schema.HintOf(err) == "" {
		t.Errorf("killed: %v", err)
	}
	if p, err := a.page(time.Hour, good); err != nil || p.text == "" {
		t.Errorf("after that: %v", err)
	}
}

func TestChildrenServeNobodyElse(t *testing.T) {
	t.Parallel()
	var said strings.Builder
	if code := Child(strings.NewReader("{}"), &said, &said); code != exitRefused || !strings.Contains(said.String(), "hint:") {
		t.Errorf("code %d, %q", code, said.String())
	}
}

// A folder goes on after a page that cannot be read.
func TestAFolderGoesOnAfterABadPage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for name, data := range map[string][]byte{"a.pdf": []byte("%PDF-1.4"), "b.html": []byte(webArticle)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := &Reader{Apart: &Apart{}}
	_, errs := collect(r, filepath.Join(dir, "a.pdf"))
	sources, none := collect(r, filepath.Join(dir, "b.html"))
	if len(errs) != 1 || len(sources) != 1 || len(none) != 0 {
		t.Errorf("got %v, %d sources, %v", errs, len(sources), none)
	}
}
