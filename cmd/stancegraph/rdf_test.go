package main

import (
	"context"
	"testing"

	"github.com/stancegraph/stancegraph/graph/rdf/shapes"
)

// The demonstration corpus has the shapes that exports promise.
func TestDemonstrationCorpusConforms(t *testing.T) {
	t.Parallel()
	s, err := shapes.Open("../../schema/shapes.ttl")
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
