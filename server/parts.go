package server

import "github.com/stancegraph/stancegraph/schema"

// parts are offered in place of a question about more statements than its page
// takes.
type parts struct {
	Of               string // "network"
	Statements, Most int
	List             []part
}

type part struct {
	Label      string
	From       schema.Day // the first day of it; MinDay where all days are in it
	Statements int
	URL        string
}

// Since reports whether only the last days are in it.
func (p part) Since() bool { return p.From != schema.MinDay }
