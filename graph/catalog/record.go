package catalog

import (
	"fmt"
	"io"
	"iter"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/graph/rdf"
	"github.com/stancegraph/stancegraph/schema"
)

// Record is a data set and the one file that it is distributed as.
type Record struct {
	Provenance export.Provenance
	License    string    // its IRI; "" where nobody has given one
	Made       time.Time // when the file was made; zero leaves it out

	Statements, Sources, Actors int
	First, Last                 schema.Day // of the statements, MinDay and MaxDay where unknown
	Issues                      []string   // their IDs

	File File
}

// File is the distribution.
type File struct {
	Name      string // without folder
	MediaType string
	Packed    bool  // with gzip
	Size      int64 // in bytes
	SHA256    string
	Profile   string // the IRI of what it conforms to; "" for none
}

// Of describes the statements that a filter chooses; what is known of the file
// alone is for the caller to fill in.
func Of(s *ledger.Snapshot, f questions.Filter, p export.Provenance) Record {
	r := Record{Provenance: p, First: schema.MaxDay, Last: schema.MinDay}
	sources, actors, issues := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, st := range questions.Select(s, f) {
		r.Statements++
		sources[st.Source], actors[st.Actor], issues[st.Issue] = true, true, true
		if d := st.Date.Earliest(); d != schema.MinDay {
			r.First = min(r.First, d)
		}
		if d := st.Date.Latest(); d != schema.MaxDay {
			r.Last = max(r.Last, d)
		}
	}
	if r.First > r.Last { // no statement has a day
		r.First, r.Last = schema.MinDay, schema.MaxDay
	}
	r.Sources, r.Actors = len(sources), len(actors)
	for _, issue := range s.Codebook.Issues {
		if issues[issue.ID] {
			r.Issues = append(r.Issues, issue.ID)
		}
	}
	return r
}

// Write writes the record in Turtle.
func (r *Record) Write(w io.Writer) error {
	list := r.quads()
	return rdf.Write(w, rdf.Turtle, rdf.Head{Prefixes: prefixes}, iter.Seq2[quad.Quad, error](func(yield func(quad.Quad, error) bool) {
		for _, q := range list {
			if !yield(q, nil) {
				return
			}
		}
	}))
}

var prefixes = []quads.Prefix{
	{Short: "dcat", IRI: nsDCAT}, {Short: "dcterms", IRI: nsDCTerms}, {Short: "prov", IRI: nsProv}, {Short: "spdx", IRI: nsSPDX},
	{Short: "rdfs", IRI: nsRDFS}, {Short: "xsd", IRI: nsXSD}, {Short: "issue", IRI: string(quads.IssueIRI(""))}, {Short: "codebook", IRI: string(quads.CodebookIRI(""))},
}

const (
	nsDCAT    = "http://www.w3.org/ns/dcat#"
	nsDCTerms = "http://purl.org/dc/terms/"
	nsProv    = "http://www.w3.org/ns/prov#"
	nsSPDX    = "http://spdx.org/rdf/terms#"
	nsRDFS    = "http://www.w3.org/2000/01/rdf-schema#"
	nsXSD     = "http://www.w3.org/2001/XMLSchema#"
	mediaType = "https://www.iana.org/assignments/media-types/"

	rdfType quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
)

// description collects the quads of a record, node by node.
type description struct {
	node quad.IRI
	list []quad.Quad
}

func (d *description) of(node, class quad.IRI) {
	d.node = node
	d.say(rdfType, class)
}

func (d *description) say(term quad.IRI, values ...quad.Value) {
	for _, v := range values {
		d.list = append(d.list, quad.Quad{Subject: d.node, Predicate: term, Object: v})
	}
}

func (d *description) text(term quad.IRI, s string) {
	if s != "" {
		d.say(term, quad.String(s))
	}
}

func (d *description) typed(term quad.IRI, s, datatype string) {
	d.say(term, quad.TypedString{Value: quad.String(s), Type: quad.IRI(datatype)})
}

