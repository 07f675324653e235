package rdf

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/piprate/json-gold/ld"

	"github.com/stancegraph/stancegraph/schema"
)

// maxJSONLD bounds a document in JSON-LD, in bytes: unlike the other formats it
// is in memory whole, several times over.
const maxJSONLD = 256 << 20

// noNetwork refuses to load contexts from elsewhere.
type noNetwork struct{}

func (noNetwork) LoadDocument(address string) (*ld.RemoteDocument, error) {
	return nil, ld.NewJsonLdError(ld.LoadingDocumentFailed, address+" is elsewhere, and nothing is loaded from the network: the context must stand in the file")
}

func readJSONLD(r io.Reader, name string, yield func(Quad) error) error {
	document, err := decodeJSON(r, name)
	if err != nil {
		return err
	}
	wrong := func(err error) error {
		return schema.Problems{{File: name, Expected: "JSON-LD: " + err.Error()}}.Err("correct the file; it must bring its context with it")
	}
	graphs, err := nodeMap(document)
	if err != nil {
		return wrong(err)
	}
	for _, graph := range slices.Sorted(maps.Keys(graphs)) {
		g := &jsonGraph{yield: yield}
		if graph != "@default" {
			if g.name, err = identified(graph); err != nil {
				return wrong(err)
			}
		}
		if err := g.nodes(graphs[graph]); err != nil {
			if g.stopped {
				return err
			}
			return wrong(err)
		}
	}
	return nil
}

func decodeJSON(r io.Reader, name string) (document any, err error) {
	limited := &io.LimitedReader{R: r, N: maxJSONLD + 1}
	in := json.NewDecoder(limited)
	if err = in.Decode(&document); err == nil {
		if _, err = in.Token(); errors.Is(err, io.EOF) {
			err = nil
		} else if err == nil {
			err = errors.New("something stands behind the document")
		}
	}
	switch {
	case limited.N <= 0:
		return nil, schema.Errorf(schema.KindInput, "export it as nquads or trig, which are read line by line", "%s: JSON-LD of more than %d MiB", name, maxJSONLD>>20)
	case err != nil:
		return nil, schema.Problems{{File: name, Expected: "JSON: " + err.Error()}}.Err("correct the file, or say its format with --format")
	}
	return document, nil
}

// nodeMap calls the processor, which panics on some documents that are no
// JSON-LD. Its last step, to RDF, is done here: it would leave out, without a
// word, what it takes for no address.
func nodeMap(document any) (graphs map[string]any, err error) {
	defer func() {
		if p := recover(); p != nil {
			graphs, err = nil, fmt.Errorf("the document makes no sense: %v", p)
		}
	}()
	options := ld.NewJsonLdOptions("")
	options.DocumentLoader = noNetwork{}
	expanded, err := ld.NewJsonLdProcessor().Expand(document, options)
	if err != nil {
		return nil, err
	}
	graphs = map[string]any{"@default": map[string]any{}}
	_, err = ld.NewJsonLdApi().GenerateNodeMap(expanded, graphs, "@default", ld.NewIdentifierIssuer("_:b"), "", "", nil)
	return graphs, err
}
