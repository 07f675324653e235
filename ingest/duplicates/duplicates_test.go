package duplicates

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// article makes a text of n words that no other seed makes.
func article(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 7))
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", r.IntN(2000))
	}
	return words
}

func text(words []string) string { return strings.Join(words, " ") }

// jaccard is what the signature estimates, counted.
func jaccard(a, b []string) float64 {
	runs := func(words []string) map[string]bool {
		set := map[string]bool{}
		for i := run; i <= len(words); i++ {
			set[text(words[i-run:i])] = true
		}
		return set
	}
	x, y := runs(a), runs(b)
	both := 0
	for k := range x {
		if y[k] {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

func TestResemblanceIsCloseToTheCountedShare(t *testing.T) {
	t.Parallel()
	for _, changed := range []int{0, 1, 5, 20, 60, 200} {
		worst := 0.0
		for seed := range uint64(20) {
			a := article(seed, 400)
			b := slices.Clone(a)
			r := rand.New(rand.NewPCG(seed, 9))
			for range changed {
				b[r.IntN(len(b))] = "other"
			}
			s, u := Of(text(a)), Of(text(b))
			worst = max(worst, math.Abs(s.Resemblance(&u)-jaccard(a, b)))
		}
		if worst > 0.16 { // four standard deviations of 128 draws
			t.Errorf("%d words changed: off by %.2f", changed, worst)
		}
	}
}

func TestCopiesAreFoundAndOthersAreNot(t *testing.T) {
	t.Parallel()
	base := article(1, 500)
	edited := slices.Clone(base)
	edited[100], edited[300] = "corrected", "added"
	for _, c := range []struct {
		name string
		text string
		want bool
	}{
		{"the same words with other marks", strings.ToUpper(strings.ReplaceAll(text(base), " ", ",  “")), true},
		{"two words corrected", text(edited), true},
		{"a lead and an end added", "REUTERS, Skarhaven " + text(base) + " Additional reporting by Ida Holm", true},
		{"the last quarter cut", text(base[:375]), true},
		{"a third of another article", text(append(slices.Clone(base[:165]), article(2, 335)...)), false},
		{"another article", text(article(3, 500)), false},
		{"the same words in another order", text(slices.Sorted(slices.Values(base))), false},
		{"too short", text(base[:MinWords-1]), false},
	} {
		var x Index
		x.Add("base", Of(text(base)))
		s := Of(c.text)
		near := x.Find("text", &s)
		if (len(near) == 1) != c.want {
			t.Errorf("%s: got %v", c.name, near)
		}
	}
}

func TestOrderDoesNotMatterAndLinksAreBounded(t *testing.T) {
	t.Parallel()
	base := article(4, 300)
	versions := map[string]Signature{}
	for i := range 50 {
		v := slices.Clone(base)
		v[i*5] = "changed"
		versions[fmt.Sprintf("v%02d", i)] = Of(text(v))
	}
	find := func(names []string) []Near {
		var x Index
		for _, n := range names {
			x.Add(n, versions[n])
		}
		s := Of(text(base))
		return x.Find("text", &s)
	}
	names := make([]string, 0, 50)
	for n := range versions {
		names = append(names, n)
	}
	slices.Sort(names)
	forward := find(names)
	slices.Reverse(names)
	if backward := find(names); !slices.Equal(forward, backward) || len(forward) != MaxNear {
		t.Errorf("got %v and %v", forward, backward)
	}
}

func TestSignaturesAreTheSameEverywhere(t *testing.T) {
	t.Parallel()
	if s := Of(text(article(5, 100))); s.min[0] != Of(text(article(5, 100))).min[0] || !s.valid {
		t.Error("not the same twice")
	}
	empty, full := Of(""), Of(text(article(6, 100)))
	if empty.Resemblance(&empty) != 0 || full.Resemblance(&full) != 1 {
		t.Error("a text is like itself, and an empty one like none")
	}
	var x Index
	x.Add("full", full)
	if near := x.Find("full", &full); len(near) != 0 {
		t.Errorf("near to itself: %v", near)
	}
	x = Index{}
	x.Add("none", empty)
	if len(x.names) != 0 || x.Find("none", &empty) != nil {
		t.Error("an empty text is no candidate")
	}
}

func FuzzOf(f *testing.F) {
	f.Add("Ann Lee said no.")
	f.Fuzz(func(t *testing.T, s string) {
		a, b := Of(s), Of(strings.ToUpper(s)+"\n")
		if r := a.Resemblance(&a); r != 0 && r != 1 {
			t.Errorf("resemblance to itself %v", r)
		}
		_ = b.Resemblance(&a)
	})
}
