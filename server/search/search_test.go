package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/schema/cputime"
)

var articles = [][]string{
	{"Harbour news", "The mayor rejected the toll. Putin’s envoy came to Łódź."},
	{"Toll", "A toll, a toll: the harbour toll is rejected by the fishers’ guild."},
	{"Weather", "Rain in Zürich; the mayor rejects nothing. No harbour here."},
	{"Empty", ""},
}

func find(ix *Index, text string) string {
	var list []string
	for _, h := range ix.Find(Parse(text), nil) {
		list = append(list, fmt.Sprint(h.Text))
	}
	return strings.Join(list, " ")
}

func TestFindsTextsByTheirWords(t *testing.T) {
	t.Parallel()
	ix := Build(len(articles), func(i int) []string { return articles[i] })
	for query, want := range map[string]string{
		"toll":              "1 0",       // it occurs more often in 1
		"reject":            "0 2 1",     // by its stem, the shorter text first
		"REJECTING Mayor":   "0 2",       // all words
		"zurich":            "2",         // without its accent
		"Lodz":              "0",         //
		"putin":             "0",         // without its ending
		"putin's":           "0",         //
		`"mayor rejected"`:  "0 2",       // one after the other
		`"toll rejected"`:   "",          //
		"“harbour toll”":    "1",         // in curly marks
		`"news the mayor"`:  "",          // not across the parts of a text
		"harbour -rain":     "0 1",       // the shorter text first
		`toll -"the mayor"`: "1",         //
		`"harbour`:          "0 1 2",     // never closed
		"":                  "", "-": "", // nothing to look for
		"-toll":   "", // nothing that must occur
		"nothing": "2", "absent": "", "harbour absent": "",
	} {
		got := find(ix, query)
		a, b := strings.Fields(got), strings.Fields(want)
		if !strings.HasPrefix(query, "harbour") && query != "toll" {
			slices.Sort(a)
			slices.Sort(b)
		}
		if !slices.Equal(a, b) {
			t.Errorf("%s: found %s, want %s", query, got, want)
		}
	}
}

func TestKeepsWhatIsLetThrough(t *testing.T) {
	t.Parallel()
	ix := Build(len(articles), func(i int) []string { return articles[i] })
	if hits := ix.Find(Parse("mayor"), func(i int) bool { return i == 2 }); len(hits) != 1 || hits[0].Text != 2 {
		t.Errorf("found %v", hits)
	}
}

func marked(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Marked {
			p.Text = "[" + p.Text + "]"
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

func TestMarksWhatWasLookedFor(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("something else altogether ", 40) + "the mayor rejected the toll at the harbour " + strings.Repeat("and so on ", 40)
	for _, c := range []struct {
		query, text string
		width       int
		want        string
	}{
		{"rejecting toll", "He rejected the Toll.", 0, "He [rejected] the [Toll]."},
		{"zurich", "Rain in Zürich’s lake", 0, "Rain in [Zürich’s] lake"},
		{"none", "Nothing here", 0, "Nothing here"},
		{"toll", "", 80, ""},
		{"toll rejected", long, 80, "…altogether the mayor [rejected] the [toll] at the harbour and so on and so on and so …"},
	} {
		if got := marked(Parse(c.query).Mark(c.text, c.width)); got != c.want {
			t.Errorf("%s: %q, want %q", c.query, got, c.want)
		}
	}
}

func TestEndlessWordsAndDirectionMarksAreOrdinaryText(t *testing.T) {
	t.Parallel()
	texts := []string{strings.Repeat("x", 100_000), "a \u202Eesrever\u202C word", "\xff\xfe broken", "<script>alert(1)</script>", strings.Repeat("é", 50_000)}
	var ix *Index
	if took := cputime.Of(func() { ix = Build(len(texts), func(i int) []string { return texts[i : i+1] }) }); took > time.Minute {
		t.Errorf("building takes %s", took)
	}
	for query, want := range map[string]string{"esrever": "1", "broken": "2", "alert": "3", strings.Repeat("x", 100_000): "0"} {
		if got := find(ix, query); got != want {
			t.Errorf("%.20s: found %s, want %s", query, got, want)
		}
	}
	for _, text := range texts {
		if all := marked(Parse("x").Mark(text, 0)); strings.ReplaceAll(strings.ReplaceAll(all, "[", ""), "]", "") != text {
			t.Errorf("%.20q: marking changed the text", text)
		}
		Parse("x word").Mark(text, 50)
	}
}
