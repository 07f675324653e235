package questions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// ReasonRelayed is why a statement does not count where reports of one
// utterance are asked to count once.
const ReasonRelayed Reason = "another report of an utterance that counts already"

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

// Independent counts the statements behind a cell twice: as reports, and as
// utterances. Errors are those of Evidence.
func Independent(s *ledger.Snapshot, f Filter, ref CellRef) (Independence, error) {
	witnesses, err := Evidence(s, f, ref)
	if err != nil {
		return Independence{}, err
	}
	var counted []voice
	for _, w := range witnesses {
		if w.Counted {
			counted = append(counted, voice{Statement: w.Statement, signed: w.AsSignatory})
		}
	}
	return independence(s, f, counted), nil
}

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

// judgeOnce is judge where every utterance counts once: the first report of it
// counts and the others are returned. Fewer utterances than min-statements
// asks for are too few.
func judgeOnce(s *ledger.Snapshot, f Filter, pool []voice) (v verdict, relayed []voice) {
	v = judge(s, f, pool)
	first := map[string]bool{}
	for _, g := range utterances(s, v.counted) {
		first[g[0].ID] = true
	}
	var once []voice
	for _, one := range v.counted {
		if first[one.ID] {
			once = append(once, one)
		} else {
			relayed = append(relayed, one)
		}
	}
	if len(once) < f.MinStatements {
		for _, one := range v.counted {
			v.leftOut = append(v.leftOut, outcast{one, ReasonTooFew})
		}
		once, relayed = nil, nil
	}
	v.counted = once
	return v, relayed
}

// utterances groups statements that report the same utterance. A chain counts:
// where the first two agree and the last two, all three are one. Groups are in
// the order of their first members; inside, the first published comes first.
func utterances(s *ledger.Snapshot, voices []voice) [][]voice {
	var groups [][]voice
	for _, v := range voices {
		merged := []voice{v}
		groups = slices.DeleteFunc(groups, func(g []voice) bool {
			same := slices.ContainsFunc(g, func(w voice) bool { return sameUtterance(s, v.Statement, w.Statement) })
			if same {
				merged = append(merged, g...)
			}
			return same
		})
		groups = append(groups, merged)
	}
	for _, g := range groups {
		slices.SortFunc(g, func(a, b voice) int { return comparePublished(s, a.Statement, b.Statement) })
	}
	slices.SortFunc(groups, func(a, b []voice) int { return ledger.Compare(a[0].Statement, b[0].Statement) })
	return groups
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
