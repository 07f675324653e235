package server

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/picture/picturetest"
)

// readable is the least contrast of text and its ground, by WCAG 2.2 level AA.
const readable = 4.5

// pairs are text colours and the grounds that they stand on, beside those that
// follow from their names: --on-x stands on --x.
var pairs = [][2]string{
	{"ink", "paper"}, {"ink", "raised"}, {"ink", "sunken"}, {"muted", "paper"}, {"muted", "raised"}, {"muted", "sunken"},
	{"link", "paper"}, {"link", "raised"}, {"link", "sunken"}, {"focus", "paper"}, {"on-mixed", "mixed-other"}, {"on-none", "none-line"},
	{"paper", "ink"},
}

var stanceColours = []string{"oppose", "lean-oppose", "undecided", "lean-support", "support", "mixed", "none"}

func TestTextIsReadableOnEveryColourInBothThemes(t *testing.T) {
	t.Parallel()
	for name, theme := range themes(t) {
		for _, c := range stanceColours {
			if theme[c] == "" || theme["on-"+c] == "" {
				t.Errorf("%s theme lacks --%s or --on-%s", name, c, c)
			}
		}
		check := append([][2]string(nil), pairs...)
		for c := range theme {
			if ground, ok := strings.CutPrefix(c, "on-"); ok {
				check = append(check, [2]string{c, ground})
			}
		}
		for _, p := range check {
			if got := picturetest.Contrast(t, theme[p[0]], theme[p[1]]); got < readable {
				t.Errorf("%s theme: --%s on --%s has contrast %.2f", name, p[0], p[1], got)
			}
		}
	}
}

// themes reads the colours of tokens.css: the light ones, and the dark ones
// over them.
func themes(t *testing.T) map[string]map[string]string {
	t.Helper()
	css := string(readStatic("css/tokens.css"))
	light, dark, ok := strings.Cut(css, "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("tokens.css has no dark theme")
	}
	both := map[string]map[string]string{"light": colours(light), "dark": colours(light)}
	for name, value := range colours(dark) {
		both["dark"][name] = value
	}
	return both
}

var declaration = regexp.MustCompile(`--([a-z-]+):\s*(#[0-9a-f]{6});`)

func colours(css string) map[string]string {
	list := map[string]string{}
	for _, m := range declaration.FindAllStringSubmatch(css, -1) {
		list[m[1]] = m[2]
	}
	return list
}

// TestStrongerStancesStandOutMore keeps the scale a scale: in
// each theme a stronger stance stands further from the paper.
func TestStrongerStancesStandOutMore(t *testing.T) {
	t.Parallel()
	for name, theme := range themes(t) {
		for _, pair := range [][2]string{{"oppose", "lean-oppose"}, {"support", "lean-support"}} {
			strong, weak := picturetest.Contrast(t, theme[pair[0]], theme["paper"]), picturetest.Contrast(t, theme[pair[1]], theme["paper"])
			if strong <= weak {
				t.Errorf("%s theme: --%s stands out by %.2f, --%s by %.2f", name, pair[0], strong, pair[1], weak)
			}
		}
	}
}
