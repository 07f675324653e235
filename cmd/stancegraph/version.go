package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/ingest"
)

// programVersion is the version of the build: that of the module where it was
// installed as one, else "devel".
func programVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}

func newVersionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and of its extractor",
		Args:  exactly(0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			if a.json {
				return printJSON(a.stdout, map[string]string{"version": programVersion(), "extractor": ingest.Coder, "go": runtime.Version()})
			}
			_, err := fmt.Fprintf(a.stdout, "stancegraph %s (extractor %s, %s)\n", programVersion(), ingest.Coder, runtime.Version())
			return err
		},
	}
}
