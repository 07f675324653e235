package server

import "github.com/stancegraph/stancegraph/schema"

// pager says which part of a long list a page shows, and leads to the rest.
type pager struct {
	Page             int // from 1
	From, To, Of     int // counted from 1
	Noun             string
	PrevURL, NextURL string
}

// pagerOf cuts a list of a length into pages of a size. A page beyond the last
// shows the last.
func pagerOf(page, size, of int, noun string, at func(page int) string) pager {
	last := max(1, (of+size-1)/size)
	page = min(max(page, 1), last)
	p := pager{Page: page, From: (page-1)*size + 1, To: min(page*size, of), Of: of, Noun: noun}
	if page > 1 {
		p.PrevURL = at(page - 1)
	}
	if page < last {
		p.NextURL = at(page + 1)
	}
	return p
}

// cut is the part of a list that a page of a size shows.
func cut[T any](list []T, page, size int, noun string, at func(page int) string) ([]T, pager) {
	p := pagerOf(page, size, len(list), noun, at)
	return list[p.From-1 : p.To], p
}

// statementsShown is how many statements a page of a list shows.
const statementsShown = 50

// statementPage is the part of a list of statements that the request asks for;
// head is what the links to other parts lead to on their pages.
func (r *request) statementPage(all []*schema.Statement, head string, at func(page int) string) ([]*schema.Statement, pager, error) {
	number, err := r.whole("page", 1, 1)
	if err != nil {
		return nil, pager{}, err
	}
	shown, pages := cut(all, number, statementsShown, "statements", func(page int) string { return at(page) + "#" + head })
	return shown, pages, nil
}
