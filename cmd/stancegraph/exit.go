package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/schema"
)

// exitTable maps kinds of errors to exit codes, once for all commands.
var exitTable = []struct {
	kind    schema.Kind
	code    int
	meaning string
}{
	{"", 1, "something unexpected went wrong"},
	{schema.KindUsage, 2, "the call is wrong: a command, flag or argument"},
	{schema.KindInput, 3, "a file that was given is wrong; nothing of it was written"},
	{schema.KindNotFound, 4, "something that was named does not exist"},
	{schema.KindBusy, 5, "somebody else holds the store or the port"},
	{schema.KindIO, 6, "the disk or the network said no"},
	{schema.KindCorrupt, 7, "the store breaks one of its invariants"},
	{schema.KindDiffers, 8, "a file does not agree with the sources (verify)"},
}

const exitInterrupted = 130

// exitCode prints an error for a person and returns the code for scripts.
func exitCode(ctx context.Context, stderr io.Writer, err error) int {
	if err == nil {
		return 0
	}
	if errors.Is(err, context.Canceled) && ctx.Err() != nil {
		fmt.Fprintln(stderr, "interrupted: what was reported as stored is stored; run the same command again to go on")
		return exitInterrupted
	}
	fmt.Fprintln(stderr, "error:", strings.ReplaceAll(err.Error(), "\n", "\n       "))
	if hint := schema.HintOf(err); hint != "" {
		fmt.Fprintln(stderr, "hint: ", hint)
	}
	kind := schema.KindOf(err)
	for _, row := range exitTable {
		if row.kind == kind {
			return row.code
		}
	}
	return 1
}

// newExitCodesTopic is a help topic: it documents the table from the table.
func newExitCodesTopic() *cobra.Command {
	var b strings.Builder
	b.WriteString("Exit codes:\n\n    0  it worked\n")
	for _, row := range exitTable {
		fmt.Fprintf(&b, "  %3d  %s\n", row.code, row.meaning)
	}
	fmt.Fprintf(&b, "  %3d  interrupted\n", exitInterrupted)
	return &cobra.Command{Use: "exit-codes", Short: "What the exit codes mean", Long: b.String()}
}

// usage is an error of the call itself.
func usage(hint, format string, args ...any) error {
	return schema.Errorf(schema.KindUsage, hint, format, args...)
}
