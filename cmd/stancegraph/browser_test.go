package main

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

const (
	territory   = `th a[href*="issue=territory"]`
	cellOf      = `td:not(.none) > a.cell[href*="actor=ukraine"][href*="proposition=`
	leaves      = cellOf + `ukraine-leaves-donbas"]`
	withdraws   = cellOf + `russian-withdrawal"]`
	toTheSource = `.origin .screen > a[href^="/sources/"]`
	sentence    = "Zelensky again refused Russia's demand that Ukrainian troops leave Donetsk and Luhansk."
)

// moveTo types an as-of date and sends the form, as a person would.
func moveTo(day string) browsertest.Step {
	return chromedp.Steps(
		chromedp.SetValue("#as-of", day),
		browsertest.Leads(chromedp.Submit("#as-of")),
		chromedp.WaitVisible(`#as-of[value="`+day+`"]`),
	)
}

// From the matrix of the demo, back in time and forth again, into a cell, to
// the highlighted sentence.
func TestBrowserFromMatrixToSentence(t *testing.T) {
	base := serveDemo(t)
	b := browsertest.New(t)
	b.Do(chromedp.Navigate(base+"matrix"), browsertest.Follow(territory), moveTo("2025-05-19"), chromedp.WaitVisible(withdraws))
	if browsertest.Get(b, chromedp.Evaluate[int](`document.querySelectorAll('`+leaves+`').length`)) != 0 {
		t.Error("on 2025-05-19 the matrix knows a position of October")
	}
	b.Do(moveTo("2025-10-21"), browsertest.Click(leaves), chromedp.WaitVisible("dialog blockquote"))
	if quotation := b.Text("dialog blockquote"); !strings.Contains(quotation, sentence) {
		t.Errorf("the drawer shows %q", quotation)
	}
	b.Do(browsertest.Follow("dialog "+toTheSource), chromedp.WaitVisible("mark.current"))
	if highlighted := b.Text("mark.current"); !strings.Contains(highlighted, sentence) {
		t.Errorf("the source highlights %q", highlighted)
	}
}

// The same way without JavaScript: the drawer is then a page.
func TestBrowserWithoutJavaScript(t *testing.T) {
	base := serveDemo(t)
	b := browsertest.New(t)
	b.Do(browsertest.WithoutScripts,
		chromedp.Navigate(base+"matrix?issue=territory&as-of=2025-10-21"), browsertest.Follow(leaves), chromedp.WaitVisible("main#main .evidence"))
	if quotation := b.Text("blockquote"); !strings.Contains(quotation, sentence) {
		t.Errorf("the page of the cell shows %q", quotation)
	}
	b.Do(browsertest.Follow(toTheSource), chromedp.WaitVisible("mark.current"))
	if highlighted := b.Text("mark.current"); !strings.Contains(highlighted, sentence) {
		t.Errorf("the source highlights %q", highlighted)
	}
}

// With the keyboard alone: across to the next cell, into its evidence, and
// back to the cell with Escape.
func TestBrowserKeyboard(t *testing.T) {
	base := serveDemo(t)
	b := browsertest.New(t)
	b.Do(chromedp.Navigate(base+"matrix?issue=territory&as-of=2025-10-21"), chromedp.Focus(withdraws))
	first := b.Focused()
	b.Do(browsertest.Press(kb.ArrowRight))
	second := b.Focused()
	b.Do(browsertest.Press(kb.Enter), chromedp.WaitVisible("dialog blockquote"), browsertest.Press(kb.Escape), chromedp.WaitNotPresent("dialog"))
	if back := b.Focused(); first == second || back != second {
		t.Errorf("the focus went from %s to %s and came back to %s", first, second, back)
	}
}
