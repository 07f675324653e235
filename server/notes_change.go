package server

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// replaced are the IDs of notes that stand no more, because who wrote them has
// changed them or taken them away. The graph keeps both. What somebody else
// says to take the place of a note does not.
func replaced(s *ledger.Snapshot) map[string]bool {
	type key struct{}
	return s.Derived(key{}, func() any {
		by, past := map[string]*schema.Annotation{}, map[string]bool{}
		for i := range s.Annotations {
			if a := &s.Annotations[i]; a.IsNote() {
				by[a.ID] = a
			}
		}
		for _, a := range by {
			before, ok := by[a.Variables[schema.NoteRevises]]
			if ok && before.Coder == a.Coder && before.Source == a.Source && before.Variables[schema.NoteStatement] == a.Variables[schema.NoteStatement] {
				past[before.ID] = true
			}
		}
		return past
	}).(map[string]bool)
}

// revises puts into a note which one it takes the place of: one that stands on
// the same page, by the same name.
func (f noteForm) revises(r *request, a *schema.Annotation) error {
	if f.Revises == "" {
		if f.Remove {
			return schema.Errorf(schema.KindUsage, "send revises with the ID of the note", "it is not said which note is to be removed")
		}
		return nil
	}
	list := notesIn(r.store).on(a.Source)
	at := slices.IndexFunc(list, func(n note) bool {
		return n.ID == f.Revises && n.Statement == a.Variables[schema.NoteStatement]
	})
	switch {
	case at < 0:
		return schema.Errorf(schema.KindUsage, "look at the notes as they are now", "the note was changed or removed in the meantime: %w", errOvertaken)
	case list[at].Coder != a.Coder:
		return schema.Errorf(schema.KindUsage, "write a note of your own beside it", "the note is by %q: %w", list[at].Coder, errRefused)
	}
	a.Variables[schema.NoteRevises] = f.Revises
	return nil
}
