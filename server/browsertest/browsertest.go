// Package browsertest drives a real browser in tests.
//
// Begin with [New]. Selectors are CSS; every step waits for its element. A
// package with many tests shares one browser among them with [Main].
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

// Browser is one window of a headless browser, with a profile of its own.
type Browser struct {
	t   testing.TB
	ctx context.Context
}

// shared is the browser of all tests of a package; nil without [Main].
var shared struct {
	once sync.Once
	ctx  context.Context
	stop func()
	err  error
}

// Main runs the tests of a package in one browser, which starts with the first
// that needs it. Each test has a profile of its own in it, so they may run side
// by side. It goes into TestMain.
func Main(m *testing.M) int {
	ctx, cancel := context.WithCancel(context.Background())
	shared.ctx, shared.stop = ctx, cancel
	code := m.Run()
	shared.stop()
	return code
}

// start opens a window in the shared browser, or in one of its own.
func start(t testing.TB, path string) context.Context {
	if shared.ctx == nil {
		ctx, stop := launch(t.Context(), path, t.TempDir())
		t.Cleanup(stop)
		return limited(ctx, t)
	}
	shared.once.Do(func() { shared.err = open(path) })
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	window, stop := chromedp.NewContext(shared.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(stop)
	return limited(window, t)
}

// limited ends a test that waits for something that never comes.
func limited(ctx context.Context, t testing.TB) context.Context {
	ctx, stop := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(stop)
	return ctx
}

// open starts the shared browser.
func open(path string) error {
	dir, err := os.MkdirTemp("", "browsertest")
	if err != nil {
		return err
	}
	ctx, stop := launch(shared.ctx, path, dir)
	shared.ctx, shared.stop = ctx, func() {
		stop()
		_ = os.RemoveAll(dir)
	}
	return chromedp.Do(ctx)
}

// launch describes a browser; it starts with the first step in it.
func launch(ctx context.Context, path, profile string) (context.Context, context.CancelFunc) {
	ctx, stopProgram := chromedp.NewExecAllocator(ctx, chromedp.ExecPath(path), chromedp.Headless, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck, sandboxed, chromedp.UserDataDir(profile), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-back-forward-cache", true), chromedp.Flag("disable-sync", true), chromedp.Flag("disable-quic", true))
	ctx, stopWindow := chromedp.NewContext(ctx)
	return ctx, func() {
		stopWindow()
		stopProgram()
	}
}

// New opens a page for the length of a test, or skips the test with a word
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
	return &Browser{t: t, ctx: start(t, path)}
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
