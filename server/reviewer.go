package server

import (
	"net/http"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// reviewerAnswer says who decides from now on.
type reviewerAnswer struct {
	Reviewer string `json:"reviewer"`
}

// maxReviewer bounds the name of a reviewer, in bytes.
const maxReviewer = 100

// reviewerSaid remembers who decides, and leads back to where that was asked.
func reviewerSaid(r *request) (*page, error) {
	name, err := signature(r.FormValue("reviewer"))
	if err != nil {
		return nil, err
	}
	return &page{title: "Reviewer", goTo: links{}.Review(r.FormValue("source"), ""), cookie: r.rememberReviewer(name), data: reviewerAnswer{name}}, nil
}

// signature is the name that somebody signs with.
func signature(typed string) (string, error) {
	name := strings.TrimSpace(typed)
	if name == "" || len(name) > maxReviewer || !utf8.ValidString(name) || strings.Contains(name, "/") || strings.ContainsFunc(name, unicode.IsControl) {
		return "", schema.Errorf(schema.KindInput, "type a name of at most 100 letters, without a slash, which programs sign with", "%q is no name of a person", name)
	}
	return name, nil
}

// reviewerCookie keeps the name of who decides, so that it is asked once.
const reviewerCookie = "reviewer"

// reviewer is who decides here; "" when nobody has said, or the cookie has what
// nobody can have typed.
func (r *request) reviewer() string {
	c, err := r.Cookie(reviewerCookie)
	if err != nil {
		return ""
	}
	typed, err := url.QueryUnescape(c.Value)
	if err != nil {
		return ""
	}
	name, err := signature(typed)
	if err != nil {
		return ""
	}
	return name
}

func (r *request) rememberReviewer(name string) *http.Cookie {
	return &http.Cookie{Name: reviewerCookie, Value: url.QueryEscape(name), Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, Secure: r.encrypted(), SameSite: http.SameSiteStrictMode}
}
