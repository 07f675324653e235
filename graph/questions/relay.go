package questions

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

func outlet(s *ledger.Snapshot, st *schema.Statement) string {
	if src := s.Sources[st.Source]; src != nil {
		return src.Outlet
	}
	return ""
}

// nameless are the IDs, labels and aliases of actors of kind anonymous, in
// lower case.
type nameless map[string]bool

// namelessOf are those of a snapshot, found out once: every cell asks for them.
func namelessOf(s *ledger.Snapshot) nameless {
	type key struct{}
	return s.Derived(key{}, func() any { return namelessIn(s.Codebook) }).(nameless)
}

func namelessIn(cb *schema.Codebook) nameless {
	names := nameless{}
	for _, a := range cb.Actors {
		if a.Kind == schema.KindAnonymous {
			for _, name := range append([]string{a.ID, a.Label}, a.Aliases...) {
				names[strings.ToLower(name)] = true
			}
		}
	}
	return names
}

// has reports whether a relay or an actor has no name: it is one of those, or
// called "unnamed" or "anonymous", as the coding manual asks where a source
// gives no name.
func (n nameless) has(name string) bool {
	name = strings.ToLower(strings.TrimPrefix(name, schema.NewActorPrefix))
	return n[name] || slices.ContainsFunc(strings.Fields(name), func(word string) bool { return word == "unnamed" || word == "anonymous" })
}
