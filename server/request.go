package server

import (
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// request is one question: the snapshot that answers it, what the path names,
// and what the query says.
type request struct {
	*http.Request
	snap  *ledger.Snapshot // for files, programs and the public without what the rights of sources keep here
	store *ledger.Snapshot // everything
	id    string           // the part of the path that names something; "" on other pages
	query url.Values
	route string // as in routes; "" where there is none
	shape format

	public bool // anybody may be asking, where those who are let in get more

	handler handler // of a page that may be kept
}

func (s *site) request(c *gin.Context) (*request, error) {
	id, err := url.PathUnescape(c.Param("id"))
	if err != nil {
		return nil, schema.Errorf(schema.KindUsage, "check the address for a stray %", "the address has a broken escape: %w", err)
	}
	query, err := url.ParseQuery(c.Request.URL.RawQuery)
	if err != nil {
		return nil, schema.Errorf(schema.KindUsage, "check the address for a stray % or ;", "the query has a broken escape: %w", err)
	}
	snap := s.Snapshot()
	if snap == nil {
		snap = ledger.Build(&schema.Codebook{}, nil, nil)
	}
	r := &request{Request: c.Request, id: id, query: query, route: c.FullPath(), shape: formatOf(c.Request), public: s.isPublic(c.Request)}
	r.answerFrom(snap)
	return r, nil
}

// answerFrom sets the snapshot that answers.
func (r *request) answerFrom(snap *ledger.Snapshot) {
	r.snap, r.store = snap, snap
	if r.shape != formatHTML || r.public {
		type key struct{}
		r.snap = snap.Derived(key{}, func() any {
			shown, _ := snap.Quotable()
			return shown
		}).(*ledger.Snapshot)
	}
}

// filter reads the filter of the query, without the parameters that name what
// the page is about.
func (r *request) filter(except ...string) (questions.Filter, error) {
	if err := r.known(); err != nil {
		return questions.Filter{}, err
	}
	return questions.ParseFilter(without(r.query, except...), r.snap)
}

// asOf is the day that a filter asks about: its own, or the last statement
// date in the graph.
func (r *request) asOf(f questions.Filter) schema.Day { return f.AsOfIn(r.snap) }

const forwardedProto = "X-Forwarded-Proto" // how the reader asked a proxy

// permalink is the full address of a path on this host.
func (r *request) permalink(path string) string {
	scheme := "http"
	if r.encrypted() {
		scheme = "https"
	}
	return scheme + "://" + r.Host + path
}

// encrypted reports whether the browser came by HTTPS, to us or to a proxy in
// front of us.
func (r *request) encrypted() bool {
	return r.TLS != nil || r.Header.Get(forwardedProto) == "https"
}

// full are links that write down what could have another default one day (the
// as-of date, the rule, what is done with inexact dates), so that an address in
// a paper keeps its meaning.
func (r *request) full(f questions.Filter) links {
	if day := r.asOf(f); day != schema.MinDay {
		f.AsOf = &day
	}
	if f.Rule == "" {
		f.Rule = questions.RuleLatest
	}
	if f.Rule == questions.RuleDecay && f.HalfLife == 0 {
		f.HalfLife = questions.DefaultHalfLife
	}
	l := links{filter: f.Values(), whole: true}
	if !f.Certain {
		l.filter.Set("dates", "possible")
	}
	return l
}
