package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/stancegraph/stancegraph/schema"
)

// progress tells how far a long piece of work is: a bar on a terminal once a
// second has passed, plain lines every few seconds otherwise.
type progress struct {
	bar   *progressbar.ProgressBar
	w     io.Writer
	what  string
	total int // negative when nobody knows
	done  int
	next  time.Time
}

const lineEvery = 5 * time.Second

func (a *app) newProgress(what string, total int) *progress {
	p := &progress{w: a.stderr, what: what, total: total, next: time.Now().Add(lineEvery)}
	if isTerminal(a.stderr) {
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(a.stderr), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
			progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish(),
			progressbar.OptionSetVisibility(false))
		p.next = time.Now().Add(time.Second) // work under a second needs no bar
	}
	return p
}

func (p *progress) add(n int) {
	p.done += n
	due := time.Now().After(p.next)
	switch {
	case p.bar != nil:
		if due {
			progressbar.OptionSetVisibility(true)(p.bar)
		}
		_ = p.bar.Add(n) // a bar that cannot be drawn must not stop the work
	case due:
		if fmt.Fprintf(p.w, "%s: %d", p.what, p.done); p.total > 0 {
			fmt.Fprintf(p.w, " of %d", p.total)
		}
		fmt.Fprintln(p.w)
		p.next = time.Now().Add(lineEvery)
	}
}

func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func (a *app) warn(ps schema.Problems) {
	for _, p := range ps {
		fmt.Fprintln(a.stderr, "warning:", p)
	}
}
