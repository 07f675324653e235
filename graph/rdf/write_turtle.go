package rdf

import (
	"bufio"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/quads"
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

// isPlainLocal reports whether a local name needs no escapes.
func isPlainLocal(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case isLetter(c), isDigit(c), c == '_':
		case c == '-' && i > 0, c == ':':
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
		default:
			return false
		}
	}
	return true
}

// escapedIRI escapes what cannot stand between angle brackets.
func escapedIRI(s string) string {
	if !strings.ContainsFunc(s, isOutsideIRI) { // nearly always
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if isOutsideIRI(r) {
			fmt.Fprintf(&b, `\u%04X`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isOutsideIRI(r rune) bool { return r <= ' ' || strings.ContainsRune(notInIRI, r) }

// quoted prints a text between quotation marks, three where it has several
// lines.
func quoted(s string) string {
	marks := `"`
	if strings.Contains(s, "\n") {
		marks = `"""`
	}
	var b strings.Builder
	b.Grow(len(s) + 6)
	b.WriteString(marks)
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteByte('\n')
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case isInvisible(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteString(marks)
	return b.String()
}

// isInvisible reports whether a character is to be written by its number:
// controls, marks that turn the direction of what follows, which could make a
// file read otherwise than it is, and what is no character.
func isInvisible(r rune) bool {
	switch {
	case r < ' ', 0x7f <= r && r < 0xa0, r == 0x200e, r == 0x200f, 0x2028 <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069, r == 0xfeff, r == 0xfffe, r == 0xffff:
		return true
	}
	return false
}

// lexicalDouble is the canonical form of a double: "-5.0E-1".
func lexicalDouble(x float64) string {
	switch {
	case math.IsInf(x, 1):
		return "INF"
	case math.IsInf(x, -1):
		return "-INF"
	case math.IsNaN(x):
		return "NaN"
	}
	return quads.Double(x)
}

// names are short forms of the beginnings of IRIs.
type names []quads.Prefix

// short cuts an IRI at the longest of them that fits.
func (n names) short(iri string) (prefix, local string, ok bool) {
	longest := 0
	for _, p := range n {
		if len(p.IRI) > longest && len(iri) > len(p.IRI) && strings.HasPrefix(iri, p.IRI) {
			prefix, longest, ok = p.Short, len(p.IRI), true
		}
	}
	return prefix, iri[longest:], ok
}
