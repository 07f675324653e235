package main

import (
	"context"
	"os"
	"testing"

	"github.com/stancegraph/stancegraph/graph/rdf/shapes"
)

// The demonstration corpus has the shapes that exports promise.
func TestDemonstrationCorpusConforms(t *testing.T) {
	t.Parallel()
	f, err := os.Open("../../schema/shapes.ttl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := shapes.Read(f, "shapes.ttl")
	if err != nil {
		t.Fatal(err)
	}
	found, err := s.Check(seedCorpus(t).Quads(context.Background()))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range found {
		t.Error(v)
	}
}
