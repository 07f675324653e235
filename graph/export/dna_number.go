package export

import (
	"cmp"
	"maps"
	"slices"
)

// number gives numbers to what has none yet: coders by name, documents and
// statements after those that came from DNA.
func (d *dna) number() {
	names := map[string]bool{}
	for _, st := range d.statements {
		names[st.coder] = true
	}
	if d.coders = slices.Sorted(maps.Keys(names)); len(d.coders) == 0 {
		d.coders = []string{"Admin"}
	}
	d.register()
	variables := 0
	for i, t := range d.types {
		t.id = i + 1
		for _, v := range t.variables {
			variables++
			v.id = variables
		}
	}
	for _, st := range d.statements {
		for _, v := range st.kind.variables {
			if v.kind == dnaShort {
				v.entity(st.values[v.name])
			}
		}
	}
	for _, t := range d.types {
		for _, v := range t.variables {
			for _, e := range v.entities {
				d.entities++
				e.id = d.entities
			}
		}
	}
	free(d.documents, func(doc *dnaDocument) *int64 { return &doc.id })
	free(d.statements, func(st *dnaStatement) *int64 { return &st.id })
	slices.SortFunc(d.documents, func(a, b *dnaDocument) int { return cmp.Compare(a.id, b.id) })
	slices.SortFunc(d.statements, func(a, b *dnaStatement) int { return cmp.Compare(a.id, b.id) })
}

// free numbers what has no number, or one that another has.
func free[T any](list []T, id func(T) *int64) {
	taken, last := map[int64]bool{}, int64(0)
	for _, x := range list {
		n := id(x)
		if *n <= 0 || taken[*n] {
			*n = 0
			continue
		}
		taken[*n] = true
		last = max(last, *n)
	}
	for _, x := range list {
		if n := id(x); *n == 0 {
			last++
			*n = last
		}
	}
}

// coder is the number of a coder; nobody is the first.
func (d *dna) coder(name string) int { return max(slices.Index(d.coders, name), 0) + 1 }
