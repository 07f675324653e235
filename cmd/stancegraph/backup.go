package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
)

func newBackupCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "backup DIR",
		Short: "Copy the store into a new folder, verified",
		Long: `Copies the store into a folder that does not exist yet, with the SHA-256 of every
file in SHA256SUMS. The copy is opened and checked as "stancegraph check" does
before the folder appears. A server may have the store open and write to it
meanwhile: the backup is the store after one of its writes.

"stancegraph restore DIR" makes a store of it again.`,
		Args: exactly(1, "the folder to make"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.mustExist(); err != nil {
				return err
			}
			done, err := graph.Backup(cmd.Context(), a.store, args[0])
			if err != nil {
				return err
			}
			return a.printCopied("backed up "+a.store+" to "+args[0], done)
		},
	}
}

func newRestoreCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "restore DIR",
		Short: "Make a store of a backup, verified",
		Long: `Copies a backup that "stancegraph backup" made to --store, which must not exist
yet. Its files must have the SHA-256 that they had, and the store is opened and
checked before its folder appears.`,
		Args: exactly(1, "the folder of a backup"),
		RunE: func(cmd *cobra.Command, args []string) error {
			done, err := graph.Restore(cmd.Context(), args[0], a.store)
			if err != nil {
				return err
			}
			return a.printCopied("restored "+args[0]+" to "+a.store, done)
		},
	}
}

func (a *app) printCopied(what string, done graph.Copied) error {
	if a.json {
		return printJSON(a.stdout, done)
	}
	_, err := fmt.Fprintf(a.stdout, "%s: %s, %s, data version %s; checked\n", what, plural(done.Sources, "source"), plural(done.Statements, "statement"), done.DataVersion)
	return err
}
