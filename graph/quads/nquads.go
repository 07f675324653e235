package quads

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// IsRecorded reports whether a quad says when or by which import a record
// entered the store. Such quads stay out of exports: the same statements must
// give the same bytes.
func IsRecorded(q quad.Quad) bool {
	subject, _ := q.Subject.(quad.IRI)
	return q.Predicate == provGeneratedAtTime || q.Predicate == provGeneratedBy || strings.HasPrefix(string(subject), baseImport)
}

// WriteNQuads prints quads as N-Quads, one a line, in the order in which they
// come. The error of the sequence ends it.
func WriteNQuads(w io.Writer, quads iter.Seq2[Quad, error]) error {
	b := bufio.NewWriterSize(w, 64<<10)
	var line []byte
	for q, err := range quads {
		if err != nil {
			return err
		}
		line = AppendLine(line[:0], q)
		if _, err := b.Write(line); err != nil {
			return fmt.Errorf("write n-quads: %w", err)
		}
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write n-quads: %w", err)
	}
	return nil
}

// AppendLine prints a quad as a line of canonical N-Quads.
func AppendLine(b []byte, q Quad) []byte {
	b = append(appendTerm(b, q.Subject), ' ')
	b = append(appendTerm(b, q.Predicate), ' ')
	b = append(appendTerm(b, q.Object), ' ')
	if q.Label != nil {
		b = append(appendTerm(b, q.Label), ' ')
	}
	return append(b, ".\n"...)
}

func term(v quad.Value) string { return string(appendTerm(nil, v)) }

// appendTerm prints one value in the canonical form of N-Quads. Cayley's own
// printer leaves IRIs of datatypes abbreviated and control characters raw.
func appendTerm(b []byte, v quad.Value) []byte {
	switch v := v.(type) {
	case quad.IRI:
		return appendIRI(b, string(v))
	case quad.String:
		return appendLiteral(b, string(v))
	case quad.TypedString:
		return appendIRI(append(appendLiteral(b, string(v.Value)), "^^"...), string(v.Type.Full()))
	case quad.Float:
		return append(appendLiteral(b, Double(float64(v))), "^^<"+nsXSD+"double>"...)
	case quad.Int:
		return append(appendLiteral(b, strconv.FormatInt(int64(v), 10)), "^^<"+nsXSD+"integer>"...)
	case quad.Bool:
		return append(appendLiteral(b, strconv.FormatBool(bool(v))), "^^<"+nsXSD+"boolean>"...)
	case quad.LangString:
		return append(append(appendLiteral(b, string(v.Value)), '@'), v.Lang...)
	case quad.BNode:
		return append(append(b, "_:"...), v...)
	}
	return append(b, v.String()...)
}

func appendIRI(b []byte, iri string) []byte { return append(append(append(b, '<'), iri...), '>') }

// Double is the canonical lexical form of xsd:double: "-5.0E-1".
func Double(x float64) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(x, 'E', -1, 64), "E")
	if !strings.Contains(mantissa, ".") {
		mantissa += ".0"
	}
	n, _ := strconv.Atoi(exponent)
	return mantissa + "E" + strconv.Itoa(n)
}

var shortEscapes = map[byte]byte{'\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '"': '"', '\\': '\\'}

func appendLiteral(b []byte, s string) []byte {
	b = append(b, '"')
	if strings.IndexFunc(s, isEscaped) < 0 { // nearly always
		return append(append(b, s...), '"')
	}
	for _, r := range s {
		short, ok := shortEscapes[byte(r)]
		switch {
		case ok && r < utf8.RuneSelf:
			b = append(b, '\\', short)
		case isEscaped(r):
			b = fmt.Appendf(b, `\u%04X`, r)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}

func isEscaped(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r == 0x7f }
