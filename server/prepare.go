package server

import (
	"fmt"
	"net/http"
	"net/url"
	"runtime/debug"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// preparing is how long a snapshot is prepared at most: a time of the machine, of
// which tests have more.
var preparing = 10 * time.Second

// Prepare makes the pages that are asked for again and again, from a snapshot
// that [Config.Snapshot] does not return yet. Readers who get it afterwards need
// not all wait for the same pages. Nothing of it is shown before, and a page that
// is not among them is made when somebody asks for it, as ever.
func (v *View) Prepare(next *ledger.Snapshot) {
	now := v.site.Snapshot()
	if now == nil || keptOf(now) == keptOf(next) { // nothing has changed
		return
	}
	until := time.Now().Add(preparing) // of the machine: nothing of it is stored
	v.site.index.prepare(now, next)
	for _, p := range keptOf(now).lately() {
		if time.Now().After(until) {
			return
		}
		v.site.makeAnew(p.from, next)
	}
}

// lately are the pages that were asked for after they had been made, the last
// one first.
func (k *keptPages) lately() (list []*keptPage) {
	k.Lock()
	defer k.Unlock()
	for e := k.newest.Front(); e != nil; e = e.Next() {
		if p := e.Value.(*keptPage); p.again {
			list = append(list, p)
		}
	}
	return list
}

// makeAnew keeps the answer that a snapshot gives to a request. An answer that is
// an error is not kept.
func (s *site) makeAnew(before *request, snap *ledger.Snapshot) {
	defer func() {
		if v := recover(); v != nil { // the same page, asked for, says so to its reader
			s.Logger.Error("panic", "path", before.URL.Path, "value", fmt.Sprint(v), "stack", string(debug.Stack()))
		}
	}()
	r := before.alone()
	r.answerFrom(snap)
	p, err := r.handler(r)
	if err != nil || p.status > http.StatusOK || p.goTo != "" || p.download != nil {
		return
	}
	if body, media, err := s.render(r, p); err == nil {
		s.keep(r, media, body)
	}
}

// alone is a request without its connection and without who sent it, but for
// what that one may see.
func (r *request) alone() *request {
	query, _ := url.ParseQuery(r.URL.RawQuery) // it could be read before
	return &request{id: r.id, query: query, route: r.route, shape: r.shape, public: r.public, handler: r.handler,
		Request: &http.Request{Method: r.Method, URL: r.URL, Host: r.Host, TLS: r.TLS, Header: http.Header{forwardedProto: r.Header[forwardedProto]}}}
}
