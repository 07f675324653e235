package picture

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Format is a kind of file.
type Format string

// The formats.
const (
	SVG Format = "svg"
	PNG Format = "png" // two dots for every pixel
	PDF Format = "pdf"
)

// Formats lists them.
var Formats = []Format{SVG, PNG, PDF}

// ParseFormat reads the name of a format; its errors are of kind usage.
func ParseFormat(name string) (Format, error) {
	for _, f := range Formats {
		if strings.EqualFold(name, string(f)) {
			return f, nil
		}
	}
	return "", schema.Errorf(schema.KindUsage, "use svg for pages and for editing, pdf for print, png for slides",
		"format %q: expected svg, png or pdf", name)
}

// FormatOf is the format that the ending of a file stands for.
func FormatOf(file string) (Format, error) {
	ending := filepath.Ext(file)
	f, err := ParseFormat(strings.TrimPrefix(ending, "."))
	if err != nil {
		return "", schema.Errorf(schema.KindUsage, "give the file one of these endings, or add --format", "%s: expected a file that ends in .svg, .png or .pdf", file)
	}
	return f, nil
}

// Write writes the picture as a file. The same scene makes the same bytes. A
// PNG of more dots than a machine should hold is an error of kind usage.
func (s *Scene) Write(w io.Writer, f Format) error {
	switch f {
	case PNG:
		return s.writePNG(w)
	case PDF:
		return s.writePDF(w)
	}
	return s.writeSVG(w)
}

// Missing lists the characters of the picture that PNG and PDF have no letter
// for, each once, in the order in which they occur. SVG leaves them to the
// fonts of the reader.
func (s *Scene) Missing() string {
	seen := map[rune]bool{}
	var list []rune
	eachText(s.items, func(t text) {
		for _, r := range t.s {
			if _, ok := regular()[r]; !ok && !invisible(r) && !seen[r] {
				seen[r] = true
				list = append(list, r)
			}
		}
	})
	return string(list)
}

func eachText(items []item, f func(text)) {
	for _, i := range items {
		switch v := i.(type) {
		case *group:
			eachText(v.items, f)
		case text:
			f(v)
		}
	}
}
