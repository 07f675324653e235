package server

import "github.com/gin-gonic/gin"

type route struct {
	path    string
	handler gin.HandlerFunc
}

// routes is every address there is. Pages also answer with .json and, where
// they have a table, .csv after the path.
func (s *site) routes() []route {
	return []route{
		{"/", s.answer(home)},
		{"/matrix", s.answer(matrix)},
		{"/cell", s.answer(cell)},
		{"/timeline", s.answer(timeline)},
		{"/network", s.answer(s.network)},
		{"/compare", s.answer(compare)},
		{"/shifts", s.answer(shifts)},
		{"/conflicts", s.answer(conflicts)},
		{"/issues", s.answer(issues)},
		{"/issues/:id", s.answer(issue)},
		{"/propositions/:id", s.answer(proposition)},
		{"/actors", s.answer(actors)},
		{"/actors/:id", s.answer(actor)},
		{"/sources", s.answer(sources)},
		{"/sources/:id", s.answer(source)},
		{"/statements/:id", s.answer(statement)},
		{"/add", s.answer(s.add)},
		{"/review/:id", s.answer(s.review)},
		{"/search", s.answer(s.search)},
		{"/codebook", s.answer(codebook)},
		{"/data", s.answer(s.data)},
		{"/export", s.answer(s.export)},
		{"/openapi", s.answer(s.openapi)},
		{"/help/:id", s.answer(helpOn)},
		{"/query", s.answer(s.console)}, // may be posted

		{"/static/:name", s.static},
		{"/favicon.ico", s.favicon},
	}
}

// forms is every address that takes a form.
func (s *site) forms() []route {
	return []route{
		{"/add", s.hand(s.addArticle)},
		{"/import", s.hand(s.importFile)},
		{"/demonstration", s.hand(s.loadDemonstration)},
		{"/reviewer", s.hand(reviewerSaid)},
		{"/review/:id", s.hand(s.decide)},
	}
}
