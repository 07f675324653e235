// Package browsertest drives a real browser in tests.
//
// Begin with [New]. Selectors are CSS; every step waits until the page has been
// read, with its scripts, and then for its element, however long that takes on a
// machine with other things to do. A step after one that leads to another page
// may still find the page before: take that one with [Leads] or [Follow]. What a
// script does later is waited for with [Until]. A package with many tests shares
// one browser among them with [Main].
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
		ctx, stop := launch(context.Background(), path, t.TempDir())
		t.Cleanup(stop)
		return begun(ctx, t)
	}
	shared.once.Do(func() { shared.err = open(path) })
	if shared.err != nil {
		t.Skipf("%s does not start here, the pages were not tried in a browser: %v", path, shared.err)
	}
	window, stop := chromedp.NewContext(shared.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(stop)
	return begun(window, t)
}

// begun opens the window: a context with a limit must not be the first to, or the
// window closes with it.
func begun(window context.Context, t testing.TB) context.Context {
	t.Helper()
	if err := chromedp.Do(window); err != nil {
		t.Fatal(err)
	}
	return window
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

// launch describes a browser; it starts with the first step in it. It speaks
// English and asks no proxy, whatever the machine does, takes keys before it has
// drawn the page for the first time, and needs no sandbox, which not every machine
// can give it: it opens nothing but pages of the tests.
func launch(ctx context.Context, path, profile string) (context.Context, context.CancelFunc) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.UserDataDir(profile), chromedp.DisableGPU, chromedp.NoSandbox,
		chromedp.Flag("lang", "en-US"), chromedp.Flag("no-proxy-server", true), chromedp.Flag("allow-pre-commit-input", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-back-forward-cache", true), chromedp.Flag("disable-quic", true))
	ctx, stopProgram := chromedp.NewExecAllocator(ctx, options...)
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

func (b *Browser) watchConsole() {
	const last = "that is all that the page says"
	var complaints []string
	done := make(chan struct{})
	messages := chromedp.Console(b.ctx)
	go func() {
		defer close(done)
		for m, err := range messages {
			if err != nil || strings.Contains(m.String(), last) {
				return
			}
			if m.IsException() || m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleWarning {
				complaints = append(complaints, m.String())
			}
		}
	}()
	b.t.Cleanup(func() {
		// Messages travel apart from the pages, in their order.
		ctx, stop := context.WithTimeout(b.ctx, time.Minute)
		defer stop()
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[chromedp.Void]("console.debug('"+last+"')")); err != nil {
			b.t.Errorf("the console cannot be read: %v", err)
			return
		}
		select {
		case <-done:
		case <-ctx.Done():
			b.t.Errorf("the console cannot be read: %v", ctx.Err())
			return
		}
		if len(complaints) > 0 {
			b.t.Errorf("the console complains:\n%s", strings.Join(complaints, "\n"))
		}
	})
}

// patience is how long one step may take before it is said to wait for what never
// comes.
const patience = 5 * time.Minute

// Do takes steps one after the other; one that fails ends the test.
func (b *Browser) Do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	for i, step := range steps {
		if _, err := take(b, step); err != nil {
			b.t.Fatalf("step %d of %d: %v%s", i+1, len(steps), err, b.seen())
		}
	}
}

// Get takes a step that has an answer.
func Get[T any](b *Browser, step chromedp.Action[T]) T {
	b.t.Helper()
	got, err := take(b, step)
	if err != nil {
		b.t.Fatalf("%v%s", err, b.seen())
	}
	return got
}

// take takes a step on a page that has been read.
func take[T any](b *Browser, step chromedp.Action[T]) (got T, err error) {
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	if err = chromedp.Do(ctx, Until(read)); err == nil {
		got, err = chromedp.Run(ctx, step)
	}
	return got, err
}

// seen is what the browser shows when a step fails.
func (b *Browser) seen() string {
	ctx, stop := context.WithTimeout(b.ctx, 10*time.Second)
	defer stop()
	page, err := chromedp.Run(ctx, chromedp.Evaluate[string](`location + ": " + document.body.innerText.slice(0, 1000)`))
	if err != nil {
		return ""
	}
	return "\nat " + page
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
