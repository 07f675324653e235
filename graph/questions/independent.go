package questions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Utterance is one thing that was said, with all reports of it.
type Utterance struct {
	Reports []Passage `json:"reports"` // the first published is first: it stands for the others
}

// Independence says how many reports there are of how many utterances.
type Independence struct {
	Reports    int         `json:"reports"`
	Utterances int         `json:"utterances"`
	Relayed    []Utterance `json:"relayed"` // those with more than one report
}

// independence counts statements twice: as reports, and as utterances.
func independence(s *ledger.Snapshot, f Filter, counted []voice) Independence {
	groups := utterances(s, counted)
	in := Independence{Reports: len(counted), Utterances: len(groups), Relayed: []Utterance{}}
	for _, g := range groups {
		if len(g) > 1 {
			in.Relayed = append(in.Relayed, Utterance{passagesOf(s, f, g)})
		}
	}
	return in
}

// firstReports divides voices into the first published report of every
// utterance, and the others; both keep the order of the voices.
func firstReports(s *ledger.Snapshot, voices []voice) (first, others []voice) {
	is := map[string]bool{}
	for _, g := range utterances(s, voices) {
		is[g[0].ID] = true
	}
	for _, one := range voices {
		if is[one.ID] {
			first = append(first, one)
		} else {
			others = append(others, one)
		}
	}
	return first, others
}

// said is what reports of one utterance have in common.
type said struct {
	actor, proposition string
	stance             schema.Stance
	earliest, latest   schema.Day
}

// utterances groups statements that report the same utterance. A chain counts:
// where the first two agree and the last two, all three are one. Groups are in
// the order of their first members; inside, the first published comes first.
func utterances(s *ledger.Snapshot, voices []voice) [][]voice {
	var groups [][]voice
	alike := map[said][]voice{}
	for _, v := range voices {
		if v.Date.IsZero() {
			groups = append(groups, []voice{v}) // nobody knows whether it is one utterance
			continue
		}
		key := said{v.Actor, v.Proposition, v.Stance, v.Date.Earliest(), v.Date.Latest()}
		alike[key] = append(alike[key], v)
	}
	for _, list := range alike {
		groups = append(groups, chains(s, list)...)
	}
	for _, g := range groups {
		slices.SortFunc(g, func(a, b voice) int { return comparePublished(s, a.Statement, b.Statement) })
	}
	slices.SortFunc(groups, func(a, b []voice) int { return ledger.Compare(a[0].Statement, b[0].Statement) })
	return groups
}

// countUtterances is how many utterances some voices report, which must be newest
// first: only those of one date may report the same.
func countUtterances(s *ledger.Snapshot, voices []voice) int {
	n := 0
	for from := 0; from < len(voices); {
		to := from + 1
		for to < len(voices) && ledger.CompareDates(voices[from].Date, voices[to].Date) == 0 {
			to++
		}
		if to-from == 1 {
			n++
		} else {
			n += len(utterances(s, voices[from:to]))
		}
		from = to
	}
	return n
}

func comparePublished(s *ledger.Snapshot, a, b *schema.Statement) int {
	return cmp.Or(cmp.Compare(published(s, a).Latest(), published(s, b).Latest()), strings.Compare(a.ID, b.ID))
}

func published(s *ledger.Snapshot, st *schema.Statement) schema.Date {
	if src := s.Sources[st.Source]; src != nil {
		return src.Published
	}
	return schema.Date{}
}
