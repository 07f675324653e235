package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"

	"github.com/stancegraph/stancegraph/schema"
)

// pdfReader is the name and version under which PDFs are read. Raise it with
// every change that alters the text of a file: offsets refer to it.
const pdfReader = "pdf/2"

// Bounds of a PDF, which packs its parts.
const (
	maxPages    = 2000
	maxContent  = 1 << 20  // unpacked instructions of one page, in bytes: each letter costs a hundred times its own
	maxContents = 32 << 20 // of all pages
)

// pdf reads the text of a PDF, page after page with a form feed between them.
// A PDF says where its letters stand and not what words, lines and paragraphs
// they make: these are told from the gaps. Scanned pages have no letters.
func (r *Reader) pdf(name string, data []byte) (page, error) {
	if err := checkPDF(name, data); err != nil {
		return page{}, err
	}
	return r.Apart.page(r.bounds().time, job{pdfFile, name, data})
}

func readPDF(name string, data []byte) (page, error) {
	file, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return page{}, damaged(name, err)
	}
	all, err := pagesOf(file)
	if err != nil {
		return page{}, damaged(name, err)
	}
	if len(all) > maxPages {
		return page{}, schema.Errorf(schema.KindInput, "split it", "%s: more than %d pages", name, maxPages)
	}
	var pages []string
	left := int64(maxContents)
	for i, p := range all {
		size, err := checkContents(p)
		if errors.Is(err, errBrokenOff) {
			return page{}, damaged(name, fmt.Errorf("page %d %w", i+1, err))
		}
		if left -= size; err != nil || left < 0 {
			return page{}, schema.Errorf(schema.KindInput, "save the article as plain text (.txt)", "%s: page %d: more than text is drawn on it", name, i+1)
		}
		if text := paragraphs(lettersOf(p)); text != "" {
			pages = append(pages, text)
		}
	}
	if len(pages) == 0 {
		return page{}, schema.Errorf(schema.KindInput, "make its text readable (OCR) and save it again", "%s: has no text: scanned pages are pictures", name)
	}
	info := file.Trailer().Key("Info")
	return page{
		text:   strings.Join(pages, "\n\n\f\n") + "\n",
		meta:   Meta{Title: pdfTitle(info.Key("Title").Text()), Author: oneLine(info.Key("Author").Text())},
		shown:  pdfDay(info.Key("CreationDate").Text()),
		reader: pdfReader,
	}, nil
}

// pdfTitle leaves out what programs write of their own accord: file names.
func pdfTitle(s string) string {
	s = strings.ToValidUTF8(oneLine(s), "")
	if len(strings.Fields(s)) < 2 || strings.HasPrefix(s, "Microsoft Word") {
		return ""
	}
	return s
}

// pdfDay is the day of D:20310409120000Z: when the file was made, which is no
// day of publication.
func pdfDay(s string) schema.Date {
	s = strings.TrimPrefix(s, "D:")
	if len(s) < 8 {
		return schema.Date{}
	}
	d, err := dayOf(s[:4] + "-" + s[4:6] + "-" + s[6:8])
	if err != nil {
		return schema.Date{}
	}
	return d
}

// checkContents unpacks the instructions of a page, within bounds.
func checkContents(p pdf.Page) (int64, error) {
	contents := p.V.Key("Contents")
	parts := []pdf.Value{contents}
	if contents.Kind() == pdf.Array {
		parts = nil
		for i := range contents.Len() {
			parts = append(parts, contents.Index(i))
		}
	}
	var all []byte
	for _, part := range parts {
		if part.Kind() != pdf.Stream {
			continue
		}
		b, err := io.ReadAll(io.LimitReader(part.Reader(), maxContent+1))
		if err != nil {
			return 0, err
		}
		if all = append(all, b...); len(all) > maxContent || tooDeep(all) {
			return 0, errHostile
		}
	}
	if endsInHex(all) {
		return 0, errBrokenOff
	}
	return int64(len(all)), nil
}

// lettersOf are the letters of a page in the order in which they are drawn.
func lettersOf(p pdf.Page) []pdf.Text { return p.Content().Text }
