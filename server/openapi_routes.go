package server

import (
	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// operation is a route as programs see it. A test asks for one for each route,
// and compares the answers with their types.
type operation struct {
	path    string // as in routes
	summary string
	filter  filterUse
	query   []parameter // beside the filter
	screen  []string    // names of more, that change how the page looks and not what it answers
	form    []parameter // of what is posted as a form
	body    any         // what is posted as JSON, by its type
	answer  any         // the JSON, by its type
}

// filterUse says what of the filter an address takes.
type filterUse int

const (
	noFilter    filterUse = iota
	fullFilter            // all of it
	keptFilter            // without the names that say what the page is about
	cellsFilter           // the same names, as only-actor and so on
)

type parameter struct {
	name, help string
	many       bool
}

const fileField = "file"

var (
	rowsParameter = parameter{"rows", "groups or actors", false}
	pageParameter = parameter{"page", "number of the page, from 1", false}
	arranging     = []parameter{
		rowsParameter, {"order", "of the rows: name, statements, mean or disagreement", false}, {"across", "order of the columns, likewise", false}, {"like", "order the rows by their likeness with this one", false},
		{"axes", "swapped: issues down", false}, {paramPin, "rows to show first", true}, {paramPinColumn, "columns to show first", true}, {paramHide, "rows to leave out", true}, {paramHideColumn, "columns to leave out", true},
		{"row-page", "number of the page of rows, from 1", false}, pageParameter,
	}
)

// networkParameters are those of a network that the filter does not have, with
// those of the page.
func networkParameters() []parameter {
	list := []parameter{
		{"ego", "the network around this node", false}, {"communities", "yes or no; without it for agreement", false},
		{"min-tie", "draw ties from this amount on", false}, {"seed", "of communities and of the picture", false}, pageParameter,
	}
	for _, p := range network.Parameters() {
		if p.Name != "from" && p.Name != "until" {
			list = append(list, parameter{p.Name, p.Help, p.Many})
		}
	}
	return list
}

// operations is every address that answers in JSON.
var operations = []operation{
	{path: "/", summary: "What is in the graph, in short", answer: summary{}},
	{path: "/matrix", summary: "Positions of actors or groups on issues, or on the propositions of one", filter: fullFilter, query: arranging, screen: []string{paramFacets, "arrange"}, answer: questions.Matrix{}},
	{path: "/cell", summary: "The evidence of one cell of the matrix", filter: cellsFilter, query: []parameter{
		{"actor", "whose position", false}, {"group", "1: with all who speak for it", false}, {"issue", "on this issue", false}, {"proposition", "or on this proposition", false}, {"page", "of the evidence, from 1, with the positions that it bears on and the IDs of its statements; without it all is on one", false}}, answer: cellAnswer{}},
	{path: "/timeline", summary: "Positions over time", filter: fullFilter, query: []parameter{rowsParameter, {"period", "day, week, month, quarter or year", false}, pageParameter}, screen: []string{paramFacets}, answer: questions.Timeline{}},
	{path: "/network", summary: "Who stands with whom, against whom, or on what", filter: fullFilter, query: networkParameters(), screen: []string{paramFacets}, answer: networkAnswer{}},
	{path: "/compare", summary: "What differs between two dates, groups, actors, outlets or coders", filter: fullFilter, query: []parameter{
		{"by", "what is compared", false}, {"left", "one side", false}, {"right", "the other side", false}, {"show", "changed: leave out what is unchanged", false}, rowsParameter, pageParameter}, screen: []string{paramFacets}, answer: questions.Comparison{}},
	{path: "/shifts", summary: "Changes of position, each with both statements", filter: fullFilter, query: []parameter{{"kind", "of the shift", false}, rowsParameter, pageParameter}, screen: []string{paramFacets}, answer: questions.ShiftList{}},
	{path: "/conflicts", summary: "Statements that contradict each other", filter: fullFilter, query: []parameter{{"kind", "of the conflict", false}, {"window", "days between the two", false}, pageParameter}, screen: []string{paramFacets}, answer: questions.ConflictList{}},
	{path: "/agreement", summary: "How far coders agree, all pairs of them or two", filter: fullFilter, query: []parameter{{"left", "a coder, with or without a version", false}, {"right", "another", false}, {"table", "units: the CSV of two coders has one unit a row, with both stances", false}, pageParameter}, screen: []string{paramFacets}, answer: agreementAnswer{}},
	{path: "/issues", summary: "All issues and their propositions", filter: keptFilter, answer: issuesAnswer{}},
	{path: "/issues/:id", summary: "An issue, and who stands where on it", filter: keptFilter, query: []parameter{rowsParameter}, screen: []string{"page"}, answer: issueJSON{}},
	{path: "/propositions/:id", summary: "A proposition, its cues, who stands where on it, and all statements", filter: keptFilter, query: []parameter{rowsParameter}, screen: []string{"page"}, answer: propositionAnswer{}},
	{path: "/actors", summary: "All actors", filter: keptFilter, answer: actorsAnswer{}},
	{path: "/actors/:id", summary: "An actor, its positions and its statements", filter: keptFilter, screen: []string{"page"}, answer: actorAnswer{}},
	{path: "/sources", summary: "All sources", screen: []string{"page"}, answer: sourcesAnswer{}},
	{path: "/sources/:id", summary: "A source with its text, the statements on it and the notes", screen: []string{"passage", "page"}, answer: sourceAnswer{}},
	{path: "/statements/:id", summary: "A statement and the notes on it", answer: statementAnswer{}},
	{path: "/statements/:id/notes", summary: "Add a note on a statement", form: noteFields, answer: note{}},
	{path: "/sources/:id/notes", summary: "Add a note on a source", form: noteFields, answer: note{}},
	{path: "/search", summary: "Full text over quotations, sources and names", filter: fullFilter, query: []parameter{
		{"q", "words, \"words together\", -without", false}, {"in", "quotations, sources or names; without it all of them", false}, pageParameter}, answer: searchAnswer{}},
	{path: "/query", summary: "A free query; without q what can be asked", query: []parameter{{"language", "gizmo or graphql", false}, {"q", "the query", false}}, answer: explore.Result{}},
	{path: "/query", summary: "A free query that is too long for an address", body: postedQuery{}, answer: explore.Result{}},
	{path: "/codebook", summary: "The codebook, with how much was coded by each entry", screen: []string{"issue", "page"}, answer: codebookAnswer{}},
	{path: "/data", summary: "Versions, hashes and counts of what is in the graph", answer: dataAnswer{}},
	{path: "/help", summary: "The pages of the help", answer: helpAnswer{}},
	{path: "/help/:id", summary: "What the numbers mean: changes, networks or coding; positions has a shape of its own", answer: guide{}},
	{path: "/export", summary: "The formats that can be downloaded; with format= the file itself", filter: fullFilter, query: []parameter{
		{"format", "by its name in the list", false}, {"rows", "of a comparison table: groups or actors", false}}, answer: exportAnswer{}},
	{path: "/openapi", summary: "This description", answer: object{}},
	{path: "/add", summary: "Whether articles are taken", answer: addAnswer{}},
	{path: "/add", summary: "Add an article", form: []parameter{
		{"text", "the text", false}, {fileField, "or a file: .txt, .md, .html or .pdf", false}, {"title", "", false}, {"outlet", "", false}, {"author", "", false}, {"url", "", false}, {"published", "a date in EDTF", false}}, answer: Added{}},
	{path: "/import", summary: "Add what is coded already", form: []parameter{{fileField, "one that this program exported, a .dna, or a table of coded statements", false}}, answer: importAnswer{}},
	{path: "/import/:id", summary: "A table that was handed in; with columns named, what an import would do", query: tableParameters(), answer: tableAnswer{}},
	{path: "/import/:id", summary: "Import a table whose columns are named", form: tableParameters(), answer: tableAnswer{}},
	{path: "/demonstration", summary: "Load the demonstration into an empty graph", form: []parameter{}, answer: importAnswer{}},
	{path: "/reviewer", summary: "Say who decides; kept in a cookie", form: []parameter{{"reviewer", "a name", false}, {"source", "the review to go to", false}}, answer: reviewerAnswer{}},
	{path: signInPath, summary: "Whether this request may write", screen: []string{"to"}, answer: signInAnswer{}},
	{path: signInPath, summary: "Sign a browser in with the token of the server, or out; programs send Authorization: Bearer instead", form: []parameter{
		{"token", "", false}, {"to", "where it goes on", false}, {"leave", "yes: sign out", false}}, answer: signInAnswer{}},
	{path: "/review/:id", summary: "The statements on a source that are to be decided about", screen: []string{"known", "undo", "was"}, answer: reviewAnswer{}},
	{path: "/review/:id", summary: "Decide about a statement", form: []parameter{
		{"decision", "accept, reject or undo; of the whole source coded, or reopen, which takes that back", false}, {"statement", "its ID", false},
		{"reason", "of a rejection, on one line", false}, {"seen", "the status that the decision is about: another one is an error, 409. Empty: whichever", false}}, answer: reviewAnswer{}},
}
