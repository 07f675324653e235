package server

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// known returns an error of kind usage that names what the page does not read
// in the query: a misspelt parameter would be a default that nobody asked for.
func (r *request) known() error {
	unknown := r.unknown()
	if len(unknown) == 0 {
		return nil
	}
	allowed := taken(r.route)
	var said []string
	for _, name := range unknown {
		said = append(said, strconv.Quote(name)+schema.DidYouMean(name, slices.Values(allowed)))
	}
	hint := "take it out of the address; this page takes no parameters"
	if len(allowed) > 0 {
		plain := slices.DeleteFunc(slices.Clone(allowed), func(name string) bool { return strings.HasPrefix(name, notPrefix) })
		hint = "take it out, or write one of " + strings.Join(plain, ", ")
	}
	return schema.Errorf(schema.KindUsage, hint, "this page does not know the parameter %s", strings.Join(said, " and "))
}

// unknown are the names in the query that the page does not read, in order.
func (r *request) unknown() []string {
	if len(r.query) == 0 || r.route == "" {
		return nil
	}
	allowed := taken(r.route)
	return slices.DeleteFunc(keysOf(r.query), func(name string) bool { return slices.Contains(allowed, name) })
}

// taken are the names of the parameters that a route reads, in order.
func taken(route string) []string {
	var names []string
	for _, op := range operations {
		if op.path != route {
			continue
		}
		names = append(names, op.screen...)
		for _, p := range op.parameters() {
			if p["in"] == "query" {
				names = append(names, p["name"].(string))
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
