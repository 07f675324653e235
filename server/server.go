package server

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/graph/ledger"
)

// Config says what is served. Only Snapshot must be set.
type Config struct {
	// Snapshot returns the statements to answer from. It is called once a
	// request, possibly from many goroutines, and must not block on a writer.
	// nil means that nothing has been stored yet.
	Snapshot func() *ledger.Snapshot

	// Query answers a free query. It bounds what a query may cost and how many
	// run at a time; a busy error asks to come back. nil: not offered.
	Query func(context.Context, explore.Query) (explore.Result, error)

	// Export writes what somebody downloads. nil: not offered.
	Export func(context.Context, io.Writer, Job) error

	// Desk takes what people add. nil: the pages can only be read.
	Desk Desk

	Access Access // who is let in

	Now func() time.Time // for the day of access in citations; nil is the clock

	Version string       // of the program, for footers and citations
	Notice  string       // one sentence shown above every page; empty: none
	Logger  *slog.Logger // for what a visitor must not see; nil: discarded
}

// View is the web view and the JSON API.
type View struct {
	http.Handler
	site *site
}

// New returns the web view and the JSON API.
func New(cfg Config) *View {
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	if cfg.Version == "" {
		cfg.Version = "dev"
	}
	s := &site{Config: cfg, index: searchIndex{patience: patience}, assets: loadAssets(), templates: loadTemplates(), modules: map[string][]string{}, pages: map[string]bool{}, keeps: map[string]bool{}}
	for _, name := range staticNames("js") {
		s.modules[name] = s.assets.modules(name)
	}
	for _, r := range s.routes() {
		s.pages[r.path], s.keeps[r.path] = true, r.lasting
	}
	return &View{endings(s.engine()), s}
}

// site is what all pages share.
type site struct {
	Config
	assets    assets
	templates templates
	index     searchIndex
	modules   map[string][]string // addresses of what each script imports
	pages     map[string]bool     // the paths of routes
	keeps     map[string]bool     // of lasting ones
	dots      sync.Mutex          // held while a PNG is drawn
	deciding  sync.Mutex          // held from looking at a statement to having decided about it
}

// engine is the router. Paths are matched as they were sent, so that a slash
// or a space inside an ID stays part of the ID.
func (s *site) engine() *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.UseEscapedPath = true
	e.UnescapePathValues = false
	e.HandleMethodNotAllowed = true
	e.Use(s.securityHeaders, s.compress(), s.recovery, s.guard)
	for _, r := range s.routes() {
		e.GET(r.path, r.handler)
		e.HEAD(r.path, r.handler)
	}
	for _, r := range s.forms() {
		e.POST(r.path, r.handler)
	}
	e.POST("/query", s.answer(s.console)) // a query may be too long for an address
	e.NoRoute(s.answer(notFound))
	e.NoMethod(s.answer(onlyReading))
	return e
}

func (s *site) now() time.Time {
	if s.Now == nil {
		return time.Now()
	}
	return s.Now()
}
