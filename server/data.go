package server

import (
	"io"
	"strconv"

	"github.com/stancegraph/stancegraph/schema"
)

// dataPage says what is in the graph: versions, hashes, and how many of what.
type dataPage struct {
	dataAnswer
	Begin             bool
	FirstDay, LastDay schema.Day // the ends of what is dated
	Sections          []tallySection
}

// dataAnswer is the JSON of what is in the graph.
type dataAnswer struct {
	Version      string       `json:"version"`
	Program      string       `json:"program"`
	Codebook     string       `json:"codebook"`
	CodebookHash string       `json:"codebook_sha256"` // of the file as it was read
	First        *schema.Day  `json:"first_day"`
	Last         *schema.Day  `json:"last_day"`
	Statements   int          `json:"statements"`
	Counted      int          `json:"statements_counted"` // by default
	Sources      int          `json:"sources"`
	Actors       int          `json:"actors"`
	Annotations  int          `json:"annotations"`
	ByStatus     []valueCount `json:"statements_by_status"`
	LeftOut      []valueCount `json:"statements_left_out"`
	ByCoder      []valueCount `json:"statements_by_coder"`
	ByMode       []valueCount `json:"statements_by_mode"`
	ByYear       []valueCount `json:"statements_by_year"`
	ByKind       []valueCount `json:"sources_by_kind"`
	ByReview     []valueCount `json:"sources_by_review"`
	ByLanguage   []valueCount `json:"sources_by_language"`
	ByOutlet     []valueCount `json:"sources_by_outlet"`
}

// valueCount is how many there are of one value.
type valueCount struct {
	Value string `json:"value"`
	N     int    `json:"n"`
}

// tallySection is one of the tables of the page.
type tallySection struct {
	ID, Head, Of string
	Rows         []valueCount
	Most         int // for the bars
	Unlisted     int // rows that the page leaves to the exports
}

// tallied is how many rows a table of the page shows.
const tallied = 12

func (s *site) data(r *request) (*page, error) {
	type key struct{}
	a := r.snap.Derived(key{}, func() any { return dataAnswerOf(r.snap) }).(dataAnswer)
	a.Program = s.Version
	v := dataPage{dataAnswer: a, Begin: a.Statements+a.Sources == 0}
	if a.Last != nil {
		v.FirstDay, v.LastDay = *a.First, *a.Last
	}
	for _, one := range []tallySection{
		{ID: "status", Head: "Review", Of: "statements", Rows: a.ByStatus}, {ID: "left-out", Head: "Left out by default", Of: "statements", Rows: a.LeftOut},
		{ID: "coders", Head: "Coders", Of: "statements", Rows: a.ByCoder}, {ID: "modes", Head: "Modes", Of: "statements", Rows: a.ByMode},
		{ID: "years", Head: "Years", Of: "statements", Rows: a.ByYear}, {ID: "kinds", Head: "Kinds of sources", Of: "sources", Rows: a.ByKind},
		{ID: "review", Head: "Coding of sources", Of: "sources", Rows: a.ByReview}, {ID: "languages", Head: "Languages", Of: "sources", Rows: a.ByLanguage},
		{ID: "outlets", Head: "Outlets", Of: "sources", Rows: a.ByOutlet},
	} {
		if len(one.Rows) > 0 {
			v.Sections = append(v.Sections, one.cut())
		}
	}
	return &page{
		template: "data", title: "Data", view: v, data: a, path: links{}.Data(), cite: "what is in the graph",
		table: func(w io.Writer) error { return writeTallies(w, v) },
	}, nil
}

func (s tallySection) cut() tallySection {
	for _, row := range s.Rows {
		s.Most = max(s.Most, row.N)
	}
	s.Unlisted = max(0, len(s.Rows)-tallied)
	s.Rows = s.Rows[:len(s.Rows)-s.Unlisted]
	return s
}

// writeTallies prints every count, those that the page leaves out as well.
func writeTallies(w io.Writer, v dataPage) error {
	t := table{head: []string{"what", "value", "n"}}
	for _, one := range []struct {
		what string
		n    int
	}{{"statements", v.Statements}, {"statements counted", v.Counted}, {"sources", v.Sources}, {"actors", v.Actors}, {"annotations", v.Annotations}} {
		t.rows = append(t.rows, []string{one.what, "all", strconv.Itoa(one.n)})
	}
	for _, group := range []struct {
		what string
		rows []valueCount
	}{
		{"statements by status", v.ByStatus}, {"statements left out", v.LeftOut}, {"statements by coder", v.ByCoder}, {"statements by mode", v.ByMode},
		{"statements by year", v.ByYear}, {"sources by kind", v.ByKind}, {"sources by review", v.ByReview}, {"sources by language", v.ByLanguage}, {"sources by outlet", v.ByOutlet},
	} {
		for _, row := range group.rows {
			t.rows = append(t.rows, []string{group.what, row.Value, strconv.Itoa(row.N)})
		}
	}
	return t.write(w)
}
