package ingest

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/classify"
	"github.com/stancegraph/stancegraph/ingest/date"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// relays are those who stand between the holder and the article, nearest
// first: other speakers around the frame, and whom "according to" credits.
func (w *writer) relays(r classify.Reading) []string {
	var list []string
	for _, i := range r.Outer {
		f := w.said.Frames[i]
		if f.Word.Class != lexis.Speech || f.Kind == attribute.Owns || len(f.Holders) == 0 || w.who[i].Words == "" {
			continue // "supports Ann's position that": Ann tells nothing
		}
		words := w.who[i].Words
		if w.who[i].Known() && w.who[i].Actors[0] == w.who[r.Frame].Actors[0] || w.who[i].Anaphor && !w.who[i].Known() || slices.Contains(list, words) {
			continue
		}
		list = append(list, words)
	}
	return list
}

func trimmed(t *segment.Text, r segment.Range) segment.Range {
	for !r.Empty() && t.Tokens[r.To-1].Kind == lexis.Mark {
		r.To--
	}
	return r
}

// trace tells how the stance came about, in the order of the stages.
func (w *writer) trace(r classify.Reading) []string {
	f := w.said.Frames[r.Frame]
	list := []string{
		"cue: " + strings.Join(r.Topic.Words, " + "),
		"attribution: " + string(f.Kind) + " " + quote(w.text.Words(f.Cue)),
		"holder: " + quote(w.who[r.Frame].Words),
	}
	if len(r.Words) > 0 {
		list = append(list, "stance: "+strings.Join(r.Words, ", "))
	} else {
		list = append(list, "stance: asserted, no word takes a side")
	}
	if r.Topic.Sign < 0 {
		list = append(list, "direction: the cue's wording is against the proposition")
	}
	if printed := w.who[r.Frame].Misprinted; printed != "" {
		list = append(list, "printed role "+quote(printed)+" is not the register's on this day")
	}
	return append(list, date.Reported(w.said, w.when, r.Frame, r.Outer).Rule)
}

func quote(s string) string { return "'" + s + "'" }
