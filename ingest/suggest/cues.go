package suggest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// MaxCues bounds the proposals for one proposition.
const MaxCues = 5

// Cue is a wording that a proposition could be found by.
type Cue struct {
	Issue       string  `json:"issue"`
	Proposition string  `json:"proposition"`
	Any         string  `json:"any"` // as it is mostly written
	Counts      Counts  `json:"counts"`
	New         int     `json:"new"` // passages that no cue of the proposition, and no proposal before, finds
	Score       float64 `json:"score"`
	Example     string  `json:"example"` // one of the new passages
}

// Cues proposes cues, in the order of the codebook's propositions. Statements
// on propositions that the codebook lacks count among the others.
func Cues(cb *schema.Codebook, coded []Coded) []Cue {
	m := newMaterial(cb, passages(coded))
	var list []Cue
	for _, issue := range cb.Issues {
		for i := range issue.Propositions {
			list = append(list, m.propose(issue.ID, &issue.Propositions[i])...)
		}
	}
	return list
}

// material is what all proposals are made from.
type material struct {
	passages []*passage
	runs     []map[string]bool // by passage
	written  spellings
	total    map[string]int // passages with a run
}

func newMaterial(cb *schema.Codebook, list []*passage) *material {
	m := &material{passages: list, written: spellings{}, total: map[string]int{}}
	known := newNames(cb)
	for _, p := range list {
		set := map[string]bool{}
		for _, f := range runsOf(p.tokens, known.hide(p.tokens)) {
			set[f.key] = true
			m.written.add(f)
		}
		for key := range set {
			m.total[key]++
		}
		m.runs = append(m.runs, set)
	}
	return m
}

// propose takes one run after the other, each time the one that finds the most
// passages which are not found yet.
func (m *material) propose(issue string, p *schema.Proposition) []Cue {
	var own, missed []int
	found := newFinder(p)
	for i, passage := range m.passages {
		if passage.propositions[p.ID] {
			own = append(own, i)
			if !found.in(passage.tokens) {
				missed = append(missed, i)
			}
		}
	}
	candidates := m.candidates(own)
	var list []Cue
	for len(missed) > 0 && len(list) < MaxCues {
		best, ok := m.best(candidates, missed)
		if !ok {
			break
		}
		best.Issue, best.Proposition = issue, p.ID
		list = append(list, best.Cue)
		missed = slices.DeleteFunc(missed, func(i int) bool { return m.runs[i][best.key] })
	}
	return list
}

// candidate is a run that tells a proposition from the others.
type candidate struct {
	key string
	Cue
}

func (m *material) candidates(own []int) []candidate {
	here := map[string]int{}
	for _, i := range own {
		for key := range m.runs[i] {
			here[key]++
		}
	}
	var list []candidate
	for _, key := range slices.Sorted(maps.Keys(here)) {
		c := Counts{Here: here[key], Of: len(own), Others: m.total[key] - here[key], Rest: len(m.passages) - len(own)}
		if c.Here >= 2 && c.telling() {
			list = append(list, candidate{key, Cue{Any: m.written.usual(key), Counts: c, Score: c.score()}})
		}
	}
	return list
}

// best is the candidate that finds the most of the missed passages; then the
// one with the better score, the longer one, the first by letters.
func (m *material) best(candidates []candidate, missed []int) (candidate, bool) {
	for i := range candidates {
		c := &candidates[i]
		c.New = 0
		for _, at := range missed {
			if !m.runs[at][c.key] {
				continue
			}
			if c.New++; c.New == 1 {
				c.Example = m.passages[at].text
			}
		}
	}
	if len(candidates) == 0 {
		return candidate{}, false
	}
	top := slices.MinFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.New, a.New), cmp.Compare(b.Score, a.Score), cmp.Compare(strings.Count(b.key, " "), strings.Count(a.key, " ")), cmp.Compare(a.key, b.key))
	})
	return top, top.New > 0
}
