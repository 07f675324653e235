package coded

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/schema"
)

// toYAML writes a codebook as the file that a person could have written.
func toYAML(cb *schema.Codebook) string {
	y := &yaml{}
	y.text(0, "codebook", cb.Name)
	y.text(0, "version", cb.Version)
	y.text(0, "title", cb.Title)
	y.line(0, "issues:")
	for i := range cb.Issues {
		y.issue(&cb.Issues[i])
	}
	y.line(0, "actors:")
	for i := range cb.Actors {
		y.actor(&cb.Actors[i])
	}
	return y.String()
}

type yaml struct{ strings.Builder }

func (y *yaml) line(indent int, format string, args ...any) {
	y.WriteString(strings.Repeat("  ", indent))
	fmt.Fprintf(y, format, args...)
	y.WriteByte('\n')
}

// text writes a key that has a value.
func (y *yaml) text(indent int, key, value string) {
	if value != "" {
		y.line(indent, "%s: %s", key, quoted(value))
	}
}

func (y *yaml) texts(indent int, key string, values []string) {
	if len(values) > 0 {
		y.line(indent, "%s: %s", key, quotedList(values))
	}
}

func (y *yaml) issue(i *schema.Issue) {
	y.line(1, "- id: %s", quoted(i.ID))
	y.text(2, "label", i.Label)
	y.short(2, i.Short, i.Label)
	y.text(2, "definition", i.Definition)
	y.line(2, "propositions:")
	for k := range i.Propositions {
		y.proposition(&i.Propositions[k])
	}
}

func (y *yaml) proposition(p *schema.Proposition) {
	y.line(3, "- id: %s", quoted(p.ID))
	y.text(4, "label", p.Label)
	y.short(4, p.Short, p.Label)
	y.text(4, "definition", p.Definition)
	if len(p.Issues) > 1 {
		y.texts(4, "issues", p.Issues)
	}
	if len(p.Cues) > 0 {
		y.line(4, "cues:")
	}
	for i := range p.Cues {
		y.cue(&p.Cues[i])
	}
}

// short writes a short label that is not the label itself, which a reader takes
// where there is none.
func (y *yaml) short(indent int, short, label string) {
	if short != label {
		y.text(indent, "short", short)
	}
}

func (y *yaml) cue(c *schema.Cue) {
	y.line(5, "- any: %s", quotedList(c.Any))
	y.texts(6, "with", c.With)
	y.texts(6, "not", c.Not)
	if c.Against {
		y.line(6, "direction: against")
	}
}

func (y *yaml) actor(a *schema.Actor) {
	y.line(1, "- id: %s", quoted(a.ID))
	y.text(2, "type", string(a.Kind))
	y.text(2, "label", a.Label)
	y.texts(2, "aliases", a.Aliases)
	if len(a.Affiliations) > 0 {
		y.line(2, "affiliations:")
	}
	for _, f := range a.Affiliations {
		y.line(3, "- group: %s", quoted(f.Group))
		y.text(4, "role", f.Role)
		if f.From != schema.MinDay {
			y.text(4, "from", f.From.String())
		}
		if f.Until != schema.MaxDay {
			y.text(4, "until", f.Until.String())
		}
	}
}

// quoted is any text as YAML in double quotes: nothing in it can be taken for
// YAML.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r <= 0xff && unicode.IsControl(r):
			fmt.Fprintf(&b, `\x%02x`, r)
		case r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\u00a0':
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func quotedList(texts []string) string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = quoted(t)
	}
	return "[" + strings.Join(list, ", ") + "]"
}
