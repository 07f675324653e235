package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// speakers are those who are heard on a line so far, with their own positions by
// the same rule.
type speakers struct {
	c       *ledger.Columns
	ruler   ruler
	heard   []string // IDs, sorted; a new list for every new name
	ballots []ballot
	alone   bool           // there will be one only, who disagrees with nobody
	at      map[uint32]int // of the list
	list    []speaker
	stirred []int // whose position may have changed
	support int   // how many of them support
	oppose  int
}

type speaker struct {
	course  course
	sign    sign // of the own position; 0 where that is undecided or mixed
	stirred bool
}

// begin takes the ballots of a line, of which none counts yet.
func (sp *speakers) begin(ballots []ballot) {
	*sp = speakers{c: sp.c, ruler: sp.ruler, ballots: ballots, heard: []string{}, stirred: sp.stirred[:0], list: sp.list[:0]}
	sp.alone = !slices.ContainsFunc(ballots, func(b ballot) bool { return b.speaker != ballots[0].speaker })
	if sp.alone {
		sp.heard = []string{sp.c.Actors.Text(ballots[0].speaker)}
		return
	}
	sp.at = map[uint32]int{}
}

// to goes on to a day: with ballots that are new, by their places, and others
// that have closed.
func (sp *speakers) to(day schema.Day, fresh []int32, closed []ballot) {
	if sp.alone {
		return
	}
	sp.ruler.asOf = day
	for _, at := range fresh {
		sp.stir(sp.ballots[at]).course.take(sp.ballots[at])
	}
	for _, b := range slices.Backward(closed) { // the oldest first
		sp.stir(b).course.close(&sp.ruler, b)
	}
	stirred := sp.stirred
	sp.stirred = sp.stirred[:0]
	for _, at := range stirred {
		one := &sp.list[at]
		sp.count(one.sign, -1)
		one.sign = 0
		if d := sp.ruler.follow(&sp.ruler, &one.course); !d.mixed() {
			one.sign = signOf(d.value)
		}
		sp.count(one.sign, 1)
		// What is open weighs as much tomorrow, and the rest less.
		if one.stirred = one.course.dated != one.course.closed; one.stirred {
			sp.stirred = append(sp.stirred, at)
		}
	}
}

// stir finds a speaker whose position may change.
func (sp *speakers) stir(b ballot) *speaker {
	at, known := sp.at[b.speaker]
	if !known {
		at = len(sp.list)
		sp.at[b.speaker], sp.list = at, append(sp.list, speaker{})
		name := sp.c.Actors.Text(b.speaker)
		i, _ := slices.BinarySearch(sp.heard, name)
		sp.heard = slices.Insert(slices.Clone(sp.heard), i, name)
	}
	if !sp.list[at].stirred {
		sp.list[at].stirred, sp.stirred = true, append(sp.stirred, at)
	}
	return &sp.list[at]
}

func (sp *speakers) count(s sign, times int) {
	sp.support += times * one(s == supporting)
	sp.oppose += times * one(s == opposing)
}

func signOf(value float64) sign {
	switch {
	case value > 0:
		return supporting
	case value < 0:
		return opposing
	}
	return undeciding
}

// disagree reports whether own positions have opposite signs.
func (sp *speakers) disagree() bool { return sp.support > 0 && sp.oppose > 0 }
