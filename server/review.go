package server

import (
	"slices"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// reviewPage is a source beside the statements that were proposed on it, for a
// person to decide about.
type reviewPage struct {
	*schema.Source
	Offered  bool
	Asks     bool // who signs in may decide
	Known    bool // the article was there already
	New      bool // nothing is decided yet
	Foreign  bool // not in the language of the rules
	Coded    bool
	Reviewer string
	Reasons  []string
	Segments []textSegment
	Items    []reviewItem
	Open     int // still proposed
	Undated  int // without a date, where the source has none either
	Undo     *undoView
	Problem  *problem
	Closed   *closedText
}

// Decided is how many are decided about.
func (v reviewPage) Decided() int { return len(v.Items) - v.Open }

// Progress says how far the review is.
func (v reviewPage) Progress() string {
	if v.Open == 0 {
		return "All " + count(len(v.Items), "statement") + " are decided."
	}
	return thousands(v.Decided()) + " of " + count(len(v.Items), "statement") + " decided, " + thousands(v.Open) + " to go."
}

// NoteURL leads to the statement of a number, from 1.
func (v reviewPage) NoteURL(number int) string { return "#" + v.Items[number-1].Anchor() }

// reviewItem is a statement to decide about.
type reviewItem struct {
	exhibit
	Open string // what the program leaves open; "" where it is sure
}

// Anchor is the place of the statement on the page.
func (i reviewItem) Anchor() string { return "s-" + i.ID }

// PassageAnchor is the place of its evidence in the text; "" where it has none.
func (i reviewItem) PassageAnchor() string {
	if !i.Quote {
		return ""
	}
	return passageAnchor(i.Start, i.End)
}

// undoView is the decision that was just taken.
type undoView struct {
	Statement, Was, Word string // Was is the reason that the proposal had
}

// rejections are the reasons that are offered for rejecting a statement, the
// first of them unless another is chosen.
var rejections = []string{
	"the passage does not say this", "somebody else says it", "another proposition", "another stance", "another date", "said twice",
}

func (s *site) review(r *request) (*page, error) {
	v, err := s.reviewPage(r)
	if err != nil {
		return nil, err
	}
	return v.page(), nil
}

func (v reviewPage) page() *page {
	statements := []*schema.Statement{}
	for _, item := range v.Items {
		statements = append(statements, item.Statement)
	}
	return &page{
		template: "review", script: "review.js", title: "Review: " + v.Heading(), view: v, path: links{}.Review(v.ID, ""), cite: "review of " + citeSource(v.Source),
		data: reviewAnswer{v.ID, v.Open, v.Coded, statements},
	}
}

// reviewAnswer is the JSON of a review.
type reviewAnswer struct {
	Source     string              `json:"source"`
	Open       int                 `json:"open"`
	Coded      bool                `json:"coded"`
	Statements []*schema.Statement `json:"statements"`
}

func (s *site) reviewPage(r *request) (reviewPage, error) {
	src, ok := r.snap.FindSource(r.id)
	if !ok {
		return reviewPage{}, missing("source", r.id, "the list of sources is at /sources")
	}
	list := reviewable(r.snap, src.ID)
	v := reviewPage{
		Source: src, Offered: s.mayWrite(r.Request), Asks: s.Desk != nil && s.Access.Token != "", Known: r.query.Get("known") == "1", Coded: src.Status == schema.SourceCoded,
		Foreign: src.IsForeign(), Reviewer: r.reviewer(), Reasons: rejections, New: true,
	}
	v.Segments = r.reading(src, passagesOf(list, utf8.RuneCountInString(r.textOf(src))), passage{start: -1, end: -1})
	v.Closed = r.closed(src)
	for i, st := range list {
		item := reviewItem{exhibit: r.exhibit(links{}, st)}
		item.Number = i + 1
		if st.Status == schema.StatusProposed {
			v.Open++
			item.Open = st.Reason
		} else {
			v.New = false
		}
		if st.Date.IsZero() && src.Published.IsZero() {
			v.Undated++
		}
		v.Items = append(v.Items, item)
	}
	if st, ok := r.snap.Statement(r.query.Get("undo")); ok && st.Status != schema.StatusProposed && st.Source == src.ID {
		v.Undo = &undoView{st.ID, r.query.Get("was"), string(st.Status)}
	}
	return v, nil
}

// reviewable are the statements on a source that are the current ones: those
// that were revised or that a newer extraction took the place of are not.
func reviewable(s *ledger.Snapshot, source string) []*schema.Statement {
	return slices.DeleteFunc(s.OfSource(source), func(st *schema.Statement) bool {
		standing := s.Standing(st)
		return standing == ledger.Revised || standing == ledger.Superseded
	})
}
