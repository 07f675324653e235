package schema

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// yamlReader walks a YAML tree and collects every problem with its line. It is
// lenient while it reads (a wrong value reads as empty) and strict in the end:
// one problem and the file is refused.
type yamlReader struct {
	file     string
	problems Problems
	warnings Problems
}

func (r *yamlReader) add(n ast.Node, field, value, expected string) {
	r.problems = append(r.problems, r.problem(n, field, value, expected))
}

func (r *yamlReader) warn(n ast.Node, field, value, expected string) {
	r.warnings = append(r.warnings, r.problem(n, field, value, expected))
}

func (r *yamlReader) problem(n ast.Node, field, value, expected string) Problem {
	p := Problem{File: r.file, Field: field, Value: value, Expected: expected}
	if n != nil && n.GetToken() != nil {
		p.Line = n.GetToken().Position.Line
	}
	return p
}

// parseYAML returns the root mapping of a file.
func (r *yamlReader) parseYAML(data []byte, known ...string) yamlMap {
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		p := Problem{File: r.file, Expected: err.Error()}
		var syntax *yaml.SyntaxError
		if errors.As(err, &syntax) {
			p.Line, p.Expected = syntax.Token.Position.Line, "not YAML: "+syntax.Message
		}
		r.problems = append(r.problems, p)
		return yamlMap{}
	}
	if len(f.Docs) == 0 || f.Docs[0].Body == nil {
		r.add(nil, "", "", "the file is empty: expected codebook, version, issues and actors")
		return yamlMap{}
	}
	return r.mapping(f.Docs[0].Body, "the codebook", known...)
}

// yamlMap is a mapping with its values by key.
type yamlMap struct {
	node   ast.Node
	values map[string]ast.Node
	commas map[string]string // what an unquoted comma cut off a text, by key
}

// mapping reads keys and values and reports keys that nobody reads: a misspelt
// key must not be lost.
func (r *yamlReader) mapping(n ast.Node, what string, known ...string) yamlMap {
	m := yamlMap{node: n, values: map[string]ast.Node{}, commas: map[string]string{}}
	node, ok := n.(ast.MapNode)
	if !ok {
		r.add(n, what, n.String(), "expected keys and values")
		return m
	}
	last := ""
	for it := node.MapRange(); it.Next(); {
		key := scalar(it.Key())
		switch _, twice := m.values[key]; {
		case twice:
			r.add(it.Key(), key, "", "the key stands twice in "+what)
		case !slices.Contains(known, key) && last != "" && isBare(it.Value()):
			m.commas[last] += ", " + key
			r.warn(it.Key(), last, key, "read as the end of the text before the comma; put the text in quotation marks")
		case !slices.Contains(known, key):
			r.add(it.Key(), key, "", "unknown key in "+what+DidYouMean(key, slices.Values(known))+" (known: "+strings.Join(known, ", ")+")")
		default:
			m.values[key], last = it.Value(), key
		}
	}
	return m
}

// isBare reports whether a key of {a: b, key} has no value of its own. In YAML
// an unquoted comma ends a text inside braces, and what follows it is such a
// key; people write commas in labels all the same.
func isBare(value ast.Node) bool {
	_, null := value.(*ast.NullNode)
	return null && !strings.HasPrefix(value.GetToken().Value, ":") && value.GetToken().Value != "~"
}

func (r *yamlReader) text(m yamlMap, key string) string {
	n, ok := m.values[key]
	if !ok || n.Type() == ast.NullType {
		return ""
	}
	if _, isScalar := n.(ast.ScalarNode); !isScalar {
		r.add(n, key, "", "expected a text, found a "+strings.ToLower(n.Type().YAMLName()))
		return ""
	}
	return scalar(n) + m.commas[key]
}

func (r *yamlReader) required(m yamlMap, key, what string) string {
	s := r.text(m, key)
	if s == "" {
		r.add(m.node, key, "", "missing: every "+what+" needs one")
	}
	return s
}

// texts reads a list of texts; a single text is a list of one.
func (r *yamlReader) texts(m yamlMap, key string) []string {
	n, ok := m.values[key]
	if !ok || n.Type() == ast.NullType {
		return nil
	}
	if _, isScalar := n.(ast.ScalarNode); isScalar {
		return []string{scalar(n)}
	}
	var out []string
	for _, item := range r.items(m, key) {
		if _, isScalar := item.(ast.ScalarNode); !isScalar {
			r.add(item, key, item.String(), "expected a list of texts")
			continue
		}
		out = append(out, scalar(item))
	}
	return out
}

func (r *yamlReader) items(m yamlMap, key string) []ast.Node {
	n, ok := m.values[key]
	if !ok || n.Type() == ast.NullType {
		return nil
	}
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		r.add(n, key, "", "expected a list, found a "+strings.ToLower(n.Type().YAMLName()))
		return nil
	}
	return seq.Values
}

// day reads a day bound of an affiliation; the default holds where it is absent.
func (r *yamlReader) day(m yamlMap, key string, absent Day) Day {
	s := r.text(m, key)
	if s == "" {
		return absent
	}
	d, err := ParseDay(s)
	if err != nil {
		r.add(m.values[key], key, s, "expected a day such as 2025-01-20")
		return absent
	}
	return d
}

// scalar is the text of a scalar as written: 1 is "1" and 2025-01-20 stays a date.
func scalar(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return n.Value.Value
	case *ast.MappingKeyNode:
		return scalar(n.Value)
	case ast.ScalarNode:
		if t := n.GetToken(); t != nil {
			return t.Value
		}
		return fmt.Sprint(n.GetValue())
	}
	return n.String()
}
