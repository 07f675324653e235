package browsertest

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Axe returns the text of axe-core, or skips the test with a word on why.
func Axe(t testing.TB) string {
	t.Helper()
	return string(Package(t, "axe-core", "4.10.3", "axe.min.js"))
}

// violation is a rule of axe-core that a page breaks.
type violation struct {
	ID    string   `json:"id"`
	Help  string   `json:"help"`
	Nodes []string `json:"nodes"`
}

// Violations runs axe-core on the page, with the rules of WCAG 2.2 A and AA and
// its best practices, and returns what they break, one a line.
func (b *Browser) Violations(axe string) []string {
	b.t.Helper()
	// The rule on keyboard access of what scrolls needs the size of the window,
	// so the check looks at the page as it is.
	const run = `axe.run(document, {resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
		JSON.stringify(r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " " + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? ""))}))))`
	if !Get(b, chromedp.Evaluate[bool]("!!window.axe")) { // in another theme it is still there
		b.Do(chromedp.Evaluate[chromedp.Void](axe + "; undefined"))
	}
	text := Get(b, chromedp.Evaluate[string](run, chromedp.EvalAwaitPromise))
	var found []violation
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		b.t.Fatal(err)
	}
	var list []string
	for _, v := range found {
		list = append(list, v.ID+": "+v.Help+"\n\t"+strings.Join(v.Nodes, "\n\t"))
	}
	return list
}

// Theme makes the browser prefer "light" or "dark".
func Theme(name string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, _ *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
		return chromedp.Void{}, err
	}
}

// WithoutScripts opens pages as where scripts are switched off.
func WithoutScripts(ctx context.Context, _ *chromedp.Target) (chromedp.Void, error) {
	_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return chromedp.Void{}, err
}

// ScreenshotsEnv names the folder into which screenshots are put.
const ScreenshotsEnv = "STANCEGRAPH_SCREENSHOTS"

// Screenshots is the folder for screenshots; without one the test is skipped.
func Screenshots(t testing.TB) string {
	t.Helper()
	dir := os.Getenv(ScreenshotsEnv)
	if dir == "" {
		t.Skip("no folder for screenshots: set " + ScreenshotsEnv)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Save writes a screenshot of the whole page.
func (b *Browser) Save(path string) {
	b.t.Helper()
	if err := os.WriteFile(path, Get(b, chromedp.FullScreenshot(100)), 0o644); err != nil {
		b.t.Fatal(err)
	}
}
