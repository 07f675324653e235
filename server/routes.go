package server

import "github.com/gin-gonic/gin"

// route is an address. The answer of a lasting one follows from the snapshot
// and the address alone: no cookie, no desk, nothing that is still being built.
type route struct {
	path    string
	handler gin.HandlerFunc
	lasting bool
}

// routes is every address there is. Pages also answer with .json and, where
// they have a table, .csv after the path.
func (s *site) routes() []route {
	return []route{
		{"/", s.answer(home), true},
		{"/matrix", s.answer(matrix), true},
		{"/cell", s.answer(cell), true},
		{"/timeline", s.answer(timeline), true},
		{"/network", s.answer(s.network), true},
		{"/compare", s.answer(compare), true},
		{"/shifts", s.answer(shifts), true},
		{"/conflicts", s.answer(conflicts), true},
		{"/agreement", s.answer(agreement), true},
		{"/issues", s.answer(issues), true},
		{"/issues/:id", s.answer(issue), true},
		{"/propositions/:id", s.answer(proposition), true},
		{"/actors", s.answer(actors), true},
		{"/actors/:id", s.answer(actor), true},
		{"/sources", s.answer(sources), true},
		{"/sources/:id", s.answer(s.source), s.Desk == nil},
		{"/statements/:id", s.answer(s.statement), s.Desk == nil},
		{"/add", s.answer(s.add), false},
		{"/import/:id", s.answer(s.table), false},
		{"/review/:id", s.answer(s.review), false},
		{"/search", s.answer(s.search), false},
		{"/codebook", s.answer(codebook), false},
		{"/data", s.answer(s.data), false},
		{"/export", s.answer(s.export), false},
		{"/openapi", s.answer(s.openapi), false},
		{"/help", s.answer(helpPages), false},
		{"/help/:id", s.answer(helpOn), false},
		{"/query", s.answer(s.console), false}, // may be posted
		{signInPath, s.answer(s.signIn), false},

		{"/static/:name", s.static, false},
		{"/favicon.ico", s.favicon, false},
	}
}

// forms is every address that takes a form.
func (s *site) forms() []route {
	return []route{
		{"/add", s.hand(s.addArticle), false},
		{"/import", s.hand(s.importFile), false},
		{"/import/:id", s.hand(s.importTable), false},
		{"/demonstration", s.hand(s.loadDemonstration), false},
		{"/reviewer", s.hand(reviewerSaid), false},
		{"/review/:id", s.hand(s.decide), false},
		{"/sources/:id/notes", s.hand(s.noteOnSource), false},
		{"/statements/:id/notes", s.hand(s.noteOnStatement), false},
		{signInPath, s.posted(s.signInSaid), false},
	}
}
