package server

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// codebookTitle is what the corpus is called: the title of the codebook, or
// its name.
func codebookTitle(cb *schema.Codebook) string {
	switch {
	case cb.Title != "":
		return cb.Title
	case cb.Name != "":
		return humanised(cb.Name)
	}
	return "Stancegraph"
}

// humanised is a name of the form "ukraine-peace-2025" as a title.
func humanised(name string) string {
	return capitalised(strings.ReplaceAll(name, "-", " "))
}

// mostHeard are the actors with the most statements; equals stay in the order
// of the codebook.
func mostHeard(list []actorItem) []actorItem {
	list = slices.DeleteFunc(slices.Clone(list), func(a actorItem) bool { return a.Statements == 0 })
	slices.SortStableFunc(list, func(a, b actorItem) int { return cmp.Compare(b.Statements, a.Statements) })
	return list[:min(len(list), speakersShown)]
}

// writeSummary prints the counts of the front page, one a row.
func writeSummary(w io.Writer, a summary) error {
	t := table{head: []string{"what", "id", "statements"}, rows: [][]string{{"graph", a.Version, strconv.Itoa(a.Statements)}}}
	for _, i := range a.Issues {
		t.rows = append(t.rows, []string{"issue", i.ID, strconv.Itoa(i.Statements)})
	}
	for _, s := range a.Sources {
		t.rows = append(t.rows, []string{"source", s.ID, strconv.Itoa(s.Statements)})
	}
	return t.write(w)
}
