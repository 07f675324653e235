package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// pack ARCHIVE FILE... packs files into a .zip or a .tar.gz.
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: pack ARCHIVE FILE...")
	}
	var b bytes.Buffer
	if strings.HasSuffix(args[0], ".zip") {
		w := zip.NewWriter(&b)
		for _, name := range args[1:] {
			f, err := w.Create(name)
			ts.Check(err)
			_, err = io.WriteString(f, ts.ReadFile(name))
			ts.Check(err)
		}
		ts.Check(w.Close())
	} else {
		z := gzip.NewWriter(&b)
		w := tar.NewWriter(z)
		for _, name := range args[1:] {
			data := ts.ReadFile(name)
			ts.Check(w.WriteHeader(&tar.Header{Name: name, Size: int64(len(data)), Mode: 0o600, Typeflag: tar.TypeReg}))
			_, err := io.WriteString(w, data)
			ts.Check(err)
		}
		ts.Check(w.Close())
		ts.Check(z.Close())
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}

// makePDF FILE TEXT writes a PDF with one line of text.
func makePDF(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: pdf FILE TEXT")
	}
	drawn := "BT /F1 12 Tf 72 770 Td (" + args[1] + ") Tj ET"
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, body := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(drawn), drawn),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := b.Len()
	b.WriteString("xref\n0 6\n0000000000 65535 f \n")
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", start)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}
