package server

import "strconv"

// pager says which part of a long list a page shows, and leads to the rest.
type pager struct {
	From, To, Of     int // counted from 1
	Noun             string
	PrevURL, NextURL string
}

// pagerOf cuts a list of a length into pages of a size. A page beyond the last
// shows the last.
func pagerOf(page, size, of int, noun string, at func(page int) string) pager {
	last := max(1, (of+size-1)/size)
	page = min(max(page, 1), last)
	p := pager{From: (page-1)*size + 1, To: min(page*size, of), Of: of, Noun: noun}
	if page > 1 {
		p.PrevURL = at(page - 1)
	}
	if page < last {
		p.NextURL = at(page + 1)
	}
	return p
}

// onPage is the place of another page of its list; the first is left unsaid.
func (p place) onPage(page int) place {
	if page <= 1 {
		return p.with("page", "")
	}
	return p.with("page", strconv.Itoa(page))
}
