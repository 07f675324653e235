package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// GraphML writes a network as GraphML (http://graphml.graphdrawing.org), with
// the attributes of its nodes and a weight on every tie.
func GraphML(w io.Writer, n Network) error {
	ties, err := n.ties()
	if err != nil {
		return err
	}
	x := newXML(w)
	x.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
		"xsi:schemaLocation", "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")
	x.leaf("desc", n.Provenance.Sentence())
	for _, a := range nodeAttributes {
		x.open("key", "id", a.name, "for", "node", "attr.name", a.name, "attr.type", a.graphML).close("key")
	}
	x.open("key", "id", "weight", "for", "edge", "attr.name", "weight", "attr.type", "double").close("key")
	x.open("key", "id", "sign", "for", "edge", "attr.name", "sign", "attr.type", "string").close("key")
	x.open("graph", "id", "network", "edgedefault", "undirected")
	for _, node := range n.nodes() {
		x.open("node", "id", node.id)
		for _, a := range nodeAttributes {
			if v := a.value(node); v != "" {
				x.leaf("data", v, "key", a.name)
			}
		}
		x.close("node")
	}
	for i, t := range ties {
		x.open("edge", "id", "e"+strconv.Itoa(i), "source", t.from, "target", t.to)
		x.leaf("data", weight(t.weight), "key", "weight")
		x.leaf("data", t.sign(), "key", "sign")
		x.close("edge")
	}
	x.close("graph").close("graphml")
	return x.done()
}

// GEXF writes a network as GEXF 1.2 (https://gexf.net), which Gephi reads.
func GEXF(w io.Writer, n Network) error {
	ties, err := n.ties()
	if err != nil {
		return err
	}
	x := newXML(w)
	x.open("gexf", "xmlns", "http://www.gexf.net/1.2draft", "version", "1.2")
	x.open("meta").leaf("creator", n.Provenance.Program).leaf("description", n.Provenance.Sentence()).close("meta")
	x.open("graph", "mode", "static", "defaultedgetype", "undirected", "idtype", "string")
	x.open("attributes", "class", "node")
	for _, a := range nodeAttributes {
		if a.name != "label" { // GEXF has it as such
			x.open("attribute", "id", a.name, "title", a.name, "type", a.gexf).close("attribute")
		}
	}
	x.close("attributes").open("attributes", "class", "edge")
	x.open("attribute", "id", "sign", "title", "sign", "type", "string").close("attribute").close("attributes")
	x.open("nodes", "count", strconv.Itoa(len(n.nodes())))
	for _, node := range n.nodes() {
		x.open("node", "id", node.id, "label", node.label).open("attvalues")
		for _, a := range nodeAttributes {
			if v := a.value(node); v != "" && a.name != "label" {
				x.open("attvalue", "for", a.name, "value", v).close("attvalue")
			}
		}
		x.close("attvalues").close("node")
	}
	x.close("nodes").open("edges", "count", strconv.Itoa(len(ties)))
	for i, t := range ties {
		x.open("edge", "id", "e"+strconv.Itoa(i), "source", t.from, "target", t.to, "weight", weight(t.weight))
		x.open("attvalues").open("attvalue", "for", "sign", "value", t.sign()).close("attvalue").close("attvalues").close("edge")
	}
	x.close("edges").close("graph").close("gexf")
	return x.done()
}

// nodeAttributes are what is said of nodes, with their types.
var nodeAttributes = []struct {
	name, graphML, gexf string
	value               func(networkNode) string
}{
	{"label", "string", "string", func(n networkNode) string { return n.label }},
	{"variable", "string", "string", func(n networkNode) string { return n.variable }},
	{"kind", "string", "string", func(n networkNode) string { return n.kind }},
	{"group", "string", "string", func(n networkNode) string { return n.group }},
	{"community", "int", "integer", networkNode.communityText},
	{"statements", "int", "integer", func(n networkNode) string { return strconv.Itoa(n.statements) }},
}

// xmlWriter writes elements one a line and keeps the first error.
type xmlWriter struct {
	enc *xml.Encoder
	err error
}

func newXML(w io.Writer) *xmlWriter {
	x := &xmlWriter{enc: xml.NewEncoder(w)}
	x.enc.Indent("", "  ")
	x.token(xml.ProcInst{Target: "xml", Inst: []byte(`version="1.0" encoding="UTF-8"`)})
	x.token(xml.CharData("\n"))
	return x
}

func (x *xmlWriter) token(t xml.Token) {
	if x.err == nil {
		x.err = x.enc.EncodeToken(t)
	}
}

// open begins an element with attributes as names and values.
func (x *xmlWriter) open(name string, attributes ...string) *xmlWriter {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	for i := 0; i+1 < len(attributes); i += 2 {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: xmlText(attributes[i+1])})
	}
	x.token(start)
	return x
}

func (x *xmlWriter) close(name string) *xmlWriter {
	x.token(xml.EndElement{Name: xml.Name{Local: name}})
	return x
}

func (x *xmlWriter) leaf(name, text string, attributes ...string) *xmlWriter {
	x.open(name, attributes...)
	x.token(xml.CharData(xmlText(text)))
	return x.close(name)
}

func (x *xmlWriter) done() error {
	if x.err == nil {
		x.token(xml.CharData("\n"))
	}
	if x.err == nil {
		x.err = x.enc.Close()
	}
	if x.err != nil {
		return fmt.Errorf("write network: %w", x.err)
	}
	return nil
}

// xmlText leaves out what XML cannot hold: control characters.
func xmlText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == utf8.RuneError || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
}
