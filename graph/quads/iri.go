package quads

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/cayleygraph/quad"
)

// Where the project's own things have their IRIs.
const (
	base            = "https://stancegraph.github.io/id/"
	baseActor       = base + "actor/"
	baseIssue       = base + "issue/"
	baseProposition = base + "proposition/"
	baseCodebook    = base + "codebook/"
	baseSource      = base + "source/"
	baseCoder       = base + "coder/"
	baseRelay       = base + "relay/"
	baseStatement   = "urn:uuid:"
)

// SourceIRI is the IRI of a source, and of the named graph of its statements.
func SourceIRI(id string) quad.IRI { return makeIRI(baseSource, id) }

// StatementIRI is the IRI of a statement.
func StatementIRI(id string) quad.IRI { return makeIRI(baseStatement, id) }

// DatasetIRI is the IRI of a data version, as a data set.
func DatasetIRI(version string) quad.IRI { return makeIRI(base+"dataset/", version) }

// NanopubIRI is the IRI of the nanopublication of a statement.
func NanopubIRI(statement string) quad.IRI { return makeIRI(base+"nanopub/", statement) }

// CoderIRI is the IRI of a coder, a program with its version or a person.
func CoderIRI(coder string) quad.IRI { return makeIRI(baseCoder, coder) }

// ActorIRI is the IRI of an actor, registered or not.
func ActorIRI(id string) quad.IRI { return makeIRI(baseActor, id) }

// IssueIRI is the IRI of an issue.
func IssueIRI(id string) quad.IRI { return makeIRI(baseIssue, id) }

// PropositionIRI is the IRI of a proposition.
func PropositionIRI(id string) quad.IRI { return makeIRI(baseProposition, id) }

// CodebookIRI is the IRI of one version of a codebook, "name/version".
func CodebookIRI(ref string) quad.IRI {
	name, version, ok := strings.Cut(ref, "/")
	if !ok {
		return makeIRI(baseCodebook, name)
	}
	return makeIRI(baseCodebook, name) + "/" + quad.IRI(escape(version))
}

func makeIRI(base, id string) quad.IRI { return quad.IRI(base + escape(id)) }

// escape percent-encodes an ID as one segment of a path. Dots alone would be
// taken for the folder itself or the one above.
func escape(id string) string {
	if id == "." || id == ".." {
		return strings.ReplaceAll(id, ".", "%2E")
	}
	return url.PathEscape(id)
}

// readIRI returns the ID behind an IRI.
func readIRI(base string, v quad.Value) (string, error) {
	iri, ok := v.(quad.IRI)
	escaped, found := strings.CutPrefix(string(iri), base)
	if !ok || !found {
		return "", fmt.Errorf("%v: expected an IRI below %s", v, base)
	}
	id, err := url.PathUnescape(escaped)
	if err != nil {
		return "", fmt.Errorf("%v: %w", v, err)
	}
	return id, nil
}

// readCodebookIRI returns "name/version".
func readCodebookIRI(v quad.Value) (string, error) { return readIRI(baseCodebook, v) }
