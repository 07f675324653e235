package server

import (
	"errors"
	"net"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/schema"
)

// Access says who is let in. The zero value lets in whoever reaches the server
// under the name of this machine, as is right for a loopback address.
type Access struct {
	// Token is the secret of a server that others can reach: whoever sends it
	// ("Authorization: Bearer …"), or has signed in with it, is let in. Empty:
	// nobody is asked.
	Token string

	// PublicRead lets everybody read. What changes the graph needs the token.
	PublicRead bool

	// Hosts are the names that the server is called by, without a port, beside
	// localhost. A browser that comes under another name was led here by
	// somebody else's name server, and is turned away. Addresses in digits need
	// no name: loopback always, others with a token.
	Hosts []string
}

// guard turns away what comes under a foreign name and who is not let in.
func (s *site) guard(c *gin.Context) {
	err := s.Access.named(c.Request.Host)
	if err == nil && s.Access.asks(c.Request) && !s.signedIn(c.Request) {
		c.Header("WWW-Authenticate", `Bearer realm="stancegraph"`)
		err = &formError{errToken, signInPage(signInView{Problem: tell(errToken), To: comesBack(c.Request), Sent: c.Request.Method == http.MethodPost})}
	}
	if err == nil {
		c.Next()
		return
	}
	c.Abort()
	s.fail(c, &request{Request: c.Request, shape: formatOf(c.Request)}, err)
}

// Errors of who is not let in: the shape of the request is right, the sender
// is not.
var (
	errForeign = errors.New("nothing was answered")
	errRefused = errors.New("nobody was signed in")
	errToken   = schema.Errorf(schema.KindUsage, "sign in with the token of this server; programs send it as Authorization: Bearer …", "this needs the token of the server")
)

// named returns an error for a host that the server is not called by.
func (a Access) named(host string) error {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	name = strings.ToLower(strings.TrimSuffix(strings.Trim(name, "[]"), "."))
	ip := net.ParseIP(name)
	switch {
	case name == "localhost", slices.Contains(a.Hosts, name), ip != nil && (ip.IsLoopback() || a.Token != ""):
		return nil
	}
	return schema.Errorf(schema.KindUsage, "open it as http://127.0.0.1 or http://localhost; a server of this name is started with --host "+name,
		"this server is not called %q: %w", host, errForeign)
}

// asks reports whether a request needs the token. A free query reads, and may
// be posted; the page to sign in on, and what it looks like, are for everybody.
func (a Access) asks(r *http.Request) bool {
	switch {
	case a.Token == "", r.URL.Path == signInPath, strings.HasPrefix(r.URL.Path, "/static/"), r.URL.Path == "/favicon.ico":
		return false
	case r.Method == http.MethodGet, r.Method == http.MethodHead, r.URL.Path == "/query":
		return !a.PublicRead
	}
	return true
}

// mayWrite reports whether the sender of a request can change the graph.
func (s *site) mayWrite(r *http.Request) bool {
	return s.Desk != nil && (s.Access.Token == "" || s.signedIn(r))
}

// isPublic reports whether anybody may send a request and get its answer: the
// rights of sources say what that may show.
func (s *site) isPublic(r *http.Request) bool {
	return s.Access.PublicRead && (s.Access.Token == "" || !s.signedIn(r))
}

// signedIn reports whether a request brings the token, or the cookie that was
// given for it. What is compared takes as long whether it is right or wrong.
func (s *site) signedIn(r *http.Request) bool {
	if sent, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return s.Access.is(sent)
	}
	c, err := r.Cookie(signedCookie)
	return err == nil && s.Access.signed(c.Value, s.now())
}
