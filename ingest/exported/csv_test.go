package exported

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func parse(text string) (rows [][]string, err error) {
	for rec, err := range records(strings.NewReader(text), "x.csv") {
		if err != nil {
			return rows, err
		}
		var row []string
		for _, c := range rec.cells {
			row = append(row, string(c))
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func TestRecords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"LF and CRLF", "a,b\r\n1,2\n3,4", "a|b;1|2;3|4"},
		{"empty cells", ",\n,,\n", "|;||"},
		{"line ends in quotation marks are kept", "a,\"x\r\ny\n\nz\"\n1,2\n", "a|x\r\ny\n\nz;1|2"},
		{"quotation marks", `"a""b","",c` + "\n" + `"""",x`, `a"b||c;"|x`},
		{"blank lines between rows", "a\n\n\r\nb\n", "a;b"},
		{"byte-order mark", "\ufeffa,b\n", "a|b"},
		{"quoted at the end", "a,\"b\"\r\n\"c\",d", "a|b;c|d"},
	} {
		rows, err := parse(c.text)
		var got []string
		for _, r := range rows {
			got = append(got, strings.Join(r, "|"))
		}
		if err != nil || strings.Join(got, ";") != c.want {
			t.Errorf("%s: %q (%v), want %q", c.name, got, err, c.want)
		}
	}
	for text, want := range map[string]string{
		"a\n\"b\nc": "x.csv:2: a quotation mark is not closed", "a,b\"c\n": "x.csv:1: a quotation mark stands in a value that is not quoted",
		"a\n\"b\"c\n": "x.csv:2: expected a comma after the quotation mark", "\xff\n": "x.csv:1: not UTF-8",
	} {
		if _, err := parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// Whatever encoding/csv writes is read as it was.
func FuzzRecords(f *testing.F) {
	f.Add("a", "b\r\n", "\"", "")
	f.Add("", "\r", " x", "ø,\n")
	f.Fuzz(func(t *testing.T, a, b, c, d string) {
		want := [][]string{{a, b}, {c, d}}
		for _, row := range want {
			for i := range row {
				row[i] = strings.ToValidUTF8(row[i], "?")
			}
		}
		if strings.HasPrefix(want[0][0], "\ufeff") {
			t.Skip("a byte-order mark is none of the text")
		}
		var w bytes.Buffer
		if err := csv.NewWriter(&w).WriteAll(want); err != nil {
			t.Fatal(err)
		}
		got, err := parse(w.String())
		if err != nil || !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%q came back as %q (%v)", want, got, err)
		}
		if _, err := parse(a + b + c + d); err != nil && schema.KindOf(err) == schema.KindIO {
			t.Errorf("%q: %v", a+b+c+d, err)
		}
	})
}

func TestBadTablesAreReportedWhole(t *testing.T) {
	t.Parallel()
	head := strings.Join(statementColumns.names(), ",") + "\n"
	row := func(stance, date, via string) string {
		cells := make([]string, len(statementColumns))
		for i, c := range statementColumns {
			cells[i] = map[string]string{"stance": stance, "date": date, "via": via, "start": "0", "end": "0", "confidence": "1"}[c.name]
		}
		return strings.Join(cells, ",") + "\n"
	}
	_, err := CSV(strings.NewReader(head+row("0.7", "", "")+row("1", "2025-13-01", "x")+"a,b\n"), "s.csv")
	for _, want := range []string{`s.csv:2: stance "0.7": expected one of -1, -0.5, 0, 0.5, 1`, `s.csv:3: date "2025-13-01": expected a day`, `s.csv:3: via "x": expected a JSON list`,
		"s.csv:4: expected 37, as many as the header has"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v\nwant %s in it", err, want)
		}
	}
	_, err = CSV(strings.NewReader(strings.Replace(head, ",date,", ",datte,", 1)), "s.csv")
	if err == nil || !strings.Contains(err.Error(), `s.csv:1: header "datte": no such column`) || !strings.Contains(err.Error(), "the column date is missing") {
		t.Errorf("a misspelt column: %v", err)
	}
	for text, want := range map[string]string{
		"": "the file is empty", "country,vote\n1,2\n": "s.csv: a table needs --map",
	} {
		_, err := CSV(strings.NewReader(text), "s.csv")
		if err == nil || !strings.Contains(err.Error(), want) || schema.KindOf(err) != schema.KindInput || schema.HintOf(err) == "" {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// A file of a package that is larger than it may be is not unpacked, and one that
// lies about its size is cut off there.
func TestPackagesAreBounded(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	f, err := z.Create("a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(make([]byte, 1000)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	a, err := openPackage(&b, "x.zip")
	if err != nil {
		t.Fatal(err)
	}
	if text, err := a.read("a.txt", 1000); err != nil || len(text) != 1000 {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	if _, err := a.read("a.txt", 999); err == nil || !strings.Contains(err.Error(), "x.zip/a.txt: unpacked it is larger than 999 bytes") {
		t.Errorf("%v", err)
	}
	a.files["a.txt"].UncompressedSize64 = 10
	if text, err := a.read("a.txt", 999); err == nil || len(text) > 999 {
		t.Errorf("%d bytes, %v", len(text), err)
	}
}

func TestBadPackages(t *testing.T) {
	t.Parallel()
	for name, read := range map[string]func(*strings.Reader) error{
		"no zip archive":    func(r *strings.Reader) error { _, err := CSVPackage(r, "x.zip"); return err },
		"no Parquet file":   func(r *strings.Reader) error { _, err := Parquet(r, "x.parquet"); return err },
		"no zip archive, o": func(r *strings.Reader) error { _, err := ParquetPackage(r, "x.zip"); return err },
	} {
		if err := read(strings.NewReader("PK nothing")); err == nil || schema.KindOf(err) != schema.KindInput || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
