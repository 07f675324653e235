package graph

import (
	"bytes"
	"testing"

	hkv "github.com/hidal-go/hidalgo/kv"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/records"
)

// Wrapped makes a store write through what wrap returns, each time that it
// opens its file.
func (o Options) Wrapped(wrap func(hkv.KV) hkv.KV) Options {
	o.wrap = wrap
	return o
}

// KeepingAfter makes a store write its ledger file when the journal has so many
// bytes.
func (o Options) KeepingAfter(bytes int64) Options {
	o.keepAfter = bytes
	return o
}

// Raw gives tests the store under the store, to break it.
func (s *Store) Raw() hkv.KV { return s.db }

// Records is all that the store has in memory, hidden or not, as bytes.
func (s *Store) Records(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := records.Encode(&b, s.contents.set()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Hold keeps every new snapshot from being built until release is called.
func (s *Store) Hold() (release func()) {
	s.mem.Lock()
	return s.mem.Unlock
}

// FromNothing is what a snapshot has to be, made of everything that can be seen.
func (s *Store) FromNothing() *ledger.Snapshot {
	c := s.contents
	var all Corpus
	for _, r := range c.sources {
		if !c.hidden(r.Import) {
			all.Sources = append(all.Sources, r.Source)
		}
	}
	for _, r := range c.statements {
		if !c.hidden(r.Import) {
			all.Statements = append(all.Statements, r.Statement)
		}
	}
	for _, r := range c.annotations {
		all.Annotations = append(all.Annotations, r.Annotation)
	}
	snap := ledger.Build(c.codebooks[c.current], all.Sources, all.Statements, all.Annotations...)
	snap.Codebooks, snap.Sequence = c.seenCodebooks(), s.seen.Load()
	return snap
}
