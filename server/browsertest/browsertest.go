// Package browsertest drives a real browser in tests.
//
// Begin with [New]. Selectors are CSS; every step waits for its element.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Browser is one page of a headless browser with a profile of its own.
type Browser struct {
	t   testing.TB
	ctx context.Context
}

// New starts a browser for the length of a test, or skips the test with a word
// on why. Whatever the console complains about fails the test at its end.
func New(t testing.TB) *Browser {
	t.Helper()
	b := NewQuiet(t)
	b.watchConsole()
	return b
}

// NewQuiet is New for pages that may complain, as those of errors do: their
// status is a complaint.
func NewQuiet(t testing.TB) *Browser {
	t.Helper()
	path := find()
	if path == "" {
		t.Skip("no chromium here: the pages were not tried in a browser; make test installs it")
	}
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Minute)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewExecAllocator(ctx, chromedp.ExecPath(path), chromedp.Headless, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck, sandboxed, chromedp.UserDataDir(t.TempDir()), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("disable-quic", true))
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	return &Browser{t: t, ctx: ctx}
}

func find() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// sandboxed takes the sandbox away from root only, for whom it does not start.
func sandboxed(a *chromedp.ExecAllocator) {
	if os.Geteuid() == 0 {
		chromedp.NoSandbox(a)
	}
}

func (b *Browser) watchConsole() {
	var mu sync.Mutex
	var complaints []string
	messages := chromedp.Console(b.ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.IsException() || m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleWarning {
				mu.Lock()
				complaints = append(complaints, m.String())
				mu.Unlock()
			}
		}
	}()
	b.t.Cleanup(func() {
		time.Sleep(200 * time.Millisecond) // messages travel apart from the pages
		mu.Lock()
		defer mu.Unlock()
		if len(complaints) > 0 {
			b.t.Errorf("the console complains:\n%s", strings.Join(complaints, "\n"))
		}
	})
}

// Do takes steps one after the other; one that fails ends the test.
func (b *Browser) Do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// Text is what a reader sees in the first element of a selector.
func (b *Browser) Text(selector string) string {
	b.t.Helper()
	return strings.TrimSpace(Get(b, chromedp.Text(selector)))
}

// Focused is the address of the link that has the focus, or else the name of
// the element.
func (b *Browser) Focused() string {
	b.t.Helper()
	return Get(b, chromedp.Evaluate[string](`document.activeElement.getAttribute("href") || document.activeElement.tagName`))
}

// Get takes a step that has an answer.
func Get[T any](b *Browser, step chromedp.Action[T]) T {
	b.t.Helper()
	got, err := chromedp.Run(b.ctx, step)
	if err != nil {
		b.t.Fatal(err)
	}
	return got
}
