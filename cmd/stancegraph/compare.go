package main

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func newCompareCommand(a *app) *cobra.Command {
	var by string
	cmd := &cobra.Command{
		Use:   "compare LEFT RIGHT",
		Short: "What changed between two dates, with the sentences of both sides",
		Long: `Sets two as-of dates side by side, the earlier first, and prints every cell as
new, gone, moved (how) or unchanged, with the statements that decide it on both
sides. With --by it compares two groups, actors, outlets, coders or codebook
versions ("name/version") instead; cells are then the same, different, or on one
side only. A change of coding is never called a change of position.
--json prints {"comparison": {...}}.`,
		Example: `  stancegraph compare --issue territory 2025-05-19 2025-10-21
  stancegraph compare --by group --issue territory us russia`,
		Args: exactly(2, "the two sides, such as two dates"),
	}
	filter, rows := addFilterFlags(cmd), addRowFlags(cmd)
	cmd.Flags().StringVar(&by, "by", string(questions.ByDate), "date, group, actor, outlet, coder or codebook")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return reply(a, filter, "comparison", func(s *ledger.Snapshot, f questions.Filter) (questions.Comparison, error) {
			return questions.Compare(s, f, questions.ComparisonSpec{By: questions.By(by), Left: args[0], Right: args[1], Rows: rows.of(f)})
		}, printComparison)
	}
	return cmd
}

func printComparison(out io.Writer, c questions.Comparison, cb *schema.Codebook) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%s, rule %s: %s.\n", comparisonTitle(c, cb), ruleText(c.Rule, c.HalfLife), changeCounts(c.Counts))
	row := ""
	for i, change := range c.Changes {
		if i == 0 || change.Actor != row {
			row = change.Actor
			fmt.Fprintf(w, "\n%s\n", change.Label)
		}
		printChange(w, c, change, cb)
	}
	return w.Flush()
}

func changeCounts(counts []questions.ChangeCount) string {
	if len(counts) == 0 {
		return "no position on either side"
	}
	var parts []string
	for _, n := range counts {
		parts = append(parts, fmt.Sprintf("%d %s", n.N, n.Kind))
	}
	return strings.Join(parts, ", ")
}

func comparisonTitle(c questions.Comparison, cb *schema.Codebook) string {
	switch c.By {
	case questions.ByDate:
		return fmt.Sprintf("From %s to %s, %s", c.Left, c.Right, rowsText(c.Rows))
	case questions.ByGroup, questions.ByActor:
		return fmt.Sprintf("%s and %s, %s", cb.ActorLabel(c.Left), cb.ActorLabel(c.Right), rowsText(c.Rows))
	}
	return fmt.Sprintf("%s %s and %s, %s", c.By, c.Left, c.Right, rowsText(c.Rows))
}

// printChange prints a cell: first what became of it, then the sentences. What
// both sides rest on is printed once.
func printChange(w io.Writer, c questions.Comparison, change questions.Change, cb *schema.Codebook) {
	kind := string(change.Kind)
	if change.How != "" {
		kind += ", " + string(change.How)
	}
	fmt.Fprintf(w, "  %s: %s: %s\n", kind, cb.PropositionLabel(change.Proposition), changeText(change))
	if sameEvidence(change) {
		printSide(w, sideLabel(c, c.Left, cb)+" and "+sideLabel(c, c.Right, cb), change.Right, cb)
		return
	}
	printSide(w, sideLabel(c, c.Left, cb), change.Left, cb)
	printSide(w, sideLabel(c, c.Right, cb), change.Right, cb)
}

func sideLabel(c questions.Comparison, side string, cb *schema.Codebook) string {
	if c.By == questions.ByGroup || c.By == questions.ByActor {
		return cb.ActorLabel(side)
	}
	return side
}

func changeText(change questions.Change) string {
	switch {
	case change.Left == nil:
		return positionText(change.Right.Position)
	case change.Right == nil:
		return positionText(change.Left.Position)
	}
	left, right := positionText(change.Left.Position), positionText(change.Right.Position)
	if left == right {
		return left
	}
	return left + " -> " + right
}

func printSide(w io.Writer, name string, side *questions.Side, cb *schema.Codebook) {
	if side == nil {
		fmt.Fprintf(w, "    %s: no statement\n", name)
		return
	}
	p := side.Position
	relayed := ""
	if reports := max(p.Reports, p.N); side.Independent < reports {
		relayed = ", " + plural(reports, "report") + " of " + plural(side.Independent, "utterance")
	}
	fmt.Fprintf(w, "    %s: %d of %s counted%s\n", name, p.N, plural(p.Of, "statement"), relayed)
	printPassages(w, "      ", side.Evidence, cb)
}

func sameEvidence(change questions.Change) bool {
	l, r := change.Left, change.Right
	return l != nil && r != nil && slices.Equal(l.Position.Deciding, r.Position.Deciding) && l.Position.N == r.Position.N && l.Position.Of == r.Position.Of
}
