package server

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// links builds every address of the web view. It keeps the filter of the page
// that it is used on, so that a reader who moved the date stays at that date.
// The zero value keeps nothing.
type links struct {
	filter url.Values
	whole  bool // what is the default is said, too
}

func linksOf(f questions.Filter) links { return links{filter: f.Values()} }

// onDay are links under a filter, on another day.
func onDay(f questions.Filter, d schema.Day) links {
	f.AsOf = &d
	return linksOf(f)
}

// Home is the front page.
func (l links) Home() string { return "/" }

// Issues, Actors and Sources are the lists of what there is.
func (l links) Issues() string { return address("/issues", l.kept()) }

// Actors is the list of actors.
func (l links) Actors() string { return address("/actors", l.kept()) }

// Sources is the list of sources.
func (l links) Sources() string { return "/sources" }

// Search finds what was typed in a place ("" for everywhere), under the filter;
// pages count from 1.
func (l links) Search(typed, in string, page int) string {
	q := copied(l.filter)
	if typed != "" {
		q.Set("q", typed)
	}
	if in != "" {
		q.Set("in", in)
	}
	if page > 1 {
		q.Set("page", strconv.Itoa(page))
	}
	return address("/search", q)
}

// Export is the list of formats or, when one is named, the file, under the
// filter. rows are those of a comparison table; "" are groups.
func (l links) Export(format string, rows questions.Rows) string {
	q := copied(l.filter)
	if format != "" {
		q.Set("format", format)
	}
	if rows == questions.RowsActors && strings.HasPrefix(format, tablePrefix) {
		q.Set("rows", string(rows))
	}
	return address("/export", q)
}

// Query is the console with a free query, which is run.
func (l links) Query(language, text string) string {
	q := url.Values{}
	if text != "" {
		q.Set("language", language)
		q.Set("q", text)
	}
	return address("/query", q)
}

// Add is where articles are handed in.
func (l links) Add() string { return "/add" }

// Table is where the columns of a table that was handed in are named.
func (l links) Table(id string) string { return "/import/" + segment(id) }

// Review is where the statements on a source are decided about, at one of them.
func (l links) Review(source, statement string) string {
	addr := "/review/" + segment(source)
	if statement != "" {
		addr += "#s-" + statement
	}
	return addr
}

// Codebook is the codebook as a page.
func (l links) Codebook() string { return "/codebook" }

// Data says what is in the graph.
func (l links) Data() string { return "/data" }

// Help is the page that defines positions, or one of its sections.
func (l links) Help(section string) string {
	if section == "" {
		return "/help/positions"
	}
	return "/help/positions#" + section
}

// Matrix is the matrix with everything the filter says. Groups down and issues
// across are the default and left unsaid.
func (l links) Matrix(rows questions.Rows, issue string) string {
	return address("/matrix", matrixQuery(l.filter, rows, issue))
}

func matrixQuery(filter url.Values, rows questions.Rows, issue string) url.Values {
	q := copied(filter)
	if rows == questions.RowsActors {
		q.Set("rows", string(rows))
	}
	if issue != "" {
		q.Set("issue", issue)
	} else if len(q["issue"]) == 1 {
		q.Del("issue")
	}
	return q
}

// Compare sets two actors or groups next to each other, under the filter. What
// it says of actors and groups is not taken along: the two sides say it.
func (l links) Compare(by questions.By, left, right string) string {
	q := without(l.filter, "actor", "group")
	q.Set("by", string(by))
	q.Set("left", left)
	q.Set("right", right)
	return address("/compare", q)
}

// Actor is the page of an actor, at the filter's date.
func (l links) Actor(id string) string { return address("/actors/"+segment(id), l.kept()) }

// Issue is the page of an issue, at the filter's date.
func (l links) Issue(id string) string { return address("/issues/"+segment(id), l.kept()) }

// IssueBy is the page of an issue with groups, or single actors, as holders.
// Single actors are the default and left unsaid.
func (l links) IssueBy(rows questions.Rows, id string) string {
	return address("/issues/"+segment(id), l.keptBy(rows))
}

func (l links) keptBy(rows questions.Rows) url.Values {
	q := l.kept()
	if rows == questions.RowsGroups || l.whole {
		q.Set("rows", string(rows))
	}
	return q
}

// Proposition is the page of a proposition, at the filter's date.
func (l links) Proposition(id string) string { return address("/propositions/"+segment(id), l.kept()) }

// PropositionBy is the page of a proposition with groups, or single actors, as
// holders. Single actors are the default and left unsaid.
func (l links) PropositionBy(rows questions.Rows, id string) string {
	return address("/propositions/"+segment(id), l.keptBy(rows))
}

// Timeline is how positions went: those of an actor, of a group with those who
// speak for it, or those on a proposition. Empty IDs say nothing.
func (l links) Timeline(actor, group, proposition string) string {
	q := l.kept()
	for name, id := range map[string]string{"actor": actor, "group": group, "proposition": proposition} {
		if id != "" {
			q.Set(name, id)
		}
	}
	return address("/timeline", q)
}

// NetworkAround is who stands with an actor, by its label.
func (l links) NetworkAround(label string) string { return l.network("ego", label) }

// NetworkOfGroups is which groups stand with each other.
func (l links) NetworkOfGroups() string { return l.network("var1", "organization") }

// network is who stands with whom. It reads some of the filter otherwise, or not
// at all.
func (l links) network(name, value string) string {
	return address("/network", set(without(l.kept(), notOfNetworks...), name, value))
}

// Statement is the page of a statement.
func (l links) Statement(id string) string { return "/statements/" + segment(id) }

// Source is the page of a source.
func (l links) Source(id string) string { return "/sources/" + segment(id) }

// Passage is the place of a statement's evidence in its source, highlighted.
// A statement that only cites its source leads to the top of it.
func (l links) Passage(st *schema.Statement) string {
	if !st.HasPassage() {
		return l.Source(st.Source)
	}
	at := fmt.Sprintf("%d-%d", st.Start, st.End)
	return l.Source(st.Source) + "?passage=" + at + "#" + passageAnchor(st.Start, st.End)
}

// kept is the part of the filter that means the same on every page: dates,
// modes, status and the like.
func (l links) kept() url.Values { return without(l.filter, naming...) }
