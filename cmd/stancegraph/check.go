package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

func newCheckCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Prove the store's invariants",
		Long: `Proves the store's invariants: every statement is valid, its actor, proposition
and source exist, its evidence is the exact text at its offsets, its ID is the
one its content derives, and the graph has no loose ends. Exit code 7 when one
of them is broken; every break is named.`,
		Args: exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.tellsInterrupted = true
			return a.withStore(false, func(s *graph.Store) error {
				report, err := s.Check(cmd.Context())
				if err != nil {
					return err
				}
				if a.json {
					if err := printJSON(a.stdout, report); err != nil {
						return err
					}
				}
				if len(report.Problems) > 0 {
					return schema.Errorf(schema.KindCorrupt, "restore a backup, or export what is sound and ingest again", "%w", report.Problems)
				}
				if !a.json {
					fmt.Fprintf(a.stdout, "the store is sound: %s, %s", plural(report.Sources, "source"), plural(report.Statements, "statement"))
					if report.Annotations > 0 {
						fmt.Fprintf(a.stdout, ", %s", plural(report.Annotations, "annotation"))
					}
					fmt.Fprintln(a.stdout)
					for _, im := range report.Interrupted {
						fmt.Fprintln(a.stdout, interrupted(im))
					}
				}
				return nil
			})
		},
	}
}
