package coded

import "github.com/stancegraph/stancegraph/schema"

// finder finds the entries of a codebook by the names that tables have.
type finder struct {
	ids    map[string]bool
	byName map[string]string // label, alias or what the table called it -> ID; "" where two have it
}

func newFinder() *finder { return &finder{ids: map[string]bool{}, byName: map[string]string{}} }

func (f *finder) add(id string, names ...string) {
	f.ids[id] = true
	for _, name := range names {
		if other, there := f.byName[name]; there && other != id {
			f.byName[name] = ""
			continue
		}
		f.byName[name] = id
	}
}

// find returns the ID of an entry: by its ID, else by a name that no other has.
func (f *finder) find(name string) (id string, ok bool) {
	if f.ids[name] {
		return name, true
	}
	id = f.byName[name]
	return id, id != ""
}

func (f *finder) taken(id string) bool { return f.ids[id] }

// names yields IDs and names, for messages.
func (f *finder) names(yield func(string) bool) {
	for id := range f.ids {
		if !yield(id) {
			return
		}
	}
	for name := range f.byName {
		if !yield(name) {
			return
		}
	}
}

func actorFinder(cb *schema.Codebook) *finder {
	f := newFinder()
	for i := range cb.Actors {
		f.add(cb.Actors[i].ID, append([]string{cb.Actors[i].Label}, cb.Actors[i].Aliases...)...)
	}
	return f
}

// propositionFinder knows propositions by their label and by the definition
// that an import gave them: "rcid R/1/66" is what another table calls R/1/66.
func propositionFinder(cb *schema.Codebook) *finder {
	f := newFinder()
	for i := range cb.Issues {
		for _, p := range cb.Issues[i].Propositions {
			f.add(p.ID, p.Label, p.Definition)
		}
	}
	return f
}

func issueFinder(cb *schema.Codebook) *finder {
	f := newFinder()
	for i := range cb.Issues {
		f.add(cb.Issues[i].ID, cb.Issues[i].Label)
	}
	return f
}
