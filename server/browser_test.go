package server

import (
	"context"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// browser starts a headless browser, or skips the test with a word on why.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("no chromium here: the pages were not tried in a browser; make test installs it")
	}
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewExecAllocator(ctx, chromedp.ExecPath(path), chromedp.Headless, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck, sandboxed, chromedp.UserDataDir(t.TempDir()), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("disable-quic", true))
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	return ctx
}

// sandboxed takes the sandbox away from root only, for whom it does not start.
func sandboxed(a *chromedp.ExecAllocator) {
	if os.Geteuid() == 0 {
		chromedp.NoSandbox(a)
	}
}

func TestNoPageComplainsInTheConsole(t *testing.T) {
	ctx := browser(t)
	s := httptest.NewServer(serve(t, fixture(t)))
	defer s.Close()
	complaints := make(chan string, 100)
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.IsException() || m.Type == chromedp.ConsoleError || m.Type == chromedp.ConsoleWarning {
				complaints <- m.String()
			}
		}
	}()
	for path := range everyPage {
		do(t, ctx, chromedp.Navigate(s.URL+path), chromedp.WaitVisible("h1"))
		wide, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > document.documentElement.clientWidth`))
		if err != nil || wide {
			t.Errorf("%s: the page scrolls sideways (%v)", path, err)
		}
	}
	time.Sleep(200 * time.Millisecond) // messages travel apart from the pages
	for len(complaints) > 0 {
		t.Error(<-complaints)
	}
}

func TestKeyboardMovesInTheMatrixAndTheDrawerGivesTheFocusBack(t *testing.T) {
	ctx := browser(t)
	s := httptest.NewServer(serve(t, fixture(t)))
	defer s.Close()
	do(t, ctx, chromedp.Navigate(s.URL+"/matrix?issue=harbour&rows=actors"), chromedp.Focus(".matrix a.cell"), chromedp.KeyEvent(kb.ArrowRight))
	right := focused(t, ctx)
	do(t, ctx, chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible("dialog .evidence"))
	if heading := text(t, ctx, "dialog h1"); !strings.Contains(heading, " on ") {
		t.Errorf("the drawer is headed %q", heading)
	}
	do(t, ctx, chromedp.KeyEvent(kb.Escape), chromedp.WaitNotPresent("dialog"))
	if back := focused(t, ctx); back != right || !strings.Contains(back, "/cell?") {
		t.Errorf("the focus is on %q, want %q", back, right)
	}
	do(t, ctx, chromedp.KeyEvent("?"), chromedp.WaitVisible("dialog .shortcuts"), chromedp.KeyEvent(kb.Escape), chromedp.WaitNotPresent("dialog"))
}

func TestReaderMovesTheDateOpensACellAndReachesTheSentence(t *testing.T) {
	ctx := browser(t)
	s := httptest.NewServer(serve(t, fixture(t)))
	defer s.Close()
	do(t, ctx, chromedp.Navigate(s.URL+"/matrix?issue=harbour"), chromedp.Click(`.steps a[rel="prev"]`), chromedp.WaitVisible(`.steps a[rel="next"]`))
	if day := text(t, ctx, ".lede time"); day != "1 March 2025" {
		t.Errorf("one step back is %q", day)
	}
	do(t, ctx, chromedp.Click(".matrix a.cell"), chromedp.WaitVisible("dialog .evidence"), chromedp.Click("dialog .origin .screen a"), chromedp.WaitVisible("mark.current"))
	if passage := text(t, ctx, "mark.current"); !strings.Contains(articleText, passage) || passage == "" {
		t.Errorf("the highlighted passage is %q", passage)
	}
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func focused(t *testing.T, ctx context.Context) string {
	t.Helper()
	href, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.activeElement.getAttribute("href") || document.activeElement.tagName`))
	if err != nil {
		t.Fatal(err)
	}
	return href
}

func text(t *testing.T, ctx context.Context, selector string) string {
	t.Helper()
	s, err := chromedp.Run(ctx, chromedp.Text(selector))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(s)
}
