package graph

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cespare/xxhash/v2"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/rdf"
	"github.com/stancegraph/stancegraph/schema"
)

// maxProblems ends the reading of a file that is wrong on nearly every line.
const maxProblems = 1000

// ReadRDF reads a graph that this program exported, in any format of package
// rdf, as a corpus for PutCorpus. lines says where the record of an ID, or of a
// source's file name, begins; a format without lines leaves it empty.
//
// What a statement implies (the days of a date, the standard terms) may be
// missing; where it is there it must be what follows, and everything else must
// belong to a record: nothing is dropped in silence. Names of graphs mean
// nothing, so that what comes out of a triple store under another name is taken
// too.
//
// Errors are of kind input with all problems and their lines, or io.
func ReadRDF(r io.Reader, format rdf.Format, name string) (corpus Corpus, lines map[string]int, err error) {
	in := &rdfReader{name: name, decoder: quads.NewDecoder(), claims: map[uint64]int{}, unlined: map[uint64]string{}, lines: map[string]int{}}
	if err := rdf.Read(r, format, name, in.take); err != nil {
		return Corpus{}, nil, err
	}
	if err := in.foreign(); err != nil {
		return Corpus{}, nil, err
	}
	corpus = in.corpus()
	if len(in.problems) == 0 {
		in.compare(corpus)
	}
	if err := in.problems.Err("correct the file; nothing was written"); err != nil {
		return Corpus{}, nil, err
	}
	return corpus, in.recordLines(), nil
}

type rdfReader struct {
	name     string
	decoder  *quads.Decoder
	problems schema.Problems
	claims   map[uint64]int    // the line of every quad, by the hash of its canonical form
	unlined  map[uint64]string // the quads that have no line
	lines    map[string]int    // where a node's quads begin
	quads    int
	taken    int // those that belong to a record
}

func (in *rdfReader) take(q rdf.Quad) error {
	in.quads++
	q.Quad = quads.Renew(q.Quad)
	q.Label = nil
	problem := ""
	if quads.IsRecorded(q.Quad) {
		problem = "a recorded time or an import run: exports have none"
	} else if err := in.decoder.Add(q.Quad); err != nil {
		problem = err.Error()
	}
	if problem != "" {
		in.problem(q.Line, problem)
		if len(in.problems) == maxProblems {
			return in.problems.Err("correct the file; nothing was written, and no more of it was read")
		}
		return nil
	}
	in.taken++
	node, _, _ := strings.Cut(quads.Subject(q.Quad), "#")
	if _, known := in.lines[node]; !known && q.Line > 0 {
		in.lines[node] = q.Line
	}
	hash := hashOf(q.Quad)
	in.claims[hash] = q.Line
	if q.Line == 0 {
		in.unlined[hash] = string(quads.AppendLine(nil, q.Quad))
	}
	return nil
}

func (in *rdfReader) problem(line int, expected string) {
	in.problems = append(in.problems, schema.Problem{File: in.name, Line: line, Expected: expected})
}

func hashOf(q quad.Quad) uint64 {
	q.Label, q.Object = nil, quads.Canonical(q.Object)
	return xxhash.Sum64(quads.AppendLine(nil, q))
}

// foreign is an error where nothing in a file is ours.
func (in *rdfReader) foreign() error {
	if in.taken > 0 {
		return nil
	}
	missing := "it has no quads at all"
	if in.quads > 0 {
		missing = fmt.Sprintf("of %s none is of a statement (<urn:uuid:…>), of a source (<%s…>) or of a codebook", plural(in.quads, "quad"), quads.Sources)
	}
	return schema.Errorf(schema.KindInput, "import reads graphs that stancegraph export wrote; docs/rdf.md says what is in them",
		"%s: RDF, but no graph of Stancegraph: %s", in.name, missing)
}

// corpus is what was read, in a stable order.
func (in *rdfReader) corpus() (all Corpus) {
	d := in.decoder
	for _, ref := range sortedKeys(d.Codebooks) {
		line := in.lines[string(quads.CodebookIRI(ref))]
		cb, err := schema.LoadCodebook(in.name+": codebook "+ref, []byte(d.Codebooks[ref].YAML))
		switch {
		case err != nil:
			in.problem(line, fmt.Sprintf("codebook %s: %v", ref, err))
		case cb.Ref() != ref:
			in.problem(line, fmt.Sprintf("codebook %s: its file says that it is %s", ref, cb.Ref()))
		default:
			all.Codebooks = append(all.Codebooks, cb)
		}
	}
	for _, id := range sortedKeys(d.Sources) {
		all.Sources = append(all.Sources, d.Sources[id].Source)
	}
	for _, id := range sortedKeys(d.Statements) {
		if st := d.Statements[id].Statement; st.Stance.Valid() {
			all.Statements = append(all.Statements, st)
		} else {
			in.problem(in.lines[string(quads.StatementIRI(id))], "statement "+id+": its stance is missing")
		}
	}
	for _, id := range sortedKeys(d.Annotations) {
		all.Annotations = append(all.Annotations, d.Annotations[id].Annotation)
	}
	return all
}

// compare finds what is in the file and does not follow from its records.
func (in *rdfReader) compare(all Corpus) {
	for q := range all.Quads(context.Background()) { //nolint:errcheck // a context that never ends is all that could fail
		delete(in.claims, hashOf(q))
	}
	const expected = "this does not follow from the statement, source or codebook that it is about: it was changed, or there are two values"
	for _, hash := range slices.SortedFunc(maps.Keys(in.claims), func(a, b uint64) int {
		return cmp.Or(cmp.Compare(in.claims[a], in.claims[b]), cmp.Compare(in.unlined[a], in.unlined[b]))
	}) {
		if what, unlined := in.unlined[hash]; unlined {
			in.problem(0, expected+": "+strings.TrimSpace(what))
		} else {
			in.problem(in.claims[hash], expected)
		}
	}
}

// recordLines is where records begin, by what problems call them.
func (in *rdfReader) recordLines() map[string]int {
	lines := map[string]int{}
	for id := range in.decoder.Statements {
		lines[id] = in.lines[string(quads.StatementIRI(id))]
	}
	for id := range in.decoder.Annotations {
		lines["annotation "+id] = in.lines[string(quads.AnnotationIRI(id))]
	}
	for id, src := range in.decoder.Sources {
		lines[src.Doc] = in.lines[string(quads.SourceIRI(id))]
	}
	maps.DeleteFunc(lines, func(_ string, line int) bool { return line == 0 })
	return lines
}
