package formats

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// Format is a format that statements or the whole graph are written in.
type Format struct {
	Name       string
	Help       string   // one line: what is in it
	Extensions []string // of its files, with their dots; the first is the one that files get
	MediaType  string   // as in a Content-Type
	Profile    string   // the IRI of the vocabulary that it is in; "" for none
	Lossless   bool     // it has everything that the graph has
	Filtered   bool     // it can have a part of the statements
	Binary     bool     // it is not for a terminal
	Annotated  bool     // it has annotations beside statements, unless a filter is given

	// Write writes it. The same job gives the same bytes.
	Write func(context.Context, io.Writer, Job) error

	// Beside writes a file that belongs to one of this format, of the given name;
	// nil where there is none. Its name is that of the file and BesideEnding.
	Beside       func(w io.Writer, file string, j Job) error
	BesideEnding string
}

// Job is what is to be written; see NewJob.
type Job struct {
	Store      *graph.Store     // for the formats of RDF
	Snapshot   *ledger.Snapshot // of the store, as it may leave it, for all others
	Filter     questions.Filter // zero where the format takes none
	Provenance export.Provenance
}

// NewJob is what may leave a store: the rights of its sources are kept, and the
// provenance says what was left out for them.
func NewJob(s *graph.Store, f questions.Filter, p export.Provenance) Job {
	shown, withheld := s.Snapshot().Quotable()
	p.Rights = export.RightsSentence(withheld)
	return Job{Store: s, Snapshot: shown, Filter: f, Provenance: p}
}

// All lists the formats, in the order in which they are offered.
func All() []Format { return slices.Concat(statements, graphs, citations) }

// Named returns the format of a name. An unknown one is an error of kind usage.
func Named(name string) (Format, error) {
	for _, f := range All() {
		if f.Name == name {
			return f, nil
		}
	}
	return Format{}, schema.Errorf(schema.KindUsage, "see stancegraph export --help",
		"format %q: expected one of %s%s", name, strings.Join(Names(), ", "), schema.DidYouMean(name, slices.Values(Names())))
}

// Names lists the names of all formats.
func Names() []string {
	var names []string
	for _, f := range All() {
		names = append(names, f.Name)
	}
	return names
}

// Packed is the ending of a file that is packed with gzip.
const Packed = ".gz"

// OfFile returns the format that the name of a file ends as, packed or not.
// Where several do, it is the longest ending.
func OfFile(path string) (found Format, ok bool) {
	name, longest := strings.TrimSuffix(strings.ToLower(filepath.Base(path)), Packed), 0
	for _, f := range All() {
		for _, e := range f.Extensions {
			if len(e) > longest && strings.HasSuffix(name, e) {
				found, ok, longest = f, true, len(e)
			}
		}
	}
	return found, ok
}
