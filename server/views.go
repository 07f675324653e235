package server

import "github.com/stancegraph/stancegraph/graph/questions"

// viewLink is another way to look at the same selection.
type viewLink struct{ Label, URL string }

// otherViews are the matrix, the timeline and the network of the selection of a
// page that is one of them, with the same actors or groups.
func otherViews(p place, f questions.Filter, rows questions.Rows) []viewLink {
	nodes := "actor"
	if rows == questions.RowsGroups {
		nodes = "organization"
	}
	all := []viewLink{
		{"Matrix", place{path: "/matrix"}.with("rows", string(rows)).at(f.Values())},
		{"Timeline", place{path: "/timeline"}.with("rows", string(rows)).at(f.Values())},
		{"Network", place{path: "/network"}.with("var1", nodes).at(without(f.Values(), notOfNetworks...))},
	}
	var list []viewLink
	for i, path := range []string{"/matrix", "/timeline", "/network"} {
		if path != p.path {
			list = append(list, all[i])
		}
	}
	return list
}
