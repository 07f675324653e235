package suggest

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// maxExample bounds an example, in code points.
const maxExample = 160

// Write prints proposals as YAML in the shape of a codebook, to paste line by
// line: each with its counts and a passage above it.
func Write(w io.Writer, cues []Cue, aliases []Alias) error {
	p := &printer{w: w}
	if len(cues) > 0 {
		p.line("issues:")
	}
	issue, proposition := "", ""
	for _, c := range cues {
		if c.Issue != issue {
			p.line("  - id: %s\n    propositions:", c.Issue)
			issue, proposition = c.Issue, ""
		}
		if c.Proposition != proposition {
			p.line("      - id: %s\n        cues:", c.Proposition)
			proposition = c.Proposition
		}
		p.line("          # in %d of its %d passages and %d of %d others, score %.2f; finds %d that no cue finds", c.Counts.Here, c.Counts.Of, c.Counts.Others, c.Counts.Rest, c.Score, c.New)
		p.line("          # %s\n          - any: [%s]", example(c.Example), strconv.Quote(c.Any))
	}
	p.aliases(aliases)
	return p.err
}

type printer struct {
	w   io.Writer
	err error // the first
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printer) aliases(list []Alias) {
	if len(list) > 0 {
		p.line("actors:")
	}
	actor := ""
	for _, a := range list {
		if a.New {
			p.line("  # coded on %s without an entry here; correct the type\n  # %s", passagesIn(a.Counts.Here), example(a.Example))
			p.line("  - {id: %s, type: person, label: %s}", strconv.Quote(slug(a.Name)), strconv.Quote(a.Name))
			continue
		}
		if a.Actor != actor {
			p.line("  - id: %s\n    aliases:", a.Actor)
			actor = a.Actor
		}
		why := ""
		if a.Like != "" {
			why = "; spelt like " + strconv.Quote(a.Like)
		}
		p.line("      # in %d of its %d passages and %d of %d others, score %.2f%s", a.Counts.Here, a.Counts.Of, a.Counts.Others, a.Counts.Rest, a.Score, why)
		p.line("      # %s\n      - %s", example(a.Example), strconv.Quote(a.Name))
	}
}

// example is a passage on one line.
func example(s string) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > maxExample {
		r = append(r[:maxExample-1], '…')
	}
	return string(r)
}

// slug is an ID made of a label.
func slug(label string) string {
	parts := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(parts, "-")
}

func passagesIn(n int) string {
	if n == 1 {
		return "1 passage"
	}
	return strconv.Itoa(n) + " passages"
}
