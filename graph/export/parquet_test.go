package export_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// generated is a corpus in which everything that is hard about a record occurs.
func generated(t *testing.T) *ledger.Snapshot {
	t.Helper()
	return ledgertest.Generate(rand.New(rand.NewPCG(7, 0)), 200).Build()
}

// The Parquet file has the columns of the CSV, by name and in order, with the
// same rows; the same statements give the same bytes.
func TestParquetMirrorsTheCSV(t *testing.T) {
	t.Parallel()
	s := generated(t)
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := export.Parquet(b, s, questions.Filter{}, export.Provenance{DataVersion: s.Version}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("not the same bytes")
	}
	f, err := parquet.OpenFile(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names, want []string
	for _, c := range f.Schema().Fields() {
		names = append(names, c.Name())
	}
	for _, c := range export.Columns() {
		want = append(want, c.Name)
	}
	slices.Sort(names)
	slices.Sort(want)
	if !slices.Equal(names, want) || f.NumRows() != int64(len(s.Statements)) {
		t.Errorf("columns %v, want %v; %d rows of %d", names, want, f.NumRows(), len(s.Statements))
	}
	type read struct {
		ID     string  `parquet:"id"`
		Stance float64 `parquet:"stance"`
		Latest *int32  `parquet:"latest,optional,date"`
	}
	rows, err := parquet.Read[read](bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		if st := s.Statements[i]; r.ID != st.ID || r.Stance != st.Stance.Value() || (r.Latest != nil && *r.Latest != int32(st.Date.Latest())) {
			t.Errorf("row %d: %+v, want %s %v", i, r, st.ID, st.Stance)
		}
	}
	if about, ok := f.Lookup("stancegraph"); !ok || !strings.Contains(about, s.Version) {
		t.Errorf("the file says of itself %q", about)
	}
}

func TestBibTeXAndRIS(t *testing.T) {
	t.Parallel()
	_, _, p := comparison(t)
	s := generated(t)
	var bib, ris bytes.Buffer
	if err := export.BibTeX(&bib, s, p); err != nil {
		t.Fatal(err)
	}
	if err := export.RIS(&ris, s, p); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(bib.String(), "@misc{"); n != len(s.Sources)+1 || !strings.Contains(bib.String(), `title = {Positions\_compared}`) {
		t.Errorf("%d entries for %d sources:\n%s", n, len(s.Sources), bib.String())
	}
	if n := strings.Count(ris.String(), "ER  - \r\n"); n != len(s.Sources)+1 || !strings.HasPrefix(ris.String(), "TY  - DATA\r\nTI  - Positions_compared\r\n") {
		t.Errorf("%d entries for %d sources:\n%s", n, len(s.Sources), ris.String())
	}
}
