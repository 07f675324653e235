package rdf

import (
	"bufio"
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/quads"
)

// jsonldWriter writes one object with its context in it: nodes, and graphs of
// nodes. Keys have a fixed order.
type jsonldWriter struct {
	out   *bufio.Writer
	graph quad.Value // whose nodes are being written
	first bool       // of its list
	names names
	types map[quad.IRI]string // what the context says of the values of a term
}

func (w *jsonldWriter) begin(head Head) {
	w.names, w.types, w.first = head.names(), map[quad.IRI]string{}, true
	w.out.WriteString("{\n\"@context\": {\n  \"@version\": 1.1")
	for _, p := range w.names {
		w.out.WriteString(",\n  " + jsonText(p.Short) + ": " + jsonText(p.IRI))
	}
	for _, t := range quads.ValueTypes() {
		w.types[t.Term] = t.Type
		name := w.name(t.Term)
		typed := t.Type
		if typed != idType {
			typed = w.name(quad.IRI(typed))
		}
		w.out.WriteString(",\n  " + jsonText(name) + ": {\"@id\": " + jsonText(name) + ", \"@type\": " + jsonText(typed) + "}")
	}
	if len(head.Comments) > 0 { // a key that means nothing in the graph
		w.out.WriteString(",\n  \"provenance\": null\n},\n\"provenance\": {")
		for i, c := range head.Comments {
			w.out.WriteString(separator(i) + "\n  " + jsonText(c[0]) + ": " + jsonText(c[1]))
		}
	}
	w.out.WriteString("\n},\n\"@graph\": [")
}

// idType says that a value is an IRI.
const idType = "@id"

func separator(i int) string {
	if i > 0 {
		return ","
	}
	return ""
}

func (w *jsonldWriter) node(n *node) {
	if n.graph != w.graph {
		w.close()
		if w.graph = n.graph; w.graph != nil {
			w.comma()
			w.out.WriteString("{\"@id\": " + w.id(w.graph) + ", \"@graph\": [")
			w.first = true
		}
	}
	w.comma()
	w.out.WriteString("{\"@id\": " + w.id(n.subject))
	for _, p := range n.properties {
		key, show := jsonText(w.name(p.term)), func(v quad.Value) string { return w.value(p.term, v) }
		if p.term == rdfType {
			key, show = `"@type"`, w.id
		}
		w.out.WriteString(",\n  " + key + ": " + several(p.objects, show))
	}
	w.out.WriteString("}")
}

func (w *jsonldWriter) comma() {
	if !w.first {
		w.out.WriteByte(',')
	}
	w.out.WriteByte('\n')
	w.first = false
}

func (w *jsonldWriter) close() {
	if w.graph != nil {
		w.out.WriteString("\n]}")
	}
}

func (w *jsonldWriter) end() {
	w.close()
	w.out.WriteString("\n]\n}\n")
}

// several is one value, or a list of them.
func several(objects []quad.Value, show func(quad.Value) string) string {
	if len(objects) == 1 {
		return show(objects[0])
	}
	var list []string
	for _, o := range objects {
		list = append(list, show(o))
	}
	return "[" + strings.Join(list, ", ") + "]"
}

// name is an IRI with its prefix.
func (w *jsonldWriter) name(iri quad.IRI) string {
	if prefix, local, ok := w.names.short(string(iri)); ok && !strings.HasPrefix(local, "//") {
		return prefix + ":" + local
	}
	return string(iri)
}

func (w *jsonldWriter) id(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return jsonText(w.name(v))
	case quad.BNode:
		return jsonText("_:" + string(v))
	}
	return jsonText(v.String())
}

// value prints an object; what the context says of its term need not be said
// again.
func (w *jsonldWriter) value(term quad.IRI, v quad.Value) string {
	known := w.types[term]
	switch v := v.(type) {
	case quad.IRI, quad.BNode:
		if known == idType {
			return w.id(v)
		}
		return `{"@id": ` + w.id(v) + `}`
	case quad.String:
		if known == "" {
			return jsonText(string(v))
		}
		return `{"@value": ` + jsonText(string(v)) + `}`
	case quad.LangString:
		return `{"@value": ` + jsonText(string(v.Value)) + `, "@language": ` + jsonText(v.Lang) + `}`
	case quad.TypedString:
		return w.typed(known, jsonText(string(v.Value)), string(v.Type.Full()))
	case quad.Float:
		return w.typed(known, jsonDouble(float64(v)), nsXSD+"double")
	case quad.Int:
		if known == "" && -exact < v && v < exact {
			return strconv.FormatInt(int64(v), 10)
		}
		return w.typed(known, jsonText(strconv.FormatInt(int64(v), 10)), nsXSD+"integer")
	case quad.Bool:
		if known == "" {
			return strconv.FormatBool(bool(v))
		}
		return w.typed(known, jsonText(strconv.FormatBool(bool(v))), nsXSD+"boolean")
	}
	return jsonText(v.String())
}

// exact is above what every reader of JSON holds exactly.
const exact = 1 << 53

func (w *jsonldWriter) typed(known, value, datatype string) string {
	if known == datatype {
		return value
	}
	return `{"@value": ` + value + `, "@type": ` + jsonText(w.name(quad.IRI(datatype))) + `}`
}

// jsonDouble is a number where JSON-LD keeps it: it reads a number with 16
// digits. Where that is another one, the text of the number is written.
func jsonDouble(x float64) string {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return jsonText(lexicalDouble(x))
	}
	if back, err := strconv.ParseFloat(strconv.FormatFloat(x, 'E', 15, 64), 64); err != nil || back != x {
		return jsonText(lexicalDouble(x))
	}
	b, _ := json.Marshal(x) // finite
	return string(b)
}

func jsonText(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a text always encodes
	return strings.TrimSuffix(b.String(), "\n")
}
