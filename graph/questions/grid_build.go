package questions

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// mostAtATime is how many rows a worker takes at a time.
const mostAtATime = 64

// BuildGrid returns the positions of actors on propositions. No actors are
// everybody who made or signed a statement, in the order of the codebook,
// unregistered ones after them by ID; no propositions are all that have a
// statement, by ID.
//
// Errors are of kind usage for a bad filter, not-found for an actor or a
// proposition that does not exist.
func BuildGrid(s *ledger.Snapshot, f Filter, actors, propositions []string) (*Grid, error) {
	if actors == nil {
		actors = everybodyIn(s)
	}
	if propositions == nil {
		propositions = s.Propositions()
	}
	g := &Grid{Actors: actors, Propositions: propositions}
	return g, g.Fill(s, f)
}

// Fill computes the cells again, for another filter or another day, in the
// memory of the last time: who goes through the days one by one need not make a
// grid for each. Errors are those of BuildGrid.
func (g *Grid) Fill(s *ledger.Snapshot, f Filter) error {
	if err := f.Check(); err != nil {
		return err
	}
	rows, columns, err := g.codes(s)
	if err != nil {
		return err
	}
	g.AsOf, g.Rule, g.HalfLife, g.Version = f.AsOfIn(s), f.rule(), f.shownHalfLife(), s.Version
	if cells := len(g.Actors) * len(g.Propositions); len(g.Cells) != cells {
		g.Cells = make([]GridCell, cells)
	}
	eachShare(len(rows), func() func(int) {
		b := newGridBuilder(s, f, g, columns)
		return func(i int) {
			row := g.Cells[i*len(g.Propositions) : (i+1)*len(g.Propositions)]
			clear(row)
			if rows[i] != silent {
				b.fillRow(rows[i], row)
			}
		}
	})
	return nil
}

// eachShare deals out rows to the processors, a share to whoever is idle: no
// row depends on another. One call of start is one worker; they are called one
// after the other.
func eachShare(rows int, start func() (do func(row int))) {
	share := min(mostAtATime, 1+rows/16)
	shares := (rows + share - 1) / share
	var next atomic.Int64
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), shares) {
		do := start()
		done.Go(func() {
			for k := int(next.Add(1)) - 1; k < shares; k = int(next.Add(1)) - 1 {
				for row := k * share; row < min(rows, (k+1)*share); row++ {
					do(row)
				}
			}
		})
	}
	done.Wait()
}

// codes returns the codes of the rows, and the column of each proposition by
// its code, plus 1; 0 is none.
func (g *Grid) codes(s *ledger.Snapshot) (rows []uint32, columns []int32, err error) {
	c := s.Columns()
	rows, columns = make([]uint32, len(g.Actors)), make([]int32, c.Propositions.Len())
	for j, id := range g.Propositions {
		if code, ok := c.Propositions.Code(id); ok {
			columns[code] = int32(j) + 1
		} else if err := known("proposition", id, propositionNames(s)); err != nil {
			return nil, nil, err
		}
	}
	for i, id := range g.Actors {
		code, ok := c.Actors.Code(id)
		if !ok {
			if err := known("actor", id, actorNames(s)); err != nil {
				return nil, nil, err
			}
			code = silent
		}
		rows[i] = code
	}
	return rows, columns, nil
}
