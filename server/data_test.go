package server

import (
	"net/http"
	"strings"
	"testing"
)

func TestDataCountsWhatIsThere(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	s := serve(t, snap)
	var a dataAnswer
	s.json(t, "/data.json", &a)
	if a.Version != snap.Version || a.Codebook != "harbour/2" || len(a.CodebookHash) != 64 || a.Statements != 12 || a.Sources != 1 || a.First.String() != "2025-01-05" || a.Last.String() != "2025-03-31" {
		t.Errorf("%+v", a)
	}
	for name, list := range map[string][]valueCount{"status": a.ByStatus, "coder": a.ByCoder, "mode": a.ByMode, "year": a.ByYear} {
		n := 0
		for _, one := range list {
			n += one.N
		}
		if n != a.Statements {
			t.Errorf("by %s there are %d statements, want %d", name, n, a.Statements)
		}
	}
	out := 0
	for _, one := range a.LeftOut {
		out += one.N
	}
	if a.Counted+out != a.Statements || out != 1 { // the proposal in a source that a person coded
		t.Errorf("%d count and %d are left out, of %d", a.Counted, out, a.Statements)
	}
	if text := s.page(t, "/data", http.StatusOK).text(); !strings.Contains(text, "12 statements, of which 11 count by default, by 5 actors on the evidence of 1 source.") {
		t.Errorf("the page says: %.300s", text)
	}
}

func TestSourceSaysWhereItsTextComesFrom(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	for id := range snap.Sources {
		src := snap.Sources[id]
		src.Author, src.Reader, src.NearTo = "Ada <i>A.</i>", "trafilatura/1", []string{strings.Repeat("ab", 32), id}
	}
	text := serve(t, snap).page(t, "/sources/harbour.md", http.StatusOK).text()
	for _, want := range []string{"Ada <i>A.</i>", "trafilatura/1", "Nearly the same text: abababab; Harbour <b>news</b>, Dagblaðið, 1 March 2025"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
