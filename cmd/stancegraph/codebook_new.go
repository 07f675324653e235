package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"
)

//go:embed starter.yaml
var starterCodebook string

func newCodebookNewCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "new [FILE]",
		Short: "Write a codebook to begin with, with comments that teach",
		Long: `Writes a small codebook that works as it is, with comments that say what each
part is for. Without FILE, or with "-", it goes to standard output. A file that
is there already is never overwritten.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("see "+cmd.CommandPath()+" --help", "%s takes at most one file; got %d arguments", cmd.CommandPath(), len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			path := "-"
			if len(args) > 0 {
				path = args[0]
			}
			if err := refuseOverwriting(path); err != nil {
				return err
			}
			err := a.writeOutput(path, func(w io.Writer) error {
				_, err := io.WriteString(w, starterCodebook)
				return err
			})
			if err == nil && path != "-" {
				fmt.Fprintf(a.stderr, "wrote %s; change it, then: stancegraph codebook check %s\n", path, path)
			}
			return err
		},
	}
}

// refuseOverwriting is an error when the file is there: it may be a week's work.
func refuseOverwriting(path string) error {
	if path == "-" {
		return nil
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return usage("choose another name, or remove it first", "%s is there already", path)
	}
	return nil
}
