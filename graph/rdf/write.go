package rdf

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// Head is what stands above the quads of a file.
type Head struct {
	Comments [][2]string    // name and value, one a line; no part of the graph
	Prefixes []quads.Prefix // short forms of IRIs, in formats that have them; none is those of package quads
}

func (h Head) names() names {
	if len(h.Prefixes) > 0 {
		return h.Prefixes
	}
	return quads.Prefixes()
}

// Write writes quads in the order in which they come, of which every format but
// JSON-LD needs no more in memory than one node has. Quads of a node, and nodes
// of a graph, are to stand together; a graph that comes twice is begun twice,
// which means the same. Turtle and N-Triples have no names of graphs and leave them
// out. The same quads give the same bytes.
//
// The error of the sequence ends it and is returned.
func Write(w io.Writer, format Format, head Head, all iter.Seq2[quad.Quad, error]) error {
	b := bufio.NewWriterSize(w, 64<<10)
	var err error
	switch format {
	case NQuads:
		comments(b, head)
		err = quads.WriteNQuads(b, all)
	case NTriples:
		comments(b, head)
		err = quads.WriteNQuads(b, withoutNames(all))
	case Turtle, TriG:
		err = writeNodes(b, &turtleWriter{out: b, named: format == TriG}, head, all)
	case JSONLD:
		err = writeNodes(b, &jsonldWriter{out: b}, head, all)
	default:
		return schema.Errorf(schema.KindUsage, formatHint, "no format %q of RDF is written", format)
	}
	if err != nil {
		return err
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write %s: %w", format, err)
	}
	return nil
}

func withoutNames(all iter.Seq2[quad.Quad, error]) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for q, err := range all {
			q.Label = nil
			if !yield(q, err) {
				return
			}
		}
	}
}

// comments prints the head as lines that no reader takes for quads.
func comments(b *bufio.Writer, head Head) {
	for _, c := range head.Comments {
		b.WriteString("# " + oneLine(c[0]+": "+c[1]) + "\n")
	}
}

// oneLine keeps a text from ending its line.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 {
			return ' '
		}
		return r
	}, s)
}

// node is the quads of one node in one graph.
type node struct {
	graph, subject quad.Value
	properties     []property
}

// property is a predicate with all of its objects.
type property struct {
	term    quad.IRI
	objects []quad.Value
}

// nodeWriter is a format that is written node by node. What it cannot write
// shows when the buffer is flushed.
type nodeWriter interface {
	begin(Head)
	node(*node)
	end()
}

func writeNodes(b *bufio.Writer, f nodeWriter, head Head, all iter.Seq2[quad.Quad, error]) error {
	f.begin(head)
	var pending []quad.Quad
	flush := func() {
		for _, n := range nodesOf(pending) {
			f.node(n)
		}
		pending = pending[:0]
	}
	for q, err := range all {
		if err != nil {
			return err
		}
		if len(pending) > 0 && q.Subject != pending[0].Subject {
			flush()
			if _, err := b.Write(nil); err != nil { // nobody reads any more
				return fmt.Errorf("write: %w", err)
			}
		}
		pending = append(pending, q)
	}
	flush()
	f.end()
	return nil
}

// nodesOf sorts the quads of one subject by graph and by predicate, the type
// first.
func nodesOf(list []quad.Quad) []*node {
	slices.SortStableFunc(list, func(a, b quad.Quad) int {
		if a.Label != b.Label {
			return strings.Compare(quad.StringOf(a.Label), quad.StringOf(b.Label))
		}
		return comparePredicates(a.Predicate, b.Predicate)
	})
	var nodes []*node
	for i, q := range list {
		if i == 0 || q.Label != list[i-1].Label {
			nodes = append(nodes, &node{graph: q.Label, subject: q.Subject})
		}
		n := nodes[len(nodes)-1]
		term, _ := q.Predicate.(quad.IRI)
		if k := len(n.properties); k == 0 || n.properties[k-1].term != term {
			n.properties = append(n.properties, property{term: term})
		}
		p := &n.properties[len(n.properties)-1]
		p.objects = append(p.objects, q.Object)
	}
	return nodes
}

func comparePredicates(a, b quad.Value) int {
	if (a == rdfType) != (b == rdfType) {
		if a == rdfType {
			return -1
		}
		return 1
	}
	x, _ := a.(quad.IRI)
	y, _ := b.(quad.IRI)
	return strings.Compare(string(x), string(y))
}
