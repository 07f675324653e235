package read

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// article reads the bytes of one article. name is the source's doc.
func (r *Reader) article(name string, data []byte, meta Meta) (schema.Source, error) {
	read := map[kind]func(string, []byte) (page, error){plain: r.plain, markdown: r.markdown, webPage: r.html, pdfFile: r.pdf}[kindOf(name)]
	if read == nil {
		return schema.Source{}, errOneArticle(name)
	}
	if size := r.bounds().size; int64(len(data)) > size {
		return schema.Source{}, tooLarge(name, size)
	}
	p, err := read(name, data)
	if err != nil {
		return schema.Source{}, err
	}
	return p.source(name, meta)
}

// errOneArticle tells a container from what is not read at all.
func errOneArticle(name string) error {
	if readable(name) {
		return schema.Errorf(schema.KindInput, "take one article out of it, or read them all with stancegraph ingest", "%s: a feed or an archive, which holds more than one article", name)
	}
	return errUnreadable(name)
}

// page is what a reader finds in a file.
type page struct {
	text   string
	meta   Meta        // what the file says of itself
	shown  schema.Date // a date that it says is not the article's, such as that of a change
	reader string      // name and version of the reader where the text is its output
}

func (r *Reader) plain(name string, data []byte) (page, error) {
	text, err := r.decode(name, data)
	return page{text: text}, err
}

func (r *Reader) markdown(name string, data []byte) (page, error) {
	text, err := r.decode(name, data)
	if err != nil {
		return page{}, err
	}
	front, body, err := frontMatter(name, text)
	return page{text: body, meta: front}, err
}

// source makes a source of a page; what meta says goes first.
func (p page) source(name string, meta Meta) (schema.Source, error) {
	if err := checkText(name, p.text); err != nil {
		return schema.Source{}, err
	}
	s := source(name, p.text, meta.over(p.meta))
	s.Reader = p.reader
	if s.PageDate.IsZero() && p.shown.String() != s.Published.String() {
		s.PageDate = p.shown
	}
	return s, nil
}

func source(name, text string, meta Meta) schema.Source {
	found := findDates(text)
	s := schema.Source{
		ID: schema.HashText(text), Doc: name,
		Title: cmp.Or(meta.Title, title(text)), Author: meta.Author, Outlet: meta.Outlet, URL: meta.URL,
		Kind: cmp.Or(meta.Kind, "article"), Lang: cmp.Or(meta.Lang, language(text)), Note: meta.Note, Rights: meta.Rights,
		Published: meta.Published, Retrieved: meta.Retrieved, PageDate: found.page, DateRule: cmp.Or(meta.dateRule, "given by the caller"),
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
