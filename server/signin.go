package server

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

const signInPath = "/sign-in"

// signInView is the form that asks for the token.
type signInView struct {
	Needless bool // the server asks nobody
	Signed   bool
	Sent     bool   // a form was sent, and not taken
	To       string // where it goes on
	Problem  *problem
}

// signInAnswer says whether a request was let in as one who may write.
type signInAnswer struct {
	SignedIn bool `json:"signed_in"`
}

func signInPage(v signInView) *page {
	return &page{template: "signin", title: "Sign in", view: v, data: signInAnswer{v.Signed}}
}

func (s *site) signIn(r *request) (*page, error) {
	to, err := ownAddress(r.query.Get("to"))
	if err != nil {
		return nil, err
	}
	return signInPage(signInView{Needless: s.Access.Token == "", Signed: s.Access.Token != "" && s.signedIn(r.Request), To: to}), nil
}

// signInSaid gives the cookie for the right token, or takes it away.
func (s *site) signInSaid(r *request) (*page, error) {
	to, err := ownAddress(r.FormValue("to"))
	if err != nil {
		return nil, err
	}
	if s.Access.Token == "" {
		return nil, schema.Errorf(schema.KindUsage, "go on without", "this server asks for no token")
	}
	if r.FormValue("leave") != "" {
		p := signInPage(signInView{To: to})
		p.goTo, p.cookie = signInPath, r.signedCookie("", -1)
		return p, nil
	}
	if !s.Access.is(strings.TrimSpace(r.FormValue("token"))) {
		wrong := schema.Errorf(schema.KindUsage, "it is in the file, or the variable, that the server was started with; ask whoever runs it", "that is not the token: %w", errRefused)
		return nil, &formError{wrong, signInPage(signInView{Problem: tell(wrong), To: to})}
	}
	p := signInPage(signInView{Signed: true, To: to})
	p.goTo, p.cookie = to, r.signedCookie(s.Access.sign(s.now().Add(signedFor)), int(signedFor.Seconds()))
	return p, nil
}

// signedCookie is sent along by links from other sites, so that a permalink in
// a mail opens, and by no form of theirs.
func (r *request) signedCookie(value string, seconds int) *http.Cookie {
	return &http.Cookie{Name: signedCookie, Value: value, Path: "/", MaxAge: seconds, HttpOnly: true, Secure: r.encrypted(), SameSite: http.SameSiteLaxMode}
}

// comesBack is where who has signed in goes on: the page that was asked for. A
// form that was sent is not sent again.
func comesBack(r *http.Request) string {
	if r.Method != http.MethodGet || formatOf(r) != formatHTML {
		return "/"
	}
	return r.URL.RequestURI()
}

// ownAddress is an address on this server, "/" for none: a form must not lead
// anywhere else.
func ownAddress(to string) (string, error) {
	if to == "" {
		return "/", nil
	}
	u, err := url.Parse(to)
	if err != nil || u.Scheme != "" || u.Host != "" || !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n\t") {
		return "", schema.Errorf(schema.KindUsage, "give a path such as /matrix", "to=%q is no address on this server", to)
	}
	return to, nil
}
