package questions_test

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// printPosition prints everything a position carries, in words.
func printPosition(p questions.Position) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", inWords(p))
	fmt.Fprintf(&b, "as of %s by %s, %d of %d counted", p.AsOf, p.Rule, p.N, p.Of)
	if p.N > 0 {
		fmt.Fprintf(&b, ": %s", strings.Join(p.Statements, " "))
	}
	b.WriteString("\n")
	if p.N > 0 {
		fmt.Fprintf(&b, "decided by %s; dates %s to %s, %d days old\n", strings.Join(p.Deciding, " "), date(p.First), date(p.Last), p.AgeDays)
		fmt.Fprintf(&b, "heard: %s; accepted %.2f\n", strings.Join(p.Speakers, " "), p.ShareAccepted)
	}
	for _, l := range p.LeftOut {
		fmt.Fprintf(&b, "left out %d: %s\n", l.N, l.Reason)
	}
	if f := flags(p); f != "" {
		b.WriteString(f + "\n")
	}
	return b.String()
}

func inWords(p questions.Position) string {
	if p.Value == nil {
		return string(p.Band)
	}
	return fmt.Sprintf("%s %g", p.Band, *p.Value)
}

func date(d schema.Date) string {
	if d.IsZero() {
		return "unknown"
	}
	return d.String()
}

func flags(p questions.Position) string {
	var f []string
	for _, flag := range []struct {
		set  bool
		name string
	}{{p.Possible, "possible"}, {p.Mixed, "mixed"}, {p.Stale, "stale"}, {p.Disagree, "speakers disagree"}, {p.AsSignatory, "as signatory"}} {
		if flag.set {
			f = append(f, flag.name)
		}
	}
	if p.Signed > 0 {
		f = append(f, fmt.Sprintf("%d signed", p.Signed))
	}
	return strings.Join(f, ", ")
}

func printIssue(ip questions.IssuePosition) string {
	var b strings.Builder
	for _, list := range []struct {
		name      string
		positions []questions.Position
	}{{"holds", ip.Held}, {"rejects", ip.Rejected}, {"undecided", ip.Undecided}, {"mixed", ip.Mixed}} {
		for _, p := range list.positions {
			fmt.Fprintf(&b, "%s %s: %s\n", list.name, p.Proposition, inWords(p))
		}
	}
	fmt.Fprintf(&b, "%d of %d counted\n", ip.N, ip.Of)
	for _, l := range ip.LeftOut {
		fmt.Fprintf(&b, "left out %d: %s\n", l.N, l.Reason)
	}
	return b.String()
}

// printMatrix prints one line a row, one cell a column, in the order of both.
func printMatrix(m questions.Matrix) string {
	var b strings.Builder
	fmt.Fprintf(&b, "as of %s by %s, %d of %d counted\n", m.AsOf, m.Rule, m.N, m.Of)
	for _, r := range m.Rows {
		fmt.Fprintf(&b, "%s", r.ID)
		for i, c := range r.Cells {
			fmt.Fprintf(&b, " | %s: %s", m.Columns[i].ID, printCell(c))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func printCell(c questions.Cell) string {
	if c.Position != nil {
		return fmt.Sprintf("%s (%d of %d)", inWords(*c.Position), c.Position.N, c.Position.Of)
	}
	return fmt.Sprintf("%d+ %d- %d0 %dmixed (%d of %d)", len(c.Issue.Held), len(c.Issue.Rejected), len(c.Issue.Undecided), len(c.Issue.Mixed), c.Issue.N, c.Issue.Of)
}

func printPositions(list []questions.Position) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%s on %s: %s (%d of %d)\n", p.Actor, p.Proposition, inWords(p), p.N, p.Of)
	}
	return b.String()
}

func printEvidence(list []questions.Witness) string {
	var b strings.Builder
	for _, w := range list {
		fmt.Fprintf(&b, "%s %s %s", w.Statement.ID, date(w.Statement.Date), w.Statement.Stance)
		for _, flag := range []struct {
			set  bool
			name string
		}{{w.Contradicts, "contradicts"}, {w.Deciding, "decides"}, {w.AsSignatory, "as signatory"}, {w.Possible, "possible"}, {w.Source == nil, "source unknown"}, {!w.Counted, "left out: " + string(w.Reason)}} {
			if flag.set {
				b.WriteString("; " + flag.name)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func printSelected(list []*schema.Statement) string {
	var b strings.Builder
	for _, st := range list {
		fmt.Fprintf(&b, "%s\n", st.ID)
	}
	return b.String()
}
