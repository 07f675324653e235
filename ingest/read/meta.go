package read

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Meta is what is known of a source beside its text. Empty fields are unknown.
type Meta struct {
	Title, Author, Outlet, URL, Kind, Lang, Note string
	Published                                    schema.Date
	Retrieved                                    schema.Date // when the file was fetched
	Status                                       schema.SourceStatus
	Rights                                       schema.Rights

	dateRule string // which rule gave Published, in words
}

// over fills what m lacks from other.
func (m Meta) over(other Meta) Meta {
	m.Title, m.Author = cmp.Or(m.Title, other.Title), cmp.Or(m.Author, other.Author)
	m.Outlet, m.URL = cmp.Or(m.Outlet, other.Outlet), cmp.Or(m.URL, other.URL)
	m.Kind, m.Lang, m.Note = cmp.Or(m.Kind, other.Kind), cmp.Or(m.Lang, other.Lang), cmp.Or(m.Note, other.Note)
	m.Status, m.Rights = cmp.Or(m.Status, other.Status), cmp.Or(m.Rights, other.Rights)
	if m.Published.IsZero() {
		m.Published, m.dateRule = other.Published, other.dateRule
	}
	if m.Retrieved.IsZero() {
		m.Retrieved = other.Retrieved
	}
	return m
}

// MetaSet is a metadata file: entries by file name, and which were used.
type MetaSet struct {
	entries map[string]Meta
	used    map[string]bool
}

// LoadMeta reads a metadata file, one JSON object a line with doc, title,
// author, outlet, published, retrieved, url, lang, kind, note, status and
// rights. The error, of kind input, lists every bad line.
func LoadMeta(path string) (*MetaSet, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, openError(path, err)
	}
	return parseMeta(path, data)
}

// parseMeta is LoadMeta on bytes; file is the name that problems carry.
func parseMeta(file string, data []byte) (*MetaSet, error) {
	set := &MetaSet{entries: map[string]Meta{}, used: map[string]bool{}}
	lines := map[string]int{}
	problems, err := schema.EachLine(bytes.NewReader(data), file, func(line schema.Line) schema.Problems {
		doc, meta, bad := metaLine(line.Bytes)
		if first, double := lines[doc]; double && doc != "" {
			bad = append(bad, schema.Problem{Field: "doc", Value: doc, Expected: "named before, on line " + itoa(first)})
		}
		lines[doc], set.entries[doc] = line.Number, meta
		return bad
	})
	if err != nil {
		return nil, err
	}
	return set, problems.Err("correct the lines above; every line is one JSON object with doc, title, outlet, published, url, lang or kind")
}

// For is the entry of a file, by its name without folder; the zero Meta when
// there is none.
func (s *MetaSet) For(path string) Meta {
	if s == nil {
		return Meta{}
	}
	doc := filepath.Base(path)
	m, ok := s.entries[doc]
	if ok {
		s.used[doc] = true
	}
	return m
}

// Unused are the entries that no file asked for, sorted: most likely misspelt.
func (s *MetaSet) Unused() []string {
	if s == nil {
		return nil
	}
	var names []string
	for _, doc := range slices.Sorted(maps.Keys(s.entries)) {
		if !s.used[doc] {
			names = append(names, doc)
		}
	}
	return names
}

var metaFields = []string{"doc", "title", "author", "outlet", "published", "retrieved", "url", "lang", "kind", "note", "status", "rights"}

// metaLine reads one line and everything that is wrong with it.
func metaLine(b []byte) (doc string, m Meta, bad schema.Problems) {
	var fields map[string]any
	if err := json.Unmarshal(b, &fields); err != nil {
		return "", m, schema.Problems{{Expected: "expected one JSON object: " + err.Error()}}
	}
	texts := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		value, isText := fields[name].(string)
		switch {
		case !slices.Contains(metaFields, name):
			bad = append(bad, schema.Problem{Field: name, Expected: "unknown field; expected one of " + strings.Join(metaFields, ", ") + schema.DidYouMean(name, slices.Values(metaFields))})
		case !isText && fields[name] != nil:
			bad = append(bad, schema.Problem{Field: name, Expected: "expected a text"})
		}
		texts[name] = value
	}
	if doc = filepath.Base(texts["doc"]); texts["doc"] == "" {
		doc, bad = "", append(bad, schema.Problem{Field: "doc", Expected: "missing: the name of the file"})
	}
	m, more := metaOf(texts, "metadata file")
	return doc, m, append(bad, more...)
}

// metaOf makes a Meta of texts; from names where they stand.
func metaOf(texts map[string]string, from string) (Meta, schema.Problems) {
	var bad schema.Problems
	m := Meta{
		Title: texts["title"], Author: texts["author"], Outlet: texts["outlet"], URL: texts["url"], Kind: texts["kind"],
		Lang: texts["lang"], Note: texts["note"], Status: schema.SourceStatus(texts["status"]), Rights: schema.Rights(texts["rights"]),
	}
	day := func(field string) schema.Date {
		d, err := schema.ParseDate(texts[field])
		if err != nil {
			bad = append(bad, schema.Problem{Field: field, Value: texts[field], Expected: err.Error()})
		}
		return d
	}
	m.Retrieved = day("retrieved")
	if published := day("published"); !published.IsZero() {
		m.Published, m.dateRule = published, "published, in the "+from
	}
	if m.Status != "" && !slices.Contains(schema.SourceStatuses, m.Status) {
		bad = append(bad, schema.Problem{Field: "status", Value: texts["status"], Expected: "expected raw, proposed or coded"})
	}
	if m.Rights != "" && !slices.Contains(schema.AllRights, m.Rights) {
		bad = append(bad, schema.Problem{Field: "rights", Value: texts["rights"], Expected: "expected quote-only, or no rights"})
	}
	return m, bad
}
