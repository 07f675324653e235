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
	"github.com/stancegraph/stancegraph/server"
)

const defaultAddr = "127.0.0.1:8080"

func newServeCommand(a *app) *cobra.Command {
	var how serving
	var create bool
	var asked accessFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the web view of a store",
		Long: `Serves the web view of the store of --store until it is interrupted. It binds to
the loopback address: whoever can reach the page can read the sources and, unless
--read-only is given, add articles, decide about statements and write notes. What
comes from the pages of another site is refused, and so is what comes under a
name that the server does not have (--host gives it one).

An address that others can reach needs a token, a secret of 20 letters or more in
a file or in ` + tokenVariable + `. People sign in with it once in a browser; programs
send it as "Authorization: Bearer TOKEN". With --public-read everybody may read,
and the token is for those who add articles and decide. The token travels as the
pages do: put a proxy that speaks HTTPS in front where the network is not yours.

With --create the store is made where there is none; its pages then show three
ways to begin.`,
		Example: `  stancegraph serve --store debate.db
  openssl rand -base64 24 > token && chmod 600 token
  stancegraph serve --store debate.db --addr 0.0.0.0:8080 --token-file token --host stances.example.org
  curl -H "Authorization: Bearer $(cat token)" http://stances.example.org:8080/matrix.json`,
		Args: exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			access, err := asked.access(a)
			if err == nil {
				err = admissible(how.addr, access) // before a store is made
			}
			if err != nil {
				return err
			}
			how.access = access
			return a.withStore(create, func(s *graph.Store) error { return a.serve(cmd.Context(), s, how) })
		},
	}
	cmd.Flags().StringVar(&how.addr, "addr", defaultAddr, "address and port; port 0 takes a free one")
	asked.add(cmd.Flags())
	cmd.Flags().BoolVar(&how.readOnly, "read-only", false, "nothing can be added or decided in the browser")
	cmd.Flags().BoolVar(&create, "create", false, "make the store where there is none")
	return cmd
}

// serving says how a store is served.
type serving struct {
	addr     string
	readOnly bool
	access   server.Access
	notice   string           // shown above every page; may be empty
	ready    func(url string) // told the address once it is bound; may be nil
}

// serve answers requests until ctx ends, then lets those under way finish.
func (a *app) serve(ctx context.Context, s *graph.Store, how serving) (err error) {
	l, err := listen(how.addr, how.access)
	if err != nil {
		return err
	}
	queries := explore.New(s, a.store)
	defer func() { err = errors.Join(err, queries.Close()) }()
	cfg, err := a.serverConfig(s, queries, how)
	if err != nil {
		return err
	}
	if !how.readOnly {
		d := &desk{app: a, store: s}
		defer func() { err = errors.Join(err, d.tables.close()) }()
		cfg.Desk = d
	}
	view := server.New(cfg)
	s.Prepare(view.Prepare)
	url := "http://" + l.Addr().String() + "/"
	fmt.Fprintf(a.stderr, "serving %s  (Ctrl-C stops)\n", url)
	if how.ready != nil {
		how.ready(url)
	}
	return serveUntil(ctx, l, view)
}

// serverConfig is what is served of a store, but for the desk.
func (a *app) serverConfig(s *graph.Store, queries *explore.Explorer, how serving) (server.Config, error) {
	now, err := a.clock()
	return server.Config{
		Snapshot: s.Newest,
		Query:    queries.Run,
		Export: func(ctx context.Context, w io.Writer, j server.Job) error {
			return j.Format.Write(ctx, w, formats.NewJob(s, j.Filter, j.Provenance))
		},
		Access:  how.access,
		Now:     now,
		Version: programVersion(),
		Notice:  how.notice,
		Logger:  slog.New(slog.NewTextHandler(a.stderr, nil)),
	}, err
}

// grace is how long requests under way may take when the server stops.
const grace = 5 * time.Second

// serveUntil answers on a listener until ctx ends.
func serveUntil(ctx context.Context, l net.Listener, h http.Handler) error {
	srv := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
	}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve http://%s/: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := srv.Shutdown(ending); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("stop serving http://%s/: %w", l.Addr(), err)
	}
	return nil
}
