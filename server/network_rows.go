package server

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/picture"
)

// tiesShown is how many ties one page lists.
const tiesShown = 200

// nodeRow is a node of a network.
type nodeRow struct {
	Name, URL string // its page; "" where it has none
	EgoURL    string
	Community string
	Ties      int
	Sum       string
	sum       float64
}

// tieRow is a tie of a network.
type tieRow struct {
	A, B   string
	Weight string
	weight float64
}

// tieRows are the ties, the strongest first.
func tieRows(spec network.Spec, r *network.Result) []tieRow {
	list := []tieRow{}
	for i, row := range r.Matrix {
		for j, x := range row {
			if x == 0 || spec.Network == network.OneMode && j <= i {
				continue
			}
			list = append(list, tieRow{A: r.Rows[i], B: r.Cols[j], Weight: threeDigits(x), weight: x})
		}
	}
	slices.SortStableFunc(list, func(a, b tieRow) int { return cmp.Compare(math.Abs(b.weight), math.Abs(a.weight)) })
	return list
}

// nodeRows are the nodes, those with the strongest ties first.
func nodeRows(q networkQuestion, a networkAnswer, names networkNames, ties []tieRow) []nodeRow {
	at := map[string]int{}
	var list []nodeRow
	add := func(variable, label, community string) {
		at[variable+"\x00"+label] = len(list)
		list = append(list, nodeRow{Name: label, URL: names.address(variable, label), EgoURL: q.place.with("ego", label).at(q.filter.Values()), Community: community})
	}
	for i, label := range a.Result.Rows {
		community := ""
		if a.Communities != nil {
			community = picture.CommunityLetter(a.Communities.Of[i])
		}
		add(q.spec.Var1, label, community)
	}
	second := q.spec.Var1
	if q.spec.Network == network.TwoMode {
		second = q.spec.Var2
		for _, label := range a.Result.Cols {
			add(second, label, "")
		}
	}
	for _, t := range ties {
		for _, key := range []string{q.spec.Var1 + "\x00" + t.A, second + "\x00" + t.B} {
			list[at[key]].Ties++
			list[at[key]].sum += math.Abs(t.weight)
		}
	}
	for i := range list {
		list[i].Sum = threeDigits(list[i].sum)
	}
	slices.SortStableFunc(list, func(a, b nodeRow) int { return cmp.Compare(b.sum, a.sum) })
	return list
}

// threeDigits is a number with at most three digits behind the point.
func threeDigits(v float64) string {
	s := strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
	return strings.Replace(s, "-", "\u2212", 1)
}
