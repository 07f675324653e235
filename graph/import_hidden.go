package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// hidden reports whether what an import run brought is not to be seen: the run
// is not complete.
func (c *contents) hidden(run string) bool { return run != "" && !c.imports[run].Complete }

// hiddenCodebooks returns the versions that only an interrupted import has
// brought, by "name/version".
func (c *contents) hiddenCodebooks() map[string]bool {
	refs := map[string]bool{}
	for _, r := range c.imports {
		if !r.Complete && c.isNewer(r.Codebook) {
			refs[r.Codebook] = true
		}
	}
	return refs
}

// isNewer reports whether a codebook is a later version than the current one: a
// version that only an interrupted import has brought. Another import may have
// needed the same one and made it current since.
func (c *contents) isNewer(ref string) bool {
	cb, ok := c.codebooks[ref]
	if !ok {
		return false
	}
	current, ok := c.codebooks[c.current]
	return !ok || compareVersions(cb.Version, current.Version) > 0
}

// seenCodebooks lists the versions of the codebook that are not hidden, the
// oldest first.
func (c *contents) seenCodebooks() []*schema.Codebook {
	hidden := c.hiddenCodebooks()
	var seen []*schema.Codebook
	for ref, cb := range c.codebooks {
		if !hidden[ref] {
			seen = append(seen, cb)
		}
	}
	slices.SortFunc(seen, func(a, b *schema.Codebook) int {
		return cmp.Or(compareVersions(a.Version, b.Version), strings.Compare(a.Version, b.Version)) // 1.0 and 1.00 are two
	})
	return seen
}

// ImportState is how far an import is that was not written to its end.
type ImportState struct {
	ID         string `json:"id"`
	File       string `json:"file"`
	Written    int    `json:"written"`
	Statements int    `json:"statements"`
}

// Interrupted returns the imports that were begun and not finished, by file.
func (s *Store) Interrupted() []ImportState {
	s.mem.RLock()
	defer s.mem.RUnlock()
	return s.contents.interrupted()
}

func (c *contents) interrupted() []ImportState {
	states := map[string]*ImportState{}
	for id, r := range c.imports {
		if !r.Complete {
			states[id] = &ImportState{ID: id, File: r.File, Statements: r.Statements}
		}
	}
	if len(states) == 0 {
		return nil
	}
	for _, r := range c.statements {
		if state, ok := states[r.Import]; ok {
			state.Written++
		}
	}
	var list []ImportState
	for _, state := range states {
		list = append(list, *state)
	}
	slices.SortFunc(list, func(a, b ImportState) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.ID, b.ID))
	})
	return list
}

// ImportWritten returns how many statements an import run has brought, and
// whether it is complete. A run that was never begun has brought none.
func (s *Store) ImportWritten(id string) (written int, complete bool) {
	s.mem.RLock()
	defer s.mem.RUnlock()
	run, begun := s.contents.imports[id]
	if !begun {
		return 0, false
	}
	for _, r := range s.contents.statements {
		if r.Import == id {
			written++
		}
	}
	return written, run.Complete
}
