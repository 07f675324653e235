package main

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/stancegraph/stancegraph/graph"
)

// discardImport removes what an interrupted import has written.
func (a *app) discardImport(cmd *cobra.Command, id string) error {
	var err error
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		if f.Changed && f.Name != "discard" && f.Name != "help" {
			err = usage("leave it out", "--discard takes no --%s", f.Name)
		}
	})
	if err != nil {
		return err
	}
	a.tellsInterrupted = true
	return a.withStore(false, func(s *graph.Store) error {
		written, _ := s.ImportWritten(id)
		p := a.newProgress("discarding", written)
		done, err := s.DiscardImport(cmd.Context(), id, p.add)
		p.finish()
		if err != nil {
			return err
		}
		if a.json {
			return printJSON(a.stdout, done)
		}
		_, err = fmt.Fprintf(a.stdout, "the import of %s is discarded: %s, which nobody saw\n", done.File, plural(done.Statements, "statement"))
		return err
	})
}
