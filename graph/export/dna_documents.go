package export

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/stancegraph/stancegraph/schema"
)

// dnaDocument is a source, or a document that is only cited.
type dnaDocument struct {
	id                                   int64
	title, text                          string
	author, source, section, notes, kind string
	coder                                string
	date                                 int64 // wall-clock seconds since 1970
	points                               []int // UTF-16 code unit of each code point, the end included
}

// document is the document that a record was coded on. Several of DNA can be one
// source, because they have one text.
func (d *dna) document(variables map[string]string, source, doc, citation string) *dnaDocument {
	key := source + " " + variables["document.id"]
	if known, ok := d.byDocument[key]; ok {
		return known
	}
	src, ok := d.Sources[source]
	if !ok {
		src = &schema.Source{ID: source, Doc: doc, Title: doc, Kind: schema.KindCitation, Text: citation}
	}
	made := d.documentOf(src, variables)
	d.byDocument[key] = made
	d.documents = append(d.documents, made)
	return made
}

// addSources adds the sources on which nothing is coded.
func (d *dna) addSources() {
	coded := map[string]bool{}
	for key := range d.byDocument {
		id, _, _ := strings.Cut(key, " ")
		coded[id] = true
	}
	for _, id := range slices.Sorted(maps.Keys(d.Sources)) {
		if !coded[id] {
			d.document(nil, id, "", "")
		}
	}
}

// isoInstant is how an import writes the date of a document of DNA.
const isoInstant = "2006-01-02T15:04:05"

func (d *dna) documentOf(src *schema.Source, variables map[string]string) *dnaDocument {
	doc := &dnaDocument{title: src.Heading(), text: src.Text, author: src.Author, source: src.Outlet, notes: src.Note, kind: src.Kind, date: d.dateOf(src)}
	if instant, ok := strings.CutPrefix(src.DateRule, "DNA date "); ok {
		doc.takeBack(src, instant)
	}
	for key, at := range map[string]*string{"document.title": &doc.title, "document.author": &doc.author, "document.source": &doc.source,
		"document.section": &doc.section, "document.type": &doc.kind} {
		if v, ok := variables[key]; ok {
			*at = v
		}
	}
	if id, err := strconv.ParseInt(variables["document.id"], 10, 64); err == nil {
		doc.id = id
	}
	if src.Withheld() {
		doc.text = d.passagesOf(src.ID)
		doc.notes = strings.TrimSpace(doc.notes + "\nquote-only: the text is left out but for the coded passages")
	}
	at := 0
	for _, r := range doc.text {
		doc.points = append(doc.points, at)
		at += utf16.RuneLen(r)
	}
	doc.points = append(doc.points, at)
	return doc
}

// takeBack undoes what an import did to a document of DNA: its time is in the
// rule of the date, and what has no field is in the note.
func (doc *dnaDocument) takeBack(src *schema.Source, instants string) {
	instant, _, _ := strings.Cut(instants, " and ")
	if t, err := time.Parse(isoInstant, instant); err == nil {
		doc.date = t.Unix()
	}
	doc.id, _ = strconv.ParseInt(path.Base(src.Doc), 10, 64) // 0: to be numbered
	doc.title, doc.kind, doc.notes = src.Title, "", ""
	if src.Kind == schema.KindCitation {
		doc.text = "" // its text is how it is cited
	}
	rest := src.Note
	for _, f := range []struct {
		name string
		at   *string
	}{{"section: ", &doc.section}, {"type: ", &doc.kind}} {
		if after, ok := strings.CutPrefix(rest, f.name); ok {
			*f.at, rest, _ = strings.Cut(after, "\n")
		}
	}
	doc.notes = strings.TrimPrefix(rest, "notes: ")
}

// dateOf is the day of a source or, where nobody knows it, that of the first
// dated statement on it. DNA needs one: what has neither is of 1970.
func (d *dna) dateOf(src *schema.Source) int64 {
	day := src.Published.Latest()
	if src.Published.IsZero() {
		for _, st := range d.OfSource(src.ID) {
			if !st.Date.IsZero() {
				day = min(day, st.Date.Latest())
			}
		}
	}
	if day == schema.MaxDay {
		return 0
	}
	return day.Time().Unix()
}

// passagesOf is a text of which only the coded passages are known, each in its
// place, with blanks around.
func (d *dna) passagesOf(source string) string {
	var text []rune
	put := func(start, end int, evidence string) {
		for len(text) < end {
			text = append(text, ' ')
		}
		copy(text[start:end], []rune(evidence))
	}
	for _, st := range d.OfSource(source) {
		if st.HasPassage() {
			put(st.Start, st.End, st.Evidence)
		}
	}
	for i := range d.Annotations {
		if a := &d.Annotations[i]; a.Source == source && a.HasPassage() {
			put(a.Start, a.End, a.Evidence)
		}
	}
	return string(text)
}

// units turns code points into UTF-16 code units, in which DNA counts. A
// citation has no passage: it marks the beginning of the document.
func (doc *dnaDocument) units(start, end int) (from, to int) {
	if start >= end || end >= len(doc.points) {
		return 0, 1
	}
	return doc.points[start], doc.points[end]
}
