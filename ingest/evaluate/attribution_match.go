package evaluate

import (
	"cmp"
	"slices"
)

// MinOverlap is the intersection over union of content words from which a
// prediction counts as a gold attribution.
const MinOverlap = 0.5

// told is an attribution as sets of words.
type told struct {
	content, source, cue []int
	chars                []int
	direct               bool
	from                 Attribution
}

func (w *words) told(list []Attribution, gold bool) []told {
	var all []told
	for _, a := range list {
		t := told{w.in(a.Content), w.in(a.Source), w.in(a.Cue), points(a.Content), w.direct(a.Content), a}
		if gold && len(t.content) == 0 {
			continue // a content without a word cannot be compared
		}
		all = append(all, t)
	}
	return all
}

// possible is a pair that may be matched; lower keys go first.
type possible struct {
	key  [3]float64
	g, p int
}

// take matches one to one, best pairs first, and returns the prediction of each
// gold attribution, or -1.
func take(list []possible, gold, predicted int) []int {
	slices.SortFunc(list, func(a, b possible) int {
		return cmp.Or(slices.Compare(a.key[:], b.key[:]), cmp.Compare(a.g, b.g), cmp.Compare(a.p, b.p))
	})
	of := make([]int, gold)
	for i := range of {
		of[i] = -1
	}
	used := make([]bool, predicted)
	for _, c := range list {
		if of[c.g] < 0 && !used[c.p] {
			of[c.g], used[c.p] = c.p, true
		}
	}
	return of
}

// matches are the matchings of one article under the different rules.
type matches struct{ overlap, exact, third, most []int }

func matchTold(gold, predicted []told) matches {
	var overlap, exact, third, most []possible
	for i, x := range gold {
		for j, q := range predicted {
			n := shared(x.content, q.content)
			if n == 0 {
				continue
			}
			same := 0.0
			if shared(x.source, q.source) > 0 {
				same = -1
			}
			first := float64(x.content[0])
			iou := float64(n) / float64(len(x.content)+len(q.content)-n)
			if iou >= MinOverlap {
				overlap = append(overlap, possible{[3]float64{-iou, same, first}, i, j})
			}
			if iou == 1 {
				exact = append(exact, possible{[3]float64{0, same, 0}, i, j})
			}
			covered := float64(shared(x.chars, q.chars)) / float64(len(x.chars))
			if covered > 0.3 {
				third = append(third, possible{[3]float64{-covered, -iou, first}, i, j})
			}
			if covered > 0.8 {
				most = append(most, possible{[3]float64{-covered, -iou, first}, i, j})
			}
		}
	}
	g, p := len(gold), len(predicted)
	return matches{take(overlap, g, p), take(exact, g, p), take(third, g, p), take(most, g, p)}
}
