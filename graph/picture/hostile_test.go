package picture_test

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
)

var hostile = map[string]string{
	"markup":       `</text><script>alert("x")</script>`,
	"attribute":    `" onload="alert(1)`,
	"entity":       `&lt;b&gt; ]]> <!-- -->`,
	"overrides":    "\u202Eesrever\u202C \u2066isolated\u2069",
	"controls":     "a\x00b\x1b[31mred\x07\u0085\u2028line",
	"broken":       "half \xff\xfe of \xc3",
	"long":         strings.Repeat("x", 100_000),
	"many words":   strings.Repeat("word ", 20_000),
	"marks":        strings.Repeat("a\u0301\u0302\u0303", 10_000),
	"other script": "停火 سلام שלום 🕊️",
	"not a rune":   "\uFFFE\uFFFF",
}

// Labels are data: whatever they are, the picture stays one, of a size that a
// page can hold, in which every text is a text.
func TestHostileLabelsStayHarmless(t *testing.T) {
	t.Parallel()
	s := fixture(t)
	plain := read(t, written(t, drawMatrix(t, s, "lake", picture.Links{}), picture.SVG))
	for name, label := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := matrixOf(t, s, "lake")
			for i := range m.Rows {
				m.Rows[i].Label = label
			}
			c := picture.Caption{Title: label, Sentence: label, Citation: label}
			scene, err := picture.Matrix(m, s.Codebook, c, picture.Links{Actor: func(string) string { return "/actors/" + url.PathEscape(label[:min(20, len(label))]) }})
			if err != nil {
				t.Fatal(err)
			}
			svg := written(t, scene, picture.SVG)
			root := read(t, svg)
			if len(svg) > 200_000 || scene.Width > 1500 || scene.Height > 900 {
				t.Errorf("%d bytes, %v x %v", len(svg), scene.Width, scene.Height)
			}
			if got, want := len(root.all("path")), len(plain.all("path")); got != want || len(root.all("script")) > 0 {
				t.Errorf("%d paths, want %d", got, want)
			}
			if !utf8.Valid(svg) || strings.ContainsAny(string(svg), "\x00\x1b\u202e\u2066\u2028") {
				t.Error("a character that steers is in the picture")
			}
			for _, f := range []picture.Format{picture.PNG, picture.PDF} {
				if len(written(t, scene, f)) == 0 {
					t.Errorf("no %s", f)
				}
			}
		})
	}
}

// Timelines and networks take labels the same way.
func TestHostileLabelsInTimelinesAndNetworks(t *testing.T) {
	t.Parallel()
	s := fixture(t)
	spec := networkSpec(network.OneMode, network.Congruence)
	for name, label := range hostile {
		tl := timelineOf(t, s, questions.Filter{}, questions.NoPeriod)
		for i := range tl.Lines {
			tl.Lines[i].Label = label
		}
		r := networkOf(t, s, spec)
		for i := range r.Rows {
			r.Rows[i] = label
		}
		timeline, err := picture.Timeline(tl, s, caption, picture.Links{})
		if err != nil {
			t.Fatal(err)
		}
		for _, scene := range []*picture.Scene{timeline, drawNetwork(t, r, picture.NetworkSpec{Spec: spec})} {
			svg := written(t, scene, picture.SVG)
			if root := read(t, svg); len(root.all("script")) > 0 || len(svg) > 200_000 || scene.Width > 1500 || scene.Height > 1500 {
				t.Errorf("%s: %d bytes, %v x %v", name, len(svg), scene.Width, scene.Height)
			}
			if !utf8.Valid(svg) || strings.ContainsAny(string(svg), "\x00\x1b\u202e\u2066\u2028") {
				t.Errorf("%s: a character that steers is in the picture", name)
			}
		}
	}
}

func TestLettersThatPaperLacksAreNamed(t *testing.T) {
	t.Parallel()
	s := fixture(t)
	m := matrixOf(t, s, "lake")
	m.Rows[0].Label = "停火 שלום"
	scene, err := picture.Matrix(m, s.Codebook, caption, picture.Links{})
	if err != nil {
		t.Fatal(err)
	}
	if got := scene.Missing(); got != "停火" {
		t.Errorf("missing are %q", got)
	}
}
