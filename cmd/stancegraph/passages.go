package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// passageWidth is where the text of evidence is broken, in characters.
const passageWidth = 100

// printPassages prints statements with their sentences, each line indented.
func printPassages(out io.Writer, indent string, passages []questions.Passage, cb *schema.Codebook) {
	for _, p := range passages {
		fmt.Fprintf(out, "%s%s\n", indent, byline(p, cb))
		for _, line := range wrap(p.Statement.Evidence, passageWidth-len(indent)-2) {
			fmt.Fprintf(out, "%s  %s\n", indent, line)
		}
	}
}

// byline says whose statement it is, when, through whom and where it stands.
func byline(p questions.Passage, cb *schema.Codebook) string {
	st := p.Statement
	parts := []string{cb.ActorLabel(st.Actor) + " " + st.Stance.String(), dateText(st.Date), string(st.Mode)}
	if st.OnBehalfOf != "" {
		parts[0] = cb.ActorLabel(st.Actor) + " for " + cb.ActorLabel(st.OnBehalfOf) + " " + st.Stance.String()
	}
	if len(st.Via) > 0 {
		parts = append(parts, "via "+strings.Join(st.Via, " via "))
	}
	if p.AsSignatory {
		parts = append(parts, "as signatory")
	}
	if p.Possible {
		parts = append(parts, "possibly after the as-of date")
	}
	if st.Condition != "" {
		parts = append(parts, "condition: "+st.Condition)
	}
	return strings.Join(parts, ", ") + " [" + st.Doc + "]"
}

func dateText(d schema.Date) string {
	if d.IsZero() {
		return "date unknown"
	}
	if until, open := strings.CutPrefix(d.String(), "../"); open {
		return "on or before " + until
	}
	return d.String()
}

// printRelayed says how many reports were left out where they count once.
func printRelayed(w io.Writer, n int) {
	if n > 0 {
		fmt.Fprintf(w, "%s left out: the utterance counts already.\n", plural(n, "report"))
	}
}

// wrap breaks a text between words.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}

func ruleText(rule string, halfLife int) string {
	if halfLife > 0 {
		return fmt.Sprintf("%s, half-life %s", rule, plural(halfLife, "day"))
	}
	return rule
}
