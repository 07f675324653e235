package main

import (
	"io"

	"github.com/spf13/cobra"
)

// app is what every command shares: its streams and the common flags.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	store    string // --store
	codebook string // --codebook
	json     bool   // --json
	now      string // --now

	tellsInterrupted bool // the command says itself what imports were interrupted
}

const defaultStore = "stancegraph.db"

func newRootCommand(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "stancegraph",
		Short: "Who holds which position, on what evidence, and how did that change?",
		Long: `Stancegraph turns news articles into a graph of statements (actor, issue,
stance, date, source) and answers who holds which position on which issue.
Every number leads back to a sentence in a source.

Begin with "stancegraph demo".`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage("see "+cmd.CommandPath()+" --help", "%w%s", err, nearFlag(cmd, err))
	})
	flags := root.PersistentFlags()
	flags.StringVar(&a.store, "store", defaultStore, "folder of the store")
	flags.StringVar(&a.codebook, "codebook", "", "codebook file (default: the store's, else the built-in one)")
	flags.BoolVar(&a.json, "json", false, "print JSON")
	flags.StringVar(&a.now, "now", "", "the time to record, RFC 3339 (default: the clock)")
	for _, c := range []*cobra.Command{
		newDemoCommand(a), newServeCommand(a),
		newIngestCommand(a), newExtractCommand(a), newAttributeCommand(a), newImportCommand(a), newReviewCommand(a), newCodebookCommand(a),
		newTimelineCommand(a), newShiftsCommand(a), newCompareCommand(a), newConflictsCommand(a),
		newSensitivityCommand(a), newExplainCommand(a), newAgreementCommand(a),
		newMatrixCommand(a), newPositionsCommand(a), newNetworkCommand(a), newQueryCommand(a), newQueryChildCommand(a), newReadChildCommand(a), newTableCommand(a), newPlotCommand(a), newExportCommand(a),
		newVerifyCommand(a), newCheckCommand(a), newBackupCommand(a), newRestoreCommand(a), newEvaluateCommand(a), newVersionCommand(a),
		newExitCodesTopic(),
	} {
		root.AddCommand(c)
	}
	return root
}

func unknownCommand(cmd *cobra.Command, name string) error {
	cmd.SuggestionsMinimumDistance = 2 // cobra's default finds nothing when it is asked directly
	hint := "see " + cmd.CommandPath() + " --help"
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		hint = "did you mean " + near[0] + "?"
	}
	return usage(hint, "unknown command %q for %q", name, cmd.CommandPath())
}

// atLeast asks for n arguments and says what they are.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usage("see "+cmd.CommandPath()+" --help", "%s needs %s", cmd.CommandPath(), what)
		}
		return nil
	}
}

// exactly asks for n arguments and says what they are.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usage("see "+cmd.CommandPath()+" --help", "%s takes %s; got %d arguments", cmd.CommandPath(), what, len(args))
		}
		return nil
	}
}
