package quads

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// IsRecorded reports whether a quad says when or by which import a record
// entered the store. Such quads stay out of exports: the same statements must
// give the same bytes.
func IsRecorded(q quad.Quad) bool {
	subject, _ := q.Subject.(quad.IRI)
	return q.Predicate == provGeneratedAtTime || q.Predicate == provGeneratedBy || strings.HasPrefix(string(subject), baseImport)
}

// WriteNQuads prints quads as N-Quads, one a line, sorted, each once.
func WriteNQuads(w io.Writer, quads []quad.Quad) error {
	lines := make([]string, len(quads))
	for i, q := range quads {
		lines[i] = line(q)
	}
	slices.Sort(lines)
	b := bufio.NewWriter(w)
	for _, l := range slices.Compact(lines) {
		b.WriteString(l) // Flush reports what went wrong
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write n-quads: %w", err)
	}
	return nil
}

func line(q quad.Quad) string {
	terms := []string{term(q.Subject), term(q.Predicate), term(q.Object)}
	if q.Label != nil {
		terms = append(terms, term(q.Label))
	}
	return strings.Join(terms, " ") + " .\n"
}

// term prints one value in the canonical form of N-Quads. Cayley's own printer
// leaves IRIs of datatypes abbreviated and control characters raw.
func term(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return "<" + string(v) + ">"
	case quad.String:
		return literal(string(v))
	case quad.TypedString:
		return literal(string(v.Value)) + "^^<" + string(v.Type.Full()) + ">"
	case quad.Float:
		return literal(double(float64(v))) + "^^<" + nsXSD + "double>"
	case quad.Int:
		return literal(strconv.FormatInt(int64(v), 10)) + "^^<" + nsXSD + "integer>"
	}
	return v.String()
}

// double is the canonical lexical form of xsd:double: "-5.0E-1".
func double(x float64) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(x, 'E', -1, 64), "E")
	if !strings.Contains(mantissa, ".") {
		mantissa += ".0"
	}
	n, _ := strconv.Atoi(exponent)
	return mantissa + "E" + strconv.Itoa(n)
}

var shortEscapes = map[rune]string{'\b': `\b`, '\t': `\t`, '\n': `\n`, '\f': `\f`, '\r': `\r`, '"': `\"`, '\\': `\\`}

func literal(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		short, ok := shortEscapes[r]
		switch {
		case ok:
			b.WriteString(short)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// RecordIRI is the node of the record that a quad belongs to.
func RecordIRI(q quad.Quad) quad.IRI {
	subject, _ := q.Subject.(quad.IRI)
	node, _, _ := strings.Cut(string(subject), "#")
	return quad.IRI(node)
}
