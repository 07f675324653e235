package graph

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/records"
)

// news is what has been written since the last snapshot, by ID: the next one is
// made from that. What an import under way brings waits by its run, until that
// is finished.
type news struct {
	all         bool // there is no snapshot of these contents yet
	seen        ids
	hidden      map[string]*ids
	annotations bool
}

type ids struct{ sources, statements []string }

func (to *ids) add(more ids) {
	to.sources, to.statements = append(to.sources, more.sources...), append(to.statements, more.statements...)
}

// once sorts the IDs, each of them once.
func (to *ids) once() {
	for _, list := range []*[]string{&to.sources, &to.statements} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
}

// take notes what one write made, replaced or removed, which the contents have
// already.
func (n *news) take(c *contents, set *records.Set) {
	if n.all {
		return
	}
	for _, r := range set.Sources {
		to := n.of(c, r.Import)
		to.sources = append(to.sources, r.ID)
	}
	for _, r := range set.Statements {
		to := n.of(c, r.Import)
		to.statements = append(to.statements, r.ID)
	}
	n.annotations = n.annotations || len(set.Annotations) > 0
	for _, r := range set.Imports {
		if brought := n.hidden[r.ID]; brought != nil && r.Complete {
			n.seen.add(*brought)
			delete(n.hidden, r.ID)
		}
	}
	for _, run := range set.Gone.Imports {
		delete(n.hidden, run)
	}
}

// of is where to note what a run brings.
func (n *news) of(c *contents, run string) *ids {
	if !c.hidden(run) {
		return &n.seen
	}
	if n.hidden[run] == nil {
		n.hidden[run] = &ids{}
	}
	return n.hidden[run]
}

// change is what the next snapshot has other than the last one. It is asked for
// once: from then on that is the last one. Only what nobody has seen is ever
// removed: another import may have taken it over, and then have been discarded.
func (c *contents) change() ledger.Change {
	change, n := ledger.Change{Codebook: c.codebooks[c.current]}, &c.news
	if n.all {
		c.noteAll()
	} else {
		n.seen.once()
	}
	for _, id := range n.seen.sources {
		if r := c.sources[id]; r != nil && !c.hidden(r.Import) {
			change.Sources = append(change.Sources, &r.Source)
		}
	}
	for _, id := range n.seen.statements {
		if r := c.statements[id]; r != nil && !c.hidden(r.Import) {
			change.Statements = append(change.Statements, &r.Statement)
		}
	}
	if n.annotations {
		for _, r := range c.annotations {
			change.Annotations = append(change.Annotations, r.Annotation)
		}
	}
	n.all, n.seen, n.annotations = false, ids{}, false
	return change
}

// noteAll notes everything, for a first snapshot.
func (c *contents) noteAll() {
	n := &c.news
	n.hidden, n.annotations = map[string]*ids{}, true
	for id, r := range c.sources {
		to := n.of(c, r.Import)
		to.sources = append(to.sources, id)
	}
	for id, r := range c.statements {
		to := n.of(c, r.Import)
		to.statements = append(to.statements, id)
	}
}
