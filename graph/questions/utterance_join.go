package questions

import (
	"slices"
	"strings"
	"unicode"

	"github.com/cespare/xxhash/v2"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// chains joins the voices that report one utterance, of those that agree in what
// was said and when: that have a relay in common, or nearly the same words. It
// does not compare every two, but looks up who else has a relay, or three words
// in a row.
func chains(s *ledger.Snapshot, voices []voice) [][]voice {
	if len(voices) == 1 {
		return [][]voice{voices}
	}
	j := newJoiner(len(voices))
	j.joinRelays(s, voices)
	j.joinWords(voices)
	groups := make([][]voice, len(voices))
	for i, v := range voices {
		groups[j.root(i)] = append(groups[j.root(i)], v)
	}
	return slices.DeleteFunc(groups, func(g []voice) bool { return len(g) == 0 })
}

// joiner says which voices are joined, by their places: each leads to another
// one of its chain, and the last to itself.
type joiner []int

func newJoiner(n int) joiner {
	j := make(joiner, n)
	for i := range j {
		j[i] = i
	}
	return j
}

func (j joiner) root(i int) int {
	for j[i] != i {
		j[i] = j[j[i]] // the next way is shorter
		i = j[i]
	}
	return i
}

func (j joiner) join(a, b int) { j[j.root(a)] = j.root(b) }

// joinRelays joins those behind which one agency stands: both name it in via, or
// one names the outlet of the other. Nameless relays ("unnamed sources") are
// nobody in particular and never shared.
func (j joiner) joinRelays(s *ledger.Snapshot, voices []voice) {
	names, relayed := namelessOf(s), map[string]int{}
	for i, v := range voices {
		for _, relay := range v.Via {
			if names.has(relay) {
				continue
			}
			if other, ok := relayed[folded(relay)]; ok {
				j.join(i, other)
			} else {
				relayed[folded(relay)] = i
			}
		}
	}
	for i, v := range voices {
		if other, ok := relayed[folded(outlet(s, v.Statement))]; ok {
			j.join(i, other)
		}
	}
}

// folded is the same for texts that strings.EqualFold takes for equal.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, text)
}

// joinWords joins near-duplicates: those of which the shorter has at least half
// of its three-word runs in the other, which is the containment of A. Broder, On
// the resemblance and containment of documents, 1997. Passages of fewer than
// three words are compared whole.
func (j joiner) joinWords(voices []voice) {
	same, having := map[string]int{}, map[uint64][]int{}
	runs, common := make([]int, len(voices)), make([]int, len(voices))
	for i, v := range voices {
		if other, ok := same[v.Evidence]; ok {
			if runs[other] > 0 {
				j.join(i, other)
			}
			continue
		}
		same[v.Evidence] = i
		set := shingles(v.Evidence)
		runs[i] = len(set)
		var near []int
		for run := range set {
			for _, other := range having[run] {
				if common[other]++; common[other] == 1 {
					near = append(near, other)
				}
			}
			having[run] = append(having[run], i)
		}
		for _, other := range near {
			if 2*common[other] >= min(runs[i], runs[other]) {
				j.join(i, other)
			}
			common[other] = 0
		}
	}
}

// shingle is how many words make one unit of a comparison of texts.
const shingle = 3

// shingles are the hashed runs of words, case and punctuation aside.
func shingles(text string) map[uint64]bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	set := map[uint64]bool{}
	for i := range max(min(1, len(words)), len(words)-shingle+1) {
		set[xxhash.Sum64String(strings.Join(words[i:min(i+shingle, len(words))], " "))] = true
	}
	return set
}
