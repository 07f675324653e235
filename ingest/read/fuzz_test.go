package read

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// checkSource is what holds of every source, whatever it was read from.
func checkSource(t *testing.T, s schema.Source) {
	t.Helper()
	if s.ID != schema.HashText(s.Text) || strings.TrimSpace(s.Text) == "" || strings.Contains(s.Text, "\x00") || !utf8.ValidString(s.Text) {
		t.Errorf("source %+v", s)
	}
	if !utf8.ValidString(s.Title + s.Author + s.Outlet + s.URL + s.Doc) {
		t.Errorf("source %q %q", s.Doc, s.Title)
	}
	// A folder may be called "_..": only ".." itself would lead out of the archive.
	if slices.Contains(strings.Split(s.Doc, "/"), "..") {
		t.Errorf("%q leads out of its archive", s.Doc)
	}
}

func FuzzText(f *testing.F) {
	f.Add("a.md", []byte("---\ntitle: x\n---\nMay 5, 2031\ntext"))
	f.Add("a.txt", []byte("\xef\xbb\xbftoday, May 5, 2031\r\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if k := kindOf(name); k != plain && k != markdown {
			return
		}
		if s, err := Text(name, data, Meta{Title: "x"}); err == nil && (s.ID != schema.HashText(s.Text) || bytes.IndexByte([]byte(s.Text), 0) >= 0) {
			t.Errorf("source %+v of %q", s, data)
		}
	})
}

func fuzzArticle(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := Text(name, data, Meta{}); err == nil {
			checkSource(t, s)
		}
	})
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(webArticle))
	f.Add([]byte("<table><tr><td>a<td>b</table><q>x</q><time pubdate datetime=2031-01-01>"))
	fuzzArticle(f, "a.html")
}

func FuzzPDF(f *testing.F) {
	f.Add(makePDF("/Title (Talks on the quota)", drawn("Ann Lee said", "no.")))
	fuzzArticle(f, "a.pdf")
}

func fuzzSources(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		for s, err := range new(Reader).Sources(path) {
			if err == nil {
				checkSource(t, s)
			}
		}
	})
}

func FuzzFeed(f *testing.F) {
	f.Add([]byte(rssFeed))
	f.Add([]byte(atomFeed))
	fuzzSources(f, "x.xml")
}

func FuzzZip(f *testing.F) {
	f.Add(mustZip(f, entry{"a.txt", "Ann Lee"}, entry{"../b.html", "<p>x"}, entry{"_../b.html", "<p>y"}))
	fuzzSources(f, "x.zip")
}

func FuzzTar(f *testing.F) {
	f.Add(mustTar(f, true, entry{"a.txt", "Ann Lee"}))
	f.Add(mustTar(f, false, entry{"../b.html", "<p>x"}))
	fuzzSources(f, "x.tgz")
}
