package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// ConflictKind says who contradicts whom.
type ConflictKind string

// The kinds of conflicts, in the order in which they are tried; a pair has the
// first that fits.
const (
	ConflictTextTable  ConflictKind = "text and table" // one source, one actor: in its own voice, and as reported
	ConflictOneReport  ConflictKind = "one report"     // one source, one actor, dates that overlap
	ConflictTwoReports ConflictKind = "two reports"    // one actor in two sources
	ConflictSignatory  ConflictKind = "signatory"      // what somebody signed, and what the same one said or signed
	ConflictSpeakers   ConflictKind = "two speakers"   // two who are heard for one group
)

// ConflictKinds lists the kinds.
var ConflictKinds = []ConflictKind{ConflictTextTable, ConflictOneReport, ConflictTwoReports, ConflictSignatory, ConflictSpeakers}

// conflictOf is the conflict of two statements of opposite signs, if they are
// in one: with its kind, who is in it, and the days between.
func conflictOf(f Filter, window int, x, y heard) (Conflict, bool) {
	c := Conflict{Groups: []string{}}
	least, most := daysBetween(x.Date, y.Date)
	if least > int64(window) || tellsOfChange(x.Statement, y.Statement) { // most pairs: no kind allows more days
		return c, false
	}
	window = c.kind(window, x, y)
	if c.Kind == "" {
		return c, false
	}
	c.Possible = most > int64(window)
	if least > int64(window) || f.Certain && c.Possible {
		return c, false
	}
	c.Days = int(least)
	return c, true
}

// kind says who contradicts whom, and returns the days that may lie between.
// Inside one source one actor's two stances on two days are a change that the
// source tells of, so that the dates must overlap, unless one of them has only
// the source's own date: that of a table or a summary says nothing about when.
func (c *Conflict) kind(window int, x, y heard) int {
	oneSource := x.Source == y.Source
	switch common := firstCommon(x.parties, y.parties); {
	case common != "" && x.own && y.own && x.Actor == y.Actor:
		c.Kind, c.Actor = ConflictTwoReports, x.Actor
		if oneSource {
			c.Kind = ConflictOneReport
			if (x.Mode == schema.ModeNarrative) != (y.Mode == schema.ModeNarrative) {
				c.Kind = ConflictTextTable
			}
		}
	case common != "":
		c.Kind, c.Actor = ConflictSignatory, common
	default:
		if c.Groups = commonOf(x.groups, y.groups); len(c.Groups) > 0 {
			c.Kind = ConflictSpeakers
		}
		return window
	}
	if oneSource && !(c.Kind == ConflictTextTable && (isSummary(x) || isSummary(y))) {
		return 0
	}
	return window
}

// tellsOfChange reports whether one coder found two stances of one actor with
// two dates in one passage: "no longer" is a change and no contradiction.
func tellsOfChange(a, b *schema.Statement) bool {
	return a.Actor == b.Actor && a.Coder == b.Coder && a.Overlaps(b) && ledger.CompareDates(a.Date, b.Date) != 0
}

// isSummary reports whether a statement is in the source's own voice and has
// no date but the source's.
func isSummary(h heard) bool {
	return h.Mode == schema.ModeNarrative && h.DateBasis == schema.DateArticle
}

func firstCommon(a, b []string) string {
	if common := commonOf(a, b); len(common) > 0 {
		return common[0]
	}
	return ""
}

// commonOf keeps the order of the first list.
func commonOf(a, b []string) []string {
	common := []string{}
	for _, one := range a {
		if slices.Contains(b, one) {
			common = append(common, one)
		}
	}
	return common
}
