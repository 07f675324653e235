package explore

import (
	"errors"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// request is what a child reads from its standard input, on one line. The
// input then stays open; its end tells the child that nobody waits any more.
type request struct {
	File     string        `json:"file"`
	Language Language      `json:"language"`
	Text     string        `json:"text"`
	Rows     int           `json:"rows"`
	Memory   int64         `json:"memory"`
	Time     time.Duration `json:"time"`
}

// message is one line of what a child writes to its standard output: rows,
// then one fault or one end. A child that ends without either has crashed.
type message struct {
	Row     Row    `json:"row,omitempty"`
	Emitted bool   `json:"emitted,omitempty"` // by the program, in the order that it wants
	Fault   *fault `json:"fault,omitempty"`
	End     *end   `json:"end,omitempty"`
}

type end struct {
	Truncated string `json:"truncated"`
	Note      string `json:"note"`
}

// fault is an error on its way from the child to the parent.
type fault struct {
	Kind    schema.Kind `json:"kind"`
	Message string      `json:"message"`
	Hint    string      `json:"hint"`
	Is      string      `json:"is"` // the message of the sentinel that it wraps
}

var sentinels = []error{ErrSyntax, ErrFailed, ErrLimit}

func faultOf(err error) *fault {
	f := &fault{Kind: schema.KindOf(err), Message: err.Error(), Hint: schema.HintOf(err)}
	for _, s := range sentinels {
		if errors.Is(err, s) {
			f.Is = s.Error()
		}
	}
	return f
}

func (f *fault) err() error {
	e := &schema.Error{Kind: f.Kind, Message: f.Message, Hint: f.Hint}
	for _, s := range sentinels {
		if s.Error() == f.Is {
			e.Err = s
		}
	}
	return e
}
