package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

func newDemoCommand(a *app) *cobra.Command {
	var addr string
	var noBrowser, loadOnly bool
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Load the demonstration corpus and serve it",
		Long: `Loads the demonstration corpus (digests of five articles on the negotiations to
end the Russia-Ukraine war, coded by hand) into a store in a temporary folder
and serves the web view. The folder goes away afterwards; with --store DIR the
store is made there and stays.`,
		Args: exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !cmd.Flags().Changed("store") {
				dir, err := os.MkdirTemp("", "stancegraph-demo-")
				if err != nil {
					return schema.Errorf(schema.KindIO, "name a folder with --store", "temporary folder: %w", err)
				}
				defer func() { _ = os.RemoveAll(dir) }() // a leftover in the temporary folder harms nobody
				a.store = filepath.Join(dir, defaultStore)
			}
			return a.withStore(true, func(s *graph.Store) error {
				if err := a.loadDemo(cmd.Context(), s); err != nil || loadOnly {
					return err
				}
				return a.serve(cmd.Context(), s, serving{addr: addr, notice: demoNotice, ready: func(url string) {
					if !noBrowser && isTerminal(a.stdout) {
						openBrowser(url)
					}
				}})
			})
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&addr, "addr", defaultAddr, "loopback address and port; port 0 takes a free one")
	flags.BoolVar(&noBrowser, "no-browser", false, "do not open a browser")
	flags.BoolVar(&loadOnly, "load-only", false, "load and stop: for looking at the store with other commands")
	return cmd
}

const demoNotice = "Demonstration: digests of five news articles, written in our own words and coded by hand. They show how reported positions are traced; they are not an account of the war."

// loadDemo puts the seeds into a store. A store that has another codebook is
// refused: the demonstration must not mix with somebody's work.
func (a *app) loadDemo(ctx context.Context, s *graph.Store) error {
	cb, err := seedCodebook()
	if err != nil {
		return err
	}
	current, err := s.Codebook(ctx)
	switch {
	case schema.KindOf(err) == schema.KindNotFound:
	case err != nil:
		return err
	case current.Name != cb.Name:
		return usage("choose another folder with --store", "the store at %s has the codebook %s: the demo is not mixed into it", a.store, current.Ref())
	}
	if err := s.PutCodebook(ctx, cb); err != nil {
		return err
	}
	sources, statements, err := readSeeds()
	if err != nil {
		return err
	}
	for _, src := range sources {
		if _, err := s.PutSource(ctx, src, nil); err != nil {
			return err
		}
	}
	report, err := s.PutStatements(ctx, statements)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stderr, "demo: %s and %s in %s (%d new)\n", plural(len(sources), "source"), plural(len(statements), "statement"), a.store, report.Added)
	return nil
}

// openBrowser is a kindness: the address is printed anyway, so a machine
// without a browser is no error.
func openBrowser(url string) {
	opener := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if opener == nil {
		opener = []string{"xdg-open"}
	}
	cmd := exec.Command(opener[0], append(opener[1:], url)...)
	if err := cmd.Start(); err == nil {
		go func() { _ = cmd.Wait() }()
	}
}
