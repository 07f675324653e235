package schema

import (
	"fmt"
	"strings"
	"unicode"
)

// CodebookRemarks are what stands in comments of a codebook's file, because the
// codebook has no place for it.
type CodebookRemarks struct {
	Head         []string               // lines at the top
	Propositions map[string][][2]string // names and values, by ID
	Actors       map[string][][2]string
}

// Format prints a codebook as the file that a person could have written. Loaded
// again, it is the same codebook.
func (c *Codebook) Format(remarks CodebookRemarks) string {
	w := &codebookWriter{remarks: remarks}
	for _, line := range remarks.Head {
		w.line(0, "# %s", strings.Join(strings.Fields(line), " "))
	}
	w.text(0, "codebook", c.Name)
	w.text(0, "version", c.Version)
	w.text(0, "title", c.Title)
	w.line(0, "issues:")
	for i := range c.Issues {
		w.issue(&c.Issues[i])
	}
	w.line(0, "actors:")
	for i := range c.Actors {
		w.actor(&c.Actors[i])
	}
	return w.String()
}

type codebookWriter struct {
	strings.Builder
	remarks CodebookRemarks
}

func (w *codebookWriter) line(indent int, format string, args ...any) {
	w.WriteString(strings.Repeat("  ", indent))
	fmt.Fprintf(w, format, args...)
	w.WriteByte('\n')
}

// text writes a key that has a value.
func (w *codebookWriter) text(indent int, key, value string) {
	if value != "" {
		w.line(indent, "%s: %s", key, yamlText(value))
	}
}

func (w *codebookWriter) texts(indent int, key string, values []string) {
	if len(values) > 0 {
		w.line(indent, "%s: %s", key, yamlTexts(values))
	}
}

func (w *codebookWriter) comments(remarks [][2]string) {
	for _, r := range remarks {
		w.line(2, "# %s: %s", yamlText(r[0]), yamlText(r[1]))
	}
}

func (w *codebookWriter) issue(i *Issue) {
	w.line(1, "- id: %s", yamlText(i.ID))
	w.text(2, "label", i.Label)
	w.short(2, i.Short, i.Label)
	w.text(2, "definition", i.Definition)
	w.line(2, "propositions:")
	for k := range i.Propositions {
		w.proposition(&i.Propositions[k])
	}
}

func (w *codebookWriter) proposition(p *Proposition) {
	w.line(3, "- id: %s", yamlText(p.ID))
	w.text(4, "label", p.Label)
	w.short(4, p.Short, p.Label)
	w.text(4, "definition", p.Definition)
	if len(p.Issues) > 1 {
		w.texts(4, "issues", p.Issues)
	}
	if p.Accusation {
		w.line(4, "kind: accusation")
	}
	if len(p.Cues) > 0 {
		w.line(4, "cues:")
	}
	for i := range p.Cues {
		w.cue(&p.Cues[i])
	}
	w.comments(w.remarks.Propositions[p.ID])
}

// short writes a short label that is not the label itself, which a reader takes
// where there is none.
func (w *codebookWriter) short(indent int, short, label string) {
	if short != label {
		w.text(indent, "short", short)
	}
}

func (w *codebookWriter) cue(c *Cue) {
	w.line(5, "- any: %s", yamlTexts(c.Any))
	w.texts(6, "with", c.With)
	w.texts(6, "not", c.Not)
	if c.Against {
		w.line(6, "direction: against")
	}
}

func (w *codebookWriter) actor(a *Actor) {
	w.line(1, "- id: %s", yamlText(a.ID))
	w.line(2, "type: %s", a.Kind)
	w.text(2, "label", a.Label)
	w.texts(2, "aliases", a.Aliases)
	if len(a.Affiliations) > 0 {
		w.line(2, "affiliations:")
	}
	for _, f := range a.Affiliations {
		w.line(3, "- group: %s", yamlText(f.Group))
		w.text(4, "role", f.Role)
		if f.From != MinDay {
			w.text(4, "from", f.From.String())
		}
		if f.Until != MaxDay {
			w.text(4, "until", f.Until.String())
		}
	}
	w.comments(w.remarks.Actors[a.ID])
}

// yamlText is any text as YAML in double quotes, on one line: nothing in it can
// be taken for YAML.
func yamlText(s string) string {
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

func yamlTexts(texts []string) string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = yamlText(t)
	}
	return "[" + strings.Join(list, ", ") + "]"
}
