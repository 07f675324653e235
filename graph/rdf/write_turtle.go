package rdf

import (
	"bufio"
	"fmt"
	"math"
	"strconv"

	"github.com/cayleygraph/quad"
)

// turtleWriter writes Turtle and TriG.
type turtleWriter struct {
	out   *bufio.Writer
	named bool
	graph quad.Value // whose block is open
	names names
}

func (w *turtleWriter) begin(head Head) {
	w.names = head.names()
	comments(w.out, head)
	for _, p := range w.names {
		fmt.Fprintf(w.out, "@prefix %s: <%s> .\n", p.Short, p.IRI)
	}
}

func (w *turtleWriter) node(n *node) {
	if w.named && n.graph != w.graph {
		w.close()
		if w.graph = n.graph; w.graph != nil {
			w.out.WriteString("\n" + w.term(w.graph) + " {\n")
		}
	}
	w.out.WriteString("\n" + w.term(n.subject))
	for i, p := range n.properties {
		if i > 0 {
			w.out.WriteString(" ;\n   ")
		}
		w.out.WriteString(" " + w.predicate(p.term))
		for k, o := range p.objects {
			if k > 0 {
				w.out.WriteString(" ,\n       ")
			}
			w.out.WriteString(" " + w.term(o))
		}
	}
	w.out.WriteString(" .\n")
}

func (w *turtleWriter) end() { w.close() }

func (w *turtleWriter) close() {
	if w.graph != nil {
		w.out.WriteString("}\n")
	}
}

func (w *turtleWriter) predicate(p quad.IRI) string {
	if p == rdfType {
		return "a"
	}
	return w.iri(p)
}

func (w *turtleWriter) term(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return w.iri(v)
	case quad.BNode:
		return "_:" + string(v)
	case quad.String:
		return quoted(string(v))
	case quad.LangString:
		return quoted(string(v.Value)) + "@" + v.Lang
	case quad.TypedString:
		return quoted(string(v.Value)) + "^^" + w.iri(v.Type.Full())
	case quad.Int:
		return strconv.FormatInt(int64(v), 10)
	case quad.Bool:
		return strconv.FormatBool(bool(v))
	case quad.Float:
		return w.double(float64(v))
	}
	return v.String()
}

func (w *turtleWriter) double(x float64) string {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return quoted(lexicalDouble(x)) + "^^" + w.iri(nsXSD+"double")
	}
	return lexicalDouble(x)
}

// iri prints a name with a prefix where one fits, else the whole IRI.
func (w *turtleWriter) iri(v quad.IRI) string {
	if prefix, local, ok := w.names.short(string(v)); ok && isPlainLocal(local) {
		return prefix + ":" + local
	}
	return "<" + escapedIRI(string(v)) + ">"
}
