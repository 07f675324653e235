package read

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// MaxSize bounds a file, in bytes: a hundred times a long article.
const MaxSize = 16 << 20

// MaxLine bounds one line of a text, in bytes. A paragraph on one line is a
// few thousand bytes; a longer one is no article.
const MaxLine = 1 << 20

// File reads one .txt or .md file into a source. What meta says goes before
// the front matter, and that before what the text shows.
func File(path string, meta Meta) (schema.Source, error) {
	f, err := os.Open(path)
	if err != nil {
		return schema.Source{}, openError(path, err)
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return schema.Source{}, schema.Errorf(schema.KindIO, "check that the path is a file that can be read", "read %s: %w", path, err)
	}
	return Text(path, data, meta)
}

func openError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return schema.Errorf(schema.KindNotFound, "check the path", "read %s: no such file", path)
	case errors.Is(err, fs.ErrPermission):
		return schema.Errorf(schema.KindIO, "give yourself the right to read it, or copy it", "read %s: permission denied", path)
	}
	return schema.Errorf(schema.KindIO, "check that the path is a file that can be read", "read %w", err)
}

// Text reads the bytes of a file; name says which kind it is and becomes, by
// its last element, the source's doc.
func Text(name string, data []byte, meta Meta) (schema.Source, error) {
	if !Readable(name) {
		return schema.Source{}, schema.Errorf(schema.KindInput, "save the article as plain text (.txt) or Markdown (.md)",
			"%s: files of type %q are not read", name, filepath.Ext(name))
	}
	if err := checkBytes(name, data); err != nil {
		return schema.Source{}, err
	}
	text, err := schema.ReadText(data)
	if err != nil {
		return schema.Source{}, schema.Errorf(schema.KindInput, schema.HintOf(err), "%s: %w", name, err)
	}
	if isMarkdown(name) {
		front, body, err := frontMatter(name, text)
		if err != nil {
			return schema.Source{}, err
		}
		text, meta = body, meta.over(front)
	}
	if err := checkText(name, text); err != nil {
		return schema.Source{}, err
	}
	return source(name, text, meta), nil
}

// Readable reports whether the name ends like a file this package reads.
func Readable(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".txt" || isMarkdown(name)
}

func isMarkdown(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".md" || ext == ".markdown"
}

func source(name, text string, meta Meta) schema.Source {
	found := findDates(text)
	s := schema.Source{
		ID: schema.HashText(text), Doc: filepath.Base(name),
		Title: cmp.Or(meta.Title, title(text)), Outlet: meta.Outlet, URL: meta.URL, Kind: cmp.Or(meta.Kind, "article"), Lang: meta.Lang, Note: meta.Note,
		Published: meta.Published, PageDate: found.page, DateRule: cmp.Or(meta.dateRule, "given by the caller"),
		Status: cmp.Or(meta.Status, schema.SourceRaw), Text: text,
	}
	if s.Published.IsZero() {
		s.Published, s.DateRule = found.published, found.rule
	}
	if s.PageDate.String() == s.Published.String() {
		s.PageDate = schema.Date{}
	}
	return s
}

// checkBytes turns away what is no text at all.
func checkBytes(name string, data []byte) error {
	switch {
	case len(data) > MaxSize:
		return schema.Errorf(schema.KindInput, "split the file into articles, one a file", "%s: larger than %d MiB", name, MaxSize>>20)
	case isBinary(data):
		return schema.Errorf(schema.KindInput, "save the article as plain text, UTF-8", "%s: binary, not text", name)
	}
	return nil
}

// isBinary reports whether the data has a NUL, or is control characters for a
// tenth and more of its beginning.
func isBinary(data []byte) bool {
	head, control := data[:min(len(data), 8<<10)], 0
	for _, b := range head {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' {
			control++
		}
	}
	for _, b := range data {
		if b == 0 {
			return true
		}
	}
	return control > 0 && control*10 >= len(head)
}

// checkText turns away what has nothing to read, or a line without end.
func checkText(name, text string) error {
	if strings.TrimSpace(text) == "" {
		return schema.Errorf(schema.KindInput, "remove it, or give the article's text", "%s: empty", name)
	}
	n := 0
	for line := range strings.Lines(text) {
		n++
		if len(line) > MaxLine {
			return schema.Errorf(schema.KindInput, "break the text into paragraphs, one a line", "%s:%d: a line longer than %d KiB", name, n, MaxLine>>10)
		}
	}
	return nil
}

// maxTitle bounds a title, in code points: a longer first line is a paragraph.
const maxTitle = 300

// title is the first line of three words and more that is no date; a page's
// menu words come before it on one line each. A first line of some length is a
// paragraph, and then there is no title.
func title(text string) string {
	for line := range strings.Lines(text) {
		line = strings.Trim(line, "#* \t\r\n")
		if len(strings.Fields(line)) < 3 || isDateLine(line) {
			continue
		}
		if utf8.RuneCountInString(line) > maxTitle {
			return ""
		}
		return line
	}
	return ""
}
