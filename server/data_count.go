package server

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

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
