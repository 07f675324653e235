package picture

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// signed is a value with a real minus and at most two decimals.
func signed(v float64) string {
	s := strconv.FormatFloat(float64(int(abs(v)*100+.5))/100, 'f', -1, 64)
	switch {
	case s == "0":
		return s
	case v < 0:
		return "\u2212" + s
	}
	return "+" + s
}

func abs(v float64) float64 { return max(v, -v) }

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// reading is a position in words: "support +1, 2 of 3 statements, possible".
func reading(p questions.Position) string {
	s := Signs[p.Band].Word
	if p.Value != nil {
		s += " " + signed(*p.Value)
	}
	s += fmt.Sprintf(", %d of %s", p.N, count(p.Of, "statement"))
	for _, t := range TagsOf(p) {
		s += ", " + t.Word
	}
	return s
}

func day(d schema.Day) string {
	if d == schema.MinDay || d == schema.MaxDay {
		return "an unknown day"
	}
	return d.Time().Format("2 January 2006")
}

func capitalised(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// propositionShort is the short label of a proposition as a heading; its ID, as
// it is, where the codebook has none.
func propositionShort(cb *schema.Codebook, id string) string {
	if p, ok := cb.Proposition(id); ok {
		return capitalised(p.Short)
	}
	return id
}

// Selection is a filter in words, for the sentence of a picture: "Selected:
// issue Territory; mode quote or document." It is empty for the zero filter;
// dates and the rule are said apart.
func Selection(f questions.Filter, cb *schema.Codebook) string {
	values := f.Values()
	var parts []string
	for _, p := range questions.Parameters() {
		if p.Name == "as-of" || p.Name == "rule" || p.Name == "half-life" || len(values[p.Name]) == 0 {
			continue
		}
		var named []string
		for _, v := range values[p.Name] {
			named = append(named, nameOf(cb, p.Name, v))
		}
		parts = append(parts, p.Name+" "+strings.Join(named, " or "))
	}
	if len(parts) == 0 {
		return ""
	}
	return "Selected: " + strings.Join(parts, "; ") + "."
}

func nameOf(cb *schema.Codebook, parameter, value string) string {
	switch parameter {
	case "actor", "group":
		return cb.ActorLabel(value)
	case "issue":
		return cb.IssueLabel(value)
	case "proposition":
		return cb.PropositionLabel(value)
	}
	return value
}
