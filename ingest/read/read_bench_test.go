package read

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkArchive reads an archive of articles of 2 kB each, one at a time:
// bytes per operation grow with the archive, the memory in use does not.
func BenchmarkArchive(b *testing.B) {
	var entries []entry
	size := 0
	for i := range 500 {
		text := strings.Repeat(fmt.Sprintf("Ann Lee told the reporters on day %d that the quota for the fleet of the north will be %d tonnes. ", i, i*7), 24)
		size += len(text)
		entries = append(entries, entry{fmt.Sprintf("%d.txt", i), text})
	}
	path := filepath.Join(b.TempDir(), "x.zip")
	if err := os.WriteFile(path, mustZip(b, entries...), 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, err := range new(Reader).Sources(path) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkHTML reads a page of usual size.
func BenchmarkHTML(b *testing.B) {
	page := []byte(strings.Replace(webArticle, "<h2>", strings.Repeat("<p>Ann Lee told reporters that the talks had ended, and that nobody expected any more of them.</p>", 50)+"<h2>", 1))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Text("a.html", page, Meta{}); err != nil {
			b.Fatal(err)
		}
	}
}
