package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server"
)

const defaultAddr = "127.0.0.1:8080"

func newServeCommand(a *app) *cobra.Command {
	var how serving
	var create bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the web view of a store",
		Long: `Serves the web view of the store of --store until it is interrupted. It binds to
the loopback address: whoever can reach the page can read the sources and, unless
--read-only is given, add articles and decide about statements. What comes from
the pages of another site is refused.

With --create the store is made where there is none; its pages then show three
ways to begin.`,
		Args: exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(create, func(s *graph.Store) error { return a.serve(cmd.Context(), s, how) })
		},
	}
	cmd.Flags().StringVar(&how.addr, "addr", defaultAddr, "loopback address and port; port 0 takes a free one")
	cmd.Flags().BoolVar(&how.readOnly, "read-only", false, "nothing can be added or decided in the browser")
	cmd.Flags().BoolVar(&create, "create", false, "make the store where there is none")
	return cmd
}

// serving says how a store is served.
type serving struct {
	addr     string
	readOnly bool
	notice   string           // shown above every page; may be empty
	ready    func(url string) // told the address once it is bound; may be nil
}

// serve answers requests until ctx ends, then lets those under way finish.
func (a *app) serve(ctx context.Context, s *graph.Store, how serving) (err error) {
	l, err := listen(how.addr)
	if err != nil {
		return err
	}
	now, err := a.clock()
	if err != nil {
		return err
	}
	queries := explore.New(s, a.store)
	defer func() { err = errors.Join(err, queries.Close()) }()
	cfg := server.Config{
		Snapshot: s.Newest,
		Query:    queries.Run,
		Export: func(ctx context.Context, w io.Writer, j server.Job) error {
			return j.Format.Write(ctx, w, formats.NewJob(s, j.Filter, j.Provenance))
		},
		Now:     now,
		Version: programVersion(),
		Notice:  how.notice,
		Logger:  slog.New(slog.NewTextHandler(a.stderr, nil)),
	}
	if !how.readOnly {
		cfg.Desk = &desk{app: a, store: s}
	}
	srv := &http.Server{
		Handler:           server.New(cfg),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
	}
	url := "http://" + l.Addr().String() + "/"
	fmt.Fprintf(a.stderr, "serving %s  (Ctrl-C stops)\n", url)
	if how.ready != nil {
		how.ready(url)
	}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve %s: %w", url, err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(grace); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("stop serving %s: %w", url, err)
	}
	return nil
}

// listen binds a loopback address and turns the ways it can fail into errors
// that say what to do.
func listen(addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, usage("write it as "+defaultAddr, "--addr %q: expected an address and a port", addr)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, usage("use 127.0.0.1, [::1] or localhost, and a proxy of your own with a log-in in front of it",
			"--addr %q: only loopback addresses are served, because the pages have no log-in", addr)
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, schema.Errorf(schema.KindBusy, "stop the other program, or choose another port: --addr 127.0.0.1:8081 (port 0 takes a free one)",
			"cannot listen on %s: %w", addr, err)
	}
	return l, nil
}
