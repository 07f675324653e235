package questions

import (
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// inOrder returns actors, each once: registered ones as in the codebook, then
// the others by ID.
func inOrder(s *ledger.Snapshot, actors []string) []string {
	asked := make(map[string]bool, len(actors))
	for _, id := range actors {
		asked[id] = true
	}
	list := make([]string, 0, len(actors))
	for _, a := range s.Codebook.Actors {
		if asked[a.ID] {
			list = append(list, a.ID)
			delete(asked, a.ID)
		}
	}
	return slices.AppendSeq(list, slices.Values(slices.Sorted(maps.Keys(asked))))
}
