package server

import (
	"errors"
	"fmt"
	"net/http"
	"path"
	"runtime/debug"

	"github.com/gin-gonic/gin"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// statuses is the one table from the kind of an error to an HTTP status. A
// kind that is not in it is our fault: 500.
var statuses = map[schema.Kind]int{
	schema.KindUsage:    http.StatusBadRequest,
	schema.KindInput:    http.StatusBadRequest,
	schema.KindNotFound: http.StatusNotFound,
	schema.KindBusy:     http.StatusServiceUnavailable,
	schema.KindIO:       http.StatusServiceUnavailable,
	schema.KindCorrupt:  http.StatusInternalServerError,
}

// statusesOfCauses are those that the kind alone does not tell.
var statusesOfCauses = map[error]int{
	errMethod:  http.StatusMethodNotAllowed,
	errCrossed: http.StatusForbidden,
	errForeign: http.StatusForbidden,
	errRefused: http.StatusForbidden,
	errToken:   http.StatusUnauthorized,

	errOvertaken: http.StatusConflict,
}

// problem is what a visitor is told about an error. Its JSON is the one error
// shape of the API: {"error": {…}}.
type problem struct {
	Status  int    `json:"status"`
	Kind    string `json:"kind"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

// problemOf is the public side of an error. What nobody gave a kind is not
// meant for visitors: they get a short message, the log gets the rest.
func problemOf(err error) problem {
	kind := schema.KindOf(err)
	status, known := statuses[kind]
	if !known {
		return problem{
			Status: http.StatusInternalServerError, Kind: "internal", Message: "something went wrong on our side",
			Hint: "try again; the log of the server has the details",
		}
	}
	for cause, one := range statusesOfCauses {
		if errors.Is(err, cause) {
			status = one
		}
	}
	return problem{Status: status, Kind: string(kind), Message: err.Error(), Hint: schema.HintOf(err)}
}

// tell is what a form shows of an error.
func tell(err error) *problem {
	told := problemOf(err)
	return &told
}

// formError is an error in what a form said. Its page shows the form again,
// with everything that was typed, instead of a bare error.
type formError struct {
	error
	form *page
}

func (e *formError) Unwrap() error { return e.error }

// unread is the error of a question that cannot be read: its page shows the form
// again.
func unread(err error, template string, view any) error {
	return &formError{err, &page{template: template, title: "The question cannot be read", view: view}}
}

// fail answers with an error in the shape that was asked for.
func (s *site) fail(c *gin.Context, r *request, err error) {
	told := problemOf(err)
	if told.Status >= http.StatusInternalServerError {
		s.Logger.Error("page failed", "path", r.URL.Path, "error", err)
	}
	p := &page{template: "error", title: http.StatusText(told.Status), view: told}
	var form *formError
	if errors.As(err, &form) {
		p = form.form
	}
	p.status, p.data = told.Status, map[string]problem{"error": told}
	if r.shape != formatHTML {
		r.shape = formatJSON // an error is no table and no picture
		c.Header("Cross-Origin-Resource-Policy", "same-origin")
	}
	if err := s.send(c, r, p); err != nil {
		s.Logger.Error("error page failed", "path", r.URL.Path, "error", err)
		c.String(http.StatusInternalServerError, "something went wrong on our side")
	}
}

// recovery turns a panic into an error page; the log gets the stack.
func (s *site) recovery(c *gin.Context) {
	defer func() {
		v := recover()
		if v == nil {
			return
		}
		if v == http.ErrAbortHandler {
			panic(v)
		}
		s.Logger.Error("panic", "path", c.Request.URL.Path, "value", fmt.Sprint(v), "stack", string(debug.Stack()))
		c.Abort()
		if !c.Writer.Written() {
			s.fail(c, &request{Request: c.Request, shape: formatOf(c.Request)}, fmt.Errorf("panic: %v", v))
		}
	}()
	c.Next()
}

// notFound answers every address that is not in the list of routes.
func notFound(r *request) (*page, error) {
	hint := "check the address, or begin at the front page"
	if ending := path.Ext(r.URL.Path); ending != "" {
		hint = "check the address; no page ends in " + ending + ", and every page can be had as .json"
	}
	return nil, schema.Errorf(schema.KindNotFound, hint, "there is no page at %s", r.URL.Path)
}

// errMethod answers methods that would change something.
var errMethod = schema.Errorf(schema.KindUsage, "use GET or HEAD; the graph is changed by the commands", "pages can only be read")

func onlyReading(*request) (*page, error) { return nil, errMethod }

// unnamed is missing for an actor, an issue or a proposition that the path
// names: it says which was meant, as a filter does.
func (r *request) unnamed(what, hint string) error {
	return schema.Errorf(schema.KindNotFound, hint, "there is no %s %q in this graph%s", what, r.id, questions.Meant(r.snap, what, r.id))
}

// missing is the answer for an ID that names nothing.
func missing(what, id, hint string) error {
	return schema.Errorf(schema.KindNotFound, hint, "there is no %s %q in this graph", what, id)
}
