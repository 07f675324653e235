package export

import (
	"strings"
	"testing"
	"time"
)

func TestViewIsCited(t *testing.T) {
	t.Parallel()
	v := View{Key: "stancegraph-ab12-cd34", Title: "Who stands where & why_ {50 %}", Version: "ab12", Note: "codebook c/1, Stancegraph 2",
		URL: "http://127.0.0.1:8080/matrix?as-of=2025-10-21&rule=latest", Accessed: time.Date(2026, 11, 2, 23, 0, 0, 0, time.UTC)}
	var bib, ris strings.Builder
	if err := CiteBibTeX(&bib, v); err != nil {
		t.Fatal(err)
	}
	if err := CiteRIS(&ris, v); err != nil {
		t.Fatal(err)
	}
	const wantBib = `@misc{stancegraph-ab12-cd34,
  title = {Who stands where \& why\_ \{50 \%\}},
  author = {{Stancegraph}},
  version = {ab12},
  note = {codebook c/1, Stancegraph 2},
  url = {http://127.0.0.1:8080/matrix?as-of=2025-10-21&rule=latest},
  urldate = {2026-11-02}
}

`
	const wantRIS = "TY  - DATA\r\nID  - stancegraph-ab12-cd34\r\nTI  - Who stands where & why_ {50 %}\r\nAU  - Stancegraph\r\nET  - ab12\r\nN1  - codebook c/1, Stancegraph 2\r\n" +
		"UR  - http://127.0.0.1:8080/matrix?as-of=2025-10-21&rule=latest\r\nY2  - 2026/11/02\r\nER  - \r\n\r\n"
	if bib.String() != wantBib {
		t.Errorf("BibTeX:\n%s", &bib)
	}
	if ris.String() != wantRIS {
		t.Errorf("RIS:\n%s", &ris)
	}
}
