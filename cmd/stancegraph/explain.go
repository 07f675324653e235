package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func newExplainCommand(a *app) *cobra.Command {
	var rows string
	cmd := &cobra.Command{
		Use:   "explain ACTOR PROPOSITION|ISSUE",
		Short: "Why a position is what it is, or why there is none",
		Long: `Prints how a position came about: the rule, the statements that decide, those
that count besides, and those left out with the reason and the parameter that
keeps them out. Of an empty cell it says why it is empty. Names are IDs or labels;
a state, bloc, organisation or office is taken with those who speak for it unless
--rows actors is given. --json prints {"explanations": [...]}.`,
		Example: `  stancegraph explain russia freeze-current-line --as-of 2025-10-21
  stancegraph explain zelensky territory --mode quote`,
		Args: exactly(2, "an actor, and a proposition or issue"),
	}
	filter := addFilterFlags(cmd)
	cmd.Flags().StringVar(&rows, "rows", "", "groups (with those who speak for it) or actors (by itself); default: by the kind of actor")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return reply(a, filter, "explanations", func(s *ledger.Snapshot, f questions.Filter) ([]questions.Explanation, error) {
			ref, err := questions.FindCell(s, args[0], args[1], questions.Rows(rows))
			if err != nil {
				return nil, err
			}
			return questions.Explain(s, f, ref)
		}, printExplanations)
	}
	return cmd
}

func printExplanations(out io.Writer, list []questions.Explanation, cb *schema.Codebook) error {
	w := bufio.NewWriter(out)
	for i, e := range list {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, strings.Join(e.Words, "\n"))
		printWitnesses(w, "Deciding", e.Deciding, cb)
		printWitnesses(w, "Counted besides", e.Counted, cb)
		if len(e.LeftOut) > 0 {
			fmt.Fprintln(w, "Left out:")
		}
		for _, x := range e.LeftOut {
			why := string(x.Reason)
			if len(x.Parameters) > 0 {
				why += ": " + strings.Join(x.Parameters, ", ")
			}
			fmt.Fprintf(w, "  (%s)\n", why)
			printPassages(w, "  ", []questions.Passage{x.Passage}, cb)
		}
	}
	return w.Flush()
}

func printWitnesses(w io.Writer, title string, passages []questions.Passage, cb *schema.Codebook) {
	if len(passages) > 0 {
		fmt.Fprintf(w, "%s:\n", title)
		printPassages(w, "  ", passages, cb)
	}
}
