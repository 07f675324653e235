package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Step is something that a reader does, or waits for.
type Step = chromedp.Action[chromedp.Void]

// read holds when a page has been read and its modules have run.
const read = `document.readyState === "complete"`

// Until waits until an expression of the page holds.
func Until(expression string) Step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for {
			// Between two pages there is none to ask.
			if holds, err := chromedp.Evaluate[bool]("!!("+expression+")")(ctx, t); err == nil && holds {
				return nil
			}
			if err := pause(ctx); err != nil {
				return fmt.Errorf("until %s: %w", expression, err)
			}
		}
	})
}

func pause(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(10 * time.Millisecond):
		return nil
	}
}

// Leads takes a step that leads to another page, and waits until that has been
// read.
func Leads(step Step) Step {
	return func(ctx context.Context, t *chromedp.Target) (none chromedp.Void, err error) {
		begun, err := chromedp.Evaluate[float64]("performance.timeOrigin")(ctx, t)
		if err != nil {
			return none, err
		}
		if _, err := step(ctx, t); err != nil {
			return none, err
		}
		return Until(fmt.Sprintf("performance.timeOrigin !== %v && %s", begun, read))(ctx, t)
	}
}

// Follow clicks a link, or the button of a form, and waits for where it leads.
func Follow(selector string) Step { return Leads(Click(selector)) }

// Click clicks the middle of the first element of a selector, once it stands
// still with nothing in front of it.
func Click(selector string) Step {
	return func(ctx context.Context, t *chromedp.Target) (none chromedp.Void, err error) {
		var before []float64
		for {
			at, err := chromedp.Evaluate[[]float64](middleOf(selector))(ctx, t)
			if err == nil && len(at) == 2 && len(before) == 2 && at[0] == before[0] && at[1] == before[1] {
				return chromedp.MouseClickXY(at[0], at[1])(ctx, t)
			}
			before = at
			if err := pause(ctx); err != nil {
				return none, fmt.Errorf("click %s: %w", selector, err)
			}
		}
	}
}

// middleOf is a script for where to click an element; nowhere while it cannot be
// reached.
func middleOf(selector string) string {
	quoted, err := json.Marshal(selector)
	if err != nil {
		panic(err) // a string is always JSON
	}
	return `(() => {
		const element = document.querySelector(` + string(quoted) + `);
		element?.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
		const box = element?.getClientRects()[0];
		if (!box?.width || !box.height || !(` + read + `)) return [];
		const at = [box.left + box.width / 2, box.top + box.height / 2];
		return element.contains(document.elementFromPoint(...at)) ? at : [];
	})()`
}

// Press presses keys, one after the other, as a keyboard does: what a script takes
// as a shortcut is not typed as well.
func Press(keys string) Step {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for _, r := range keys {
			events := kb.Encode(r)
			down, up := *events[0], *events[len(events)-1]
			if len(events) == 3 {
				down.Type, down.Text, down.UnmodifiedText = input.DispatchKeyEventTypeKeyDown, events[1].Text, events[1].UnmodifiedText
			}
			for _, event := range []input.DispatchKeyEventParams{down, up} {
				if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, event); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
