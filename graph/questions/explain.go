package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// Explanation is why a cell has its position, or why it has none.
type Explanation struct {
	Label       string       `json:"label"`
	Position    Position     `json:"position"`
	Words       []string     `json:"words"`      // the explanation in sentences, in the order of the argument
	Deciding    []Passage    `json:"deciding"`   // newest first
	Counted     []Passage    `json:"counted"`    // the others that count, newest first
	LeftOut     []Excluded   `json:"left_out"`   // newest first
	Empty       string       `json:"empty"`      // why there is no position: EmptyNothing, or the reason of the statement that came nearest; "" where there is one
	Unresolved  []Unresolved `json:"unresolved"` // statements on the proposition by actors that the codebook lacks, of a name like this one
	AsGroup     int          `json:"as_group"`   // statements of others that the pool of this actor as a group would add; 0 where it is asked as one
	Independent Independence `json:"independent"`
}

// Excluded is a statement that does not count.
type Excluded struct {
	Passage
	Reason     Reason   `json:"reason"`
	Parameters []string `json:"parameters"` // of the filter, that keep it out; empty for other reasons
}

// Unresolved is an actor that the codebook lacks.
type Unresolved struct {
	Actor string `json:"actor"` // "NEW:Label"
	N     int    `json:"n"`     // its statements on the proposition
}

// EmptyNothing is why a cell is empty on which there is no statement at all.
const EmptyNothing = "no statement at all"

// Explain returns one explanation for a proposition, or one for each
// proposition of an issue.
//
// Errors are those of Evidence.
func Explain(s *ledger.Snapshot, f Filter, ref CellRef) ([]Explanation, error) {
	if err := ref.check(s, f); err != nil {
		return nil, err
	}
	if ref.Proposition != "" {
		return []Explanation{explain(s, f, ref, firstIssue(s, ref.Proposition))}, nil
	}
	list := []Explanation{}
	for _, c := range propositionColumns(s, ref.Issue) {
		one := ref
		one.Proposition = c.ID
		list = append(list, explain(s, f, one, ref.Issue))
	}
	return list, nil
}

func explain(s *ledger.Snapshot, f Filter, ref CellRef, issue string) Explanation {
	all := pool(s, ref.Actor, ref.Group, ref.Proposition)
	v := judge(s, f, all)
	slices.SortFunc(v.counted, newestFirst)
	slices.SortFunc(v.leftOut, func(a, b outcast) int { return newestFirst(a.voice, b.voice) })
	e := Explanation{Label: s.Codebook.ActorLabel(ref.Actor), Deciding: []Passage{}, Counted: []Passage{}, LeftOut: []Excluded{},
		Unresolved: unresolved(s, ref), Independent: independence(s, f, append(v.relayed(), v.counted...))}
	e.Position = position(s, f, Position{Actor: ref.Actor, Group: ref.Group, Issue: issue, Proposition: ref.Proposition}, v)
	for _, one := range v.counted {
		list := &e.Counted
		if slices.Contains(e.Position.Deciding, one.ID) {
			list = &e.Deciding
		}
		*list = append(*list, passageOf(s, f, one))
	}
	for _, one := range v.leftOut {
		e.LeftOut = append(e.LeftOut, Excluded{passageOf(s, f, one.voice), one.reason, f.excluding(s, one)})
	}
	if !ref.Group {
		e.AsGroup = len(pool(s, ref.Actor, true, ref.Proposition)) - len(all)
	}
	e.Empty = emptiness(e.Position)
	e.Words = e.words(s, f)
	return e
}

// emptiness is "" where something counts, else the reason that the statements
// which came nearest to counting have: reasons are tried in order, so the last
// in that order came nearest.
func emptiness(p Position) string {
	switch {
	case p.N > 0:
		return ""
	case len(p.LeftOut) == 0:
		return EmptyNothing
	}
	return string(p.LeftOut[len(p.LeftOut)-1].Reason)
}

// excluding names the parameters of the filter that a statement does not pass,
// each taken alone.
func (f Filter) excluding(s *ledger.Snapshot, o outcast) []string {
	names := []string{}
	if o.reason != ReasonFiltered {
		return names
	}
	for _, p := range parameters {
		if values := p.print(f); len(values) > 0 {
			var alone Filter
			p.read(&reader{s: s, name: p.Name}, &alone, values)
			if !alone.matches(s, o.voice) {
				names = append(names, p.Name)
			}
		}
	}
	return names
}
