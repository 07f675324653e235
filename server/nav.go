package server

import (
	"slices"
	"strings"
)

// navGroup is a group of pages under one word. The layout shows the words, and
// the pages of the group that the reader is in: two quiet lines of links
// instead of menus.
type navGroup struct {
	Label   string
	Items   []navItem
	Current bool
}

type navItem struct {
	Label, URL string
	Current    bool
}

// URL is the first page of the group.
func (g navGroup) URL() string { return g.Items[0].URL }

// navGroups are the pages that can be reached from everywhere. What belongs to
// one of them, such as an actor to the actors, stands below its path.
var navGroups = []navGroup{
	{Label: "Positions", Items: []navItem{{Label: "Matrix", URL: "/matrix"}, {Label: "Timeline", URL: "/timeline"}, {Label: "Network", URL: "/network"}}},
	{Label: "Changes", Items: []navItem{{Label: "Compare", URL: "/compare"}, {Label: "Shifts", URL: "/shifts"}, {Label: "Conflicts", URL: "/conflicts"}, {Label: "Coders", URL: "/agreement"}}},
	{Label: "Material", Items: []navItem{{Label: "Issues", URL: "/issues"}, {Label: "Actors", URL: "/actors"}, {Label: "Sources", URL: "/sources"}, {Label: "Data", URL: "/data"}, {Label: "Export", URL: "/export"}, {Label: "Add an article", URL: "/add"}}},
	{Label: "Search", Items: []navItem{{Label: "Search", URL: "/search"}, {Label: "Query console", URL: "/query"}}},
	{Label: "Method", Items: []navItem{{Label: "Positions", URL: "/help/positions"}, {Label: "Changes", URL: "/help/changes"}, {Label: "Networks", URL: "/help/networks"}, {Label: "Coding", URL: "/help/coding"}, {Label: "Views", URL: "/help/views"}, {Label: "Codebook", URL: "/codebook"}}},
}

// within are pages that belong to one of another path.
var within = map[string]string{"/cell": "/matrix", "/propositions": "/issues", "/statements": "/sources", "/review": "/add", "/import": "/add"}

// nav is the navigation as seen from a page.
func (s *site) nav(path string) []navGroup {
	for below, page := range within {
		if isBelow(path, below) {
			path = page
		}
	}
	var list []navGroup
	for _, g := range navGroups {
		g.Items = slices.DeleteFunc(slices.Clone(g.Items), func(i navItem) bool { return !s.isPage(i.URL) })
		for i := range g.Items {
			g.Items[i].Current = isBelow(path, g.Items[i].URL)
			g.Current = g.Current || g.Items[i].Current
		}
		if len(g.Items) > 0 {
			list = append(list, g)
		}
	}
	return list
}

// isPage reports whether there is a route for an address; those of the help
// share one.
func (s *site) isPage(url string) bool {
	return s.pages[url] || s.pages["/help/:id"] && strings.HasPrefix(url, "/help/")
}

func isBelow(path, page string) bool { return path == page || strings.HasPrefix(path, page+"/") }
