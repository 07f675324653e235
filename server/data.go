package server

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
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

func dataAnswerOf(s *ledger.Snapshot) dataAnswer {
	a := dataAnswer{Version: s.Version, Statements: len(s.Statements), Sources: len(s.Sources), Actors: len(s.Actors()), Annotations: len(s.Annotations)}
	if cb := s.Codebook; cb.Name != "" {
		sum := sha256.Sum256([]byte(cb.YAML))
		a.Codebook, a.CodebookHash = cb.Ref(), hex.EncodeToString(sum[:])
	}
	a.countStatements(s)
	kind, review, language, outlet := counter{}, counter{}, counter{}, counter{}
	for _, src := range s.SourceList() {
		kind[cmp.Or(src.Kind, "not said")]++
		review[string(src.Status)]++
		language[cmp.Or(src.Lang, "not known")]++
		outlet[cmp.Or(src.Outlet, "not known")]++
	}
	a.ByKind, a.ByReview, a.ByLanguage, a.ByOutlet = kind.byNumber(), review.byNumber(), language.byNumber(), outlet.byNumber()
	return a
}

// countStatements counts by number first, and looks at what the numbers stand
// for afterwards.
func (a *dataAnswer) countStatements(s *ledger.Snapshot) {
	c := s.Columns()
	codings, standings, days := make([]int, len(c.Codings)), [ledger.Unsure + 1]int{}, map[schema.Day]int{}
	for i, m := range c.Marks {
		codings[c.Coding[i]]++
		standings[m.Standing()]++
		if !c.Undated(i) {
			days[c.Latest[i]]++
		}
	}
	status, out, coder, mode, year := counter{}, counter{}, counter{}, counter{}, counter{}
	for code, n := range codings {
		k := c.Codings[code]
		status[string(k.Status)] += n
		coder[k.Coder] += n
		mode[string(k.Mode)] += n
	}
	for standing, n := range standings {
		switch reason := questions.ReasonFor(ledger.Standing(standing)); {
		case n == 0:
		case reason != "":
			out[string(reason)] = n
		default:
			a.Counted += n
		}
	}
	undated := a.Statements
	for day, n := range days {
		year[day.String()[:len("2006")]] += n
		undated -= n
	}
	if undated > 0 {
		year["date unknown"] = undated
	}
	if all := slices.Sorted(maps.Keys(days)); len(all) > 0 {
		a.First, a.Last = &all[0], &all[len(all)-1]
	}
	a.ByStatus, a.LeftOut, a.ByCoder, a.ByMode, a.ByYear = status.byNumber(), out.byNumber(), coder.byNumber(), mode.byNumber(), year.byValue()
}

type counter map[string]int

// byNumber are the counts, the largest first, equals by value.
func (c counter) byNumber() []valueCount {
	list := c.byValue()
	slices.SortStableFunc(list, func(a, b valueCount) int { return cmp.Compare(b.N, a.N) })
	return list
}

func (c counter) byValue() []valueCount {
	list := []valueCount{}
	for _, k := range keysOf(c) {
		list = append(list, valueCount{k, c[k]})
	}
	return list
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
