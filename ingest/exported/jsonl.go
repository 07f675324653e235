package exported

import (
	"io"

	"github.com/stancegraph/stancegraph/schema"
)

// JSONLines reads a graph, or statements alone, in JSON Lines. Records without
// an ID get the one that their content derives.
func JSONLines(r io.Reader, file string) (*Graph, error) {
	var c collector
	if err := c.take(schema.ReadEntries(r, file), file); err != nil {
		return nil, err
	}
	return c.graph()
}

// Annotations reads annotations in JSON Lines.
func Annotations(r io.Reader, file string) (*Graph, error) {
	var c collector
	if err := c.take(schema.ReadAnnotations(r, file), file); err != nil {
		return nil, err
	}
	return c.graph()
}
