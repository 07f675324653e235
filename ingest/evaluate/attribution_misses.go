package evaluate

import (
	"fmt"
	"io"
	"strings"
)

// AttributionMiss is an attribution that the other side lacks, or names another
// source for, with its words.
type AttributionMiss struct {
	ID                   string
	Start, End           int // of the content, in code points
	Source, Cue, Content string
	Other                string // the source that the prediction names, where only that differs
}

// keep lists what one article's comparison did not match.
func (r *AttributionReport) keep(id string, w *words, gold, predicted []told, overlap []int) {
	used := make([]bool, len(predicted))
	for i, j := range overlap {
		m := w.miss(id, gold[i])
		switch {
		case j < 0:
			r.Missed = append(r.Missed, m)
			continue
		case !w.sameSource(gold[i], predicted[j]):
			m.Other = w.said(predicted[j].from.Source)
			r.OtherSource = append(r.OtherSource, m)
		}
		used[j] = true
	}
	for j, q := range predicted {
		if !used[j] {
			r.Spurious = append(r.Spurious, w.miss(id, q))
		}
	}
}

func (w *words) miss(id string, t told) AttributionMiss {
	m := AttributionMiss{ID: id, Source: w.said(t.from.Source), Cue: w.said(t.from.Cue), Content: w.said(t.from.Content)}
	if c := t.from.Content; len(c) > 0 {
		m.Start, m.End = c[0][0], c[len(c)-1][1]
	}
	return m
}

// said is the text of passages.
func (w *words) said(spans Spans) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, string(w.text[s[0]:s[1]]))
	}
	return strings.Join(parts, " … ")
}

// WriteMisses prints what was missed, what was spurious, and whose source
// differs, article by article.
func (r *AttributionReport) WriteMisses(w io.Writer) error {
	var b strings.Builder
	for _, part := range []struct {
		title string
		list  []AttributionMiss
	}{{"missed", r.Missed}, {"spurious", r.Spurious}, {"another source", r.OtherSource}} {
		fmt.Fprintf(&b, "\n%s:\n", part.title)
		for _, m := range part.list {
			fmt.Fprintf(&b, "  %s %d-%d source %q cue %q", m.ID, m.Start, m.End, m.Source, m.Cue)
			if m.Other != "" {
				fmt.Fprintf(&b, " predicted source %q", m.Other)
			}
			fmt.Fprintf(&b, "  %q\n", m.Content)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
