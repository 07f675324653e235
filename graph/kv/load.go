package kv

import (
	"context"
	"fmt"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	hkv "github.com/hidal-go/hidalgo/kv"
)

// Loader writes many new quads in Cayley's layout, several times as fast as
// Cayley writes them: nodes and index entries go in in the order of their keys,
// nodes that come again and again are looked up once, and what is known to be
// new is not looked up at all.
//
// Cayley's quad store on the same file may stay open. It remembers nodes that
// are there and never that one is missing, so that it finds what a loader adds.
// After an error neither may be used again; see Apply.
type Loader struct {
	db    hkv.KV
	known map[quad.Value]uint64
}

// maxKnown bounds how many nodes a loader remembers between batches.
const maxKnown = 1 << 18

// NewLoader returns a loader for a file that QuadStore has set up.
func NewLoader(db hkv.KV) *Loader { return &Loader{db: db, known: map[quad.Value]uint64{}} }

// Put writes quads in one transaction that is on disk when Put returns. None
// of them may be there already, and none may stand twice in the batch.
func (l *Loader) Put(ctx context.Context, quads []quad.Quad) error {
	if len(quads) == 0 {
		return nil
	}
	b := newBulk(quads)
	err := hkv.Update(ctx, l.db, func(tx hkv.Tx) error {
		b.tx = tx
		for _, step := range []func(context.Context) error{
			func(ctx context.Context) error { return b.resolve(ctx, l.known) },
			b.writeNodes, b.countUses, b.writeLinks, b.indexSubjects, b.indexObjects, b.writeMeta,
		} {
			if err := step(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("load %d quads: %w", len(quads), err)
	}
	l.remember(b)
	return nil
}

// remember keeps the nodes that another batch may name: all but the subjects,
// whose quads are all there.
func (l *Loader) remember(b *bulk) {
	for i := range b.nodes {
		n := &b.nodes[i]
		if n.isSubject {
			continue
		}
		if len(l.known) >= maxKnown {
			clear(l.known)
		}
		l.known[n.value] = n.id
	}
}

// bulk is a batch on its way into the file.
type bulk struct {
	tx      hkv.Tx
	nodes   []node
	links   []proto.Primitive // their nodes are indexes of nodes until these have IDs
	horizon uint64            // the last number given to a node or a link
	space   arena
}

// node is a value of the batch, once.
type node struct {
	value     quad.Value
	hash      cgraph.ValueHash
	id        uint64
	uses      uint64
	isNew     bool
	isSubject bool
}

func newBulk(quads []quad.Quad) *bulk {
	b := &bulk{links: make([]proto.Primitive, len(quads))}
	index := map[quad.Value]uint64{}
	var last [4]quad.Value // a quad shares its subject and its label with the one before
	var lastAt [4]uint64
	for i, q := range quads {
		for k, v := range [4]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			if v == nil {
				continue
			}
			if last[k] != v {
				last[k], lastAt[k] = v, b.node(index, v)
			}
			n := &b.nodes[lastAt[k]-1]
			n.uses++
			n.isSubject = n.isSubject || k == 0
			b.links[i].SetDirection(quad.Directions[k], lastAt[k])
		}
	}
	return b
}

// node returns the place of a value, counted from 1: 0 is no label.
func (b *bulk) node(index map[quad.Value]uint64, v quad.Value) uint64 {
	at, ok := index[v]
	if !ok {
		b.nodes = append(b.nodes, node{value: v})
		at = uint64(len(b.nodes))
		index[v] = at
	}
	return at
}
