package schema

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// Near returns up to three of the candidates that a misspelt value may have
// meant, nearest first: those that contain it or lie within a third of its
// length in edits.
func Near(value string, candidates iter.Seq[string]) []string {
	type near struct {
		name string
		far  int
	}
	folded := strings.ToLower(value)
	var found []near
	for name := range candidates {
		c := strings.ToLower(name)
		far := edits(folded, c)
		if len(folded) >= 3 && (strings.Contains(c, folded) || strings.Contains(folded, c) && len(c) >= 3) {
			far = min(far, 1)
		}
		if far <= max(1, len(folded)/3) {
			found = append(found, near{name, far})
		}
	}
	slices.SortFunc(found, func(a, b near) int { return cmp.Or(a.far-b.far, strings.Compare(a.name, b.name)) })
	names := make([]string, 0, 3)
	for _, f := range found[:min(3, len(found))] {
		names = append(names, f.name)
	}
	return names
}

// DidYouMean is the end of an error message: "; did you mean a or b?", or ""
// when nothing is near.
func DidYouMean(value string, candidates iter.Seq[string]) string {
	names := Near(value, candidates)
	if len(names) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(names, " or ") + "?"
}

// edits is the Levenshtein distance, in code points. Long values are cut: a
// hostile value must not cost more than a short one.
func edits(a, b string) int {
	x, y := cut([]rune(a)), cut([]rune(b))
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}

func cut(r []rune) []rune { return r[:min(len(r), 64)] }
