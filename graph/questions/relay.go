package questions

import (
	"slices"
	"strings"
	"unicode"

	"github.com/cespare/xxhash/v2"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// sameUtterance reports whether two statements report one utterance: the same
// actor, proposition, stance and known date and, besides, a relay in common or
// nearly the same words.
func sameUtterance(s *ledger.Snapshot, a, b *schema.Statement) bool {
	return a.Actor == b.Actor && a.Proposition == b.Proposition && a.Stance == b.Stance &&
		!a.Date.IsZero() && ledger.CompareDates(a.Date, b.Date) == 0 &&
		(shareRelay(s, a, b) || nearDuplicate(a.Evidence, b.Evidence))
}

// shareRelay reports whether one agency stands behind both: both name it in
// via, or one names the outlet of the other. Nameless relays ("unnamed
// sources") are nobody in particular and never shared.
func shareRelay(s *ledger.Snapshot, a, b *schema.Statement) bool {
	behind := func(st *schema.Statement) func(string) bool {
		return func(relay string) bool {
			named := func(other string) bool { return strings.EqualFold(relay, other) }
			return (named(outlet(s, st)) || slices.ContainsFunc(st.Via, named)) && !namelessOf(s).has(relay)
		}
	}
	return slices.ContainsFunc(a.Via, behind(b)) || slices.ContainsFunc(b.Via, behind(a))
}

func outlet(s *ledger.Snapshot, st *schema.Statement) string {
	if src := s.Sources[st.Source]; src != nil {
		return src.Outlet
	}
	return ""
}

// nameless are the IDs, labels and aliases of actors of kind anonymous, in
// lower case.
type nameless map[string]bool

// namelessOf are those of a snapshot, found out once: every two reports of an
// utterance ask for them.
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

// shingle is how many words make one unit of a comparison of texts.
const shingle = 3

// nearDuplicate reports whether the shorter of two passages has at least half
// of its three-word runs in the other: the containment of A. Broder, On the
// resemblance and containment of documents, 1997. Passages of fewer than three
// words are compared whole.
func nearDuplicate(a, b string) bool {
	x, y := shingles(a), shingles(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	common := 0
	for h := range x {
		if y[h] {
			common++
		}
	}
	return len(x) > 0 && 2*common >= len(x)
}

// shingles are the hashed runs of words, case and punctuation aside.
func shingles(text string) map[uint64]bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	set := map[uint64]bool{}
	for i := range max(min(1, len(words)), len(words)-shingle+1) {
		set[xxhash.Sum64String(strings.Join(words[i:min(i+shingle, len(words))], " "))] = true
	}
	return set
}
