package explore

import (
	"fmt"
	"strings"

	"github.com/dennwc/graphql/language/ast"
)

// printed is a query as text again, for Cayley takes nothing else. The printer
// of the parser does not escape what is in texts.
func printed(doc *ast.Document) string {
	var p printer
	if set, err := selection(doc); err == nil {
		p.set(set)
	}
	return p.String()
}

type printer struct{ strings.Builder }

func (p *printer) words(words ...string) {
	for _, w := range words {
		p.WriteString(w)
		p.WriteByte(' ') // names swallow the punctuation that follows at once
	}
}

func (p *printer) set(set *ast.SelectionSet) {
	p.words("{")
	for _, s := range set.Selections {
		if f, ok := s.(*ast.Field); ok {
			p.field(f)
		}
	}
	p.words("}")
}

func (p *printer) field(f *ast.Field) {
	if f.Alias != nil && f.Alias.Value != "" {
		p.words(f.Alias.Value, ":")
	}
	p.words(f.Name.Value)
	p.arguments(f.Arguments)
	for _, d := range f.Directives {
		p.words("@", d.Name.Value)
		p.arguments(d.Arguments)
	}
	if f.SelectionSet != nil {
		p.set(f.SelectionSet)
	}
}

func (p *printer) arguments(args []*ast.Argument) {
	if len(args) == 0 {
		return
	}
	p.words("(")
	for _, a := range args {
		p.words(a.Name.Value, ":")
		p.value(a.Value)
	}
	p.words(")")
}

func (p *printer) value(v ast.Value) {
	switch v := v.(type) {
	case *ast.StringValue:
		p.words(quoted(v.Value))
	case *ast.ListValue:
		p.words("[")
		for _, item := range v.Values {
			p.value(item)
		}
		p.words("]")
	case *ast.BooleanValue:
		p.words(fmt.Sprint(v.Value))
	case *ast.Variable: // Cayley says that it has none
		p.words("$", v.Name.Value)
	case *ast.ObjectValue:
		p.words("{", "}")
	default:
		p.words(fmt.Sprint(v.GetValue()))
	}
}

// quoted escapes as the lexer of GraphQL reads.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r < ' ':
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
