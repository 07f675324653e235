package main

import (
	"context"
	"fmt"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest/duplicates"
	"github.com/stancegraph/stancegraph/schema"
)

// copies finds sources with nearly the same text, among those of a run and
// those of the store. They are linked and said, and all of them stay: two
// outlets that print one report are two sources.
type copies struct {
	index duplicates.Index
	docs  map[string]string   // names for messages, by ID
	done  map[string]bool     // those that were in the store before, and those of the run that are now
	links map[string][]string // both ways, by ID
}

func newCopies() *copies {
	return &copies{docs: map[string]string{}, done: map[string]bool{}, links: map[string][]string{}}
}

// add makes a source known; once each.
func (c *copies) add(src *schema.Source) {
	if c.docs[src.ID] == "" {
		c.docs[src.ID] = src.Doc
		c.index.Add(src.ID, duplicates.Of(src.Text))
	}
}

// addStore makes the sources of a store known, after those of the run.
func (c *copies) addStore(ctx context.Context, s *graph.Store) error {
	for src, err := range s.Sources(ctx) {
		if err != nil {
			return err
		}
		c.done[src.ID] = c.docs[src.ID] == ""
		c.add(&src)
	}
	return nil
}

// find notes the links of a source that has come into the store and returns a
// line for each that came before it.
func (c *copies) find(src *schema.Source) []string {
	sign := duplicates.Of(src.Text)
	var lines []string
	for _, near := range c.index.Find(src.ID, &sign) {
		if c.done[near.Name] {
			lines = append(lines, fmt.Sprintf("%s: nearly the same text as %s (%.2f)", src.Doc, c.docs[near.Name], near.Resemblance))
		}
		c.links[src.ID] = append(c.links[src.ID], near.Name)
	}
	c.done[src.ID] = true
	return lines
}

// both are the links in both directions.
func (c *copies) both() map[string][]string {
	all := map[string][]string{}
	for id, list := range c.links {
		for _, other := range list {
			all[id] = append(all[id], other)
			all[other] = append(all[other], id)
		}
	}
	return all
}