func (r *Record) quads() []quad.Quad {
	p := r.Provenance
	name := p.DataVersion
	if len(p.Filter) > 0 { // a part of it is another data set
		name += "?" + p.Filter.Encode()
	}
	set := quads.DatasetIRI(name)
	d := &description{}
	d.of(set, nsDCAT+"Dataset")
	d.text(nsDCTerms+"title", p.Title)
	d.text(nsDCTerms+"identifier", name)
	d.text(nsDCAT+"version", p.DataVersion)
	d.text(nsDCTerms+"description", r.about())
	d.say(nsDCTerms+"conformsTo", quads.CodebookIRI(p.Codebook))
	for _, id := range r.Issues {
		d.say(nsDCAT+"theme", quads.IssueIRI(id))
	}
	if r.License != "" {
		d.say(nsDCTerms+"license", quad.IRI(r.License))
	}
	d.say(nsDCTerms+"rights", set+"#rights")
	d.say(nsProv+"wasGeneratedBy", set+"#export")
	d.say(nsDCAT+"distribution", set+"#file")
	if r.First != schema.MinDay || r.Last != schema.MaxDay {
		d.say(nsDCTerms+"temporal", set+"#period")
		r.period(d, set)
	}
	d.of(set+"#rights", nsDCTerms+"RightsStatement")
	d.text(nsRDFS+"label", r.rights())
	r.activity(d, set)
	r.file(d, set)
	return d.list
}

// about is the data set in a sentence.
func (r *Record) about() string {
	s := fmt.Sprintf("Who takes which stance on what: %s by %s, on the evidence of %s", plural(r.Statements, "statement"), plural(r.Actors, "actor"), plural(r.Sources, "source"))
	for _, l := range r.Provenance.Lines() {
		if l[0] == "filter" {
			s += "; filter " + l[1]
		}
	}
	return s + "."
}

func (r *Record) rights() string {
	s := "The coding is the coders'. The texts and quotations of sources belong to their authors and publishers."
	if r.Provenance.Rights != "" {
		s += " Left out: " + r.Provenance.Rights + "."
	}
	return s
}

func (r *Record) period(d *description, set quad.IRI) {
	d.of(set+"#period", nsDCTerms+"PeriodOfTime")
	if r.First != schema.MinDay {
		d.typed(nsDCAT+"startDate", r.First.String(), nsXSD+"date")
	}
	if r.Last != schema.MaxDay {
		d.typed(nsDCAT+"endDate", r.Last.String(), nsXSD+"date")
	}
}

// activity is the export: what was run, by which program, on which codebook.
func (r *Record) activity(d *description, set quad.IRI) {
	p := r.Provenance
	d.of(set+"#export", nsProv+"Activity")
	d.text(nsRDFS+"label", p.Command)
	d.say(nsProv+"used", quads.CodebookIRI(p.Codebook))
	d.say(nsProv+"wasAssociatedWith", set+"#program")
	if !r.Made.IsZero() {
		d.typed(nsProv+"endedAtTime", r.Made.UTC().Format(time.RFC3339), nsXSD+"dateTime")
	}
	d.of(set+"#program", nsProv+"SoftwareAgent")
	d.text(nsRDFS+"label", p.Program)
}

func (r *Record) file(d *description, set quad.IRI) {
	f := r.File
	d.of(set+"#file", nsDCAT+"Distribution")
	d.text(nsDCTerms+"title", f.Name)
	d.say(nsDCAT+"downloadURL", quad.IRI("./"+url.PathEscape(f.Name)))
	if name, _, _ := strings.Cut(f.MediaType, ";"); !strings.Contains(name, "/x-") { // those are nobody's
		d.say(nsDCAT+"mediaType", quad.IRI(mediaType+name))
	}
	if f.Packed {
		d.say(nsDCAT+"compressFormat", quad.IRI(mediaType+"application/gzip"))
	}
	d.typed(nsDCAT+"byteSize", strconv.FormatInt(f.Size, 10), nsXSD+"nonNegativeInteger")
	if f.Profile != "" {
		d.say(nsDCTerms+"conformsTo", quad.IRI(f.Profile))
	}
	d.say(nsSPDX+"checksum", set+"#checksum")
	d.of(set+"#checksum", nsSPDX+"Checksum")
	d.say(nsSPDX+"algorithm", quad.IRI(nsSPDX+"checksumAlgorithm_sha256"))
	d.typed(nsSPDX+"checksumValue", f.SHA256, nsXSD+"hexBinary")
}

func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
