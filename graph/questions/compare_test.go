package questions_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// half is one side of a comparison as the oracle sees it.
type half struct {
	o    oracle
	rows questions.Rows
	row  string
}

// stance is where a side stands in a cell; band "" is nowhere.
type standing struct {
	band      questions.Band
	condition bool
	deciding  []string
	counted   []heard
	possible  bool
	of        int
}

func (h half) stand(who string, group bool, proposition string) standing {
	pool := h.o.pool(who, group, proposition)
	counted := h.o.countedOf(pool)
	if len(counted) == 0 {
		return standing{}
	}
	p := h.o.position(who, group, proposition)
	st := standing{band: p.Band, possible: p.Possible, counted: counted, deciding: slices.Sorted(slices.Values(p.Deciding)), of: len(pool)}
	for _, c := range counted {
		st.condition = st.condition || slices.Contains(p.Deciding, c.ID) && c.Condition != ""
	}
	return st
}

// relation names how two sides of a cell relate, and in what they differ.
func relation(by questions.By, l, r standing) string {
	inTime := by == questions.ByDate
	switch {
	case l.band == "":
		return map[bool]string{true: "new", false: "only right"}[inTime]
	case r.band == "":
		return map[bool]string{true: "gone", false: "only left"}[inTime]
	}
	how := ""
	switch {
	case l.band == "mixed" && r.band == "mixed":
	case r.band == "mixed":
		how = "now mixed"
	case l.band == "mixed":
		how = "no longer mixed"
	default:
		how = kindOf(place{band: l.band, condition: l.condition}, place{band: r.band, condition: r.condition})
	}
	if how == "" || how == "reaffirmed" {
		return map[bool]string{true: "unchanged", false: "same"}[inTime]
	}
	if inTime {
		if onlyCodedAgain(l, r) {
			return "recoded " + how
		}
		return "moved " + how
	}
	return "differs " + map[string]string{"reversed": "opposite sign", "softened": "in degree", "hardened": "in degree", "conditioned": "in condition",
		"unconditioned": "in condition", "now mixed": "one is mixed", "no longer mixed": "one is mixed"}[how]
}

func onlyCodedAgain(l, r standing) bool {
	fresh := slices.DeleteFunc(slices.Clone(r.counted), func(h heard) bool {
		return !slices.Contains(r.deciding, h.ID) || slices.Contains(idsOf(l.counted), h.ID)
	})
	return len(fresh) > 0 && !slices.ContainsFunc(fresh, func(h heard) bool {
		return !slices.ContainsFunc(l.counted, func(e heard) bool { return codesAgain(h, e) })
	})
}

// halves splits the oracle into the two sides of a random comparison.
func (o oracle) halves(r *rand.Rand, spec *questions.ComparisonSpec) (left, right half) {
	left, right = half{o, spec.Rows, ""}, half{o, spec.Rows, ""}
	switch spec.By {
	case questions.ByDate:
		day := schema.MustDate("2025-05-05").Earliest() + schema.Day(r.IntN(12))
		left.o, right.o = o.on(day), o.on(day+1+schema.Day(r.IntN(20)))
		spec.Left, spec.Right = left.o.asOf.String(), right.o.asOf.String()
	case questions.ByGroup:
		left.rows, right.rows = questions.RowsGroups, questions.RowsGroups
		left.row, right.row = "east", oneOf(r, "union", "west", "isle")
		spec.Left, spec.Right = left.row, right.row
	case questions.ByActor:
		left.rows, right.rows = questions.RowsActors, questions.RowsActors
		left.row, right.row = "ana", oneOf(r, "east", "bo", "union")
		spec.Left, spec.Right = left.row, right.row
	case questions.ByOutlet:
		left.o.f.Outlets, right.o.f.Outlets = []string{"Wire"}, []string{"Gazette"}
		spec.Left, spec.Right = "Wire", "Gazette"
	case questions.ByCoder:
		spec.Left, spec.Right = "anna", oneOf(r, "Ben Bell", "rules", "rules/1")
		left.o, right.o = o.coderAlone(spec.Left), o.coderAlone(spec.Right)
	case questions.ByCodebook:
		spec.Left, spec.Right = "generated/1", "generated/2"
		left.o, right.o = o.codebookAlone(spec.Left), o.codebookAlone(spec.Right)
	}
	return left, right
}

// alone is the oracle over a part of the statements, in sources that nobody
// has coded whole.
func (o oracle) alone(keep func(schema.Statement) bool, extraction func(string) bool) oracle {
	c := ledgertest.Corpus{Codebook: o.Codebook}
	for _, src := range o.Sources {
		if src.Status == schema.SourceCoded {
			src.Status = schema.SourceRaw
		}
		src.Extracted = slices.DeleteFunc(slices.Clone(src.Extracted), func(e string) bool { return !extraction(e) })
		c.Sources = append(c.Sources, src)
	}
	for _, st := range o.Statements {
		if keep(st) {
			c.Statements = append(c.Statements, st)
		}
	}
	day := o.asOf
	f := o.f
	f.AsOf = &day
	return newOracle(c, f)
}

func (o oracle) coderAlone(name string) oracle {
	return o.alone(func(st schema.Statement) bool { return st.Coder == name || strings.HasPrefix(st.Coder, name+"/") },
		func(string) bool { return !strings.Contains(name, "/") })
}

func (o oracle) codebookAlone(ref string) oracle {
	return o.alone(func(st schema.Statement) bool { return st.Codebook == ref }, func(e string) bool { return strings.HasSuffix(e, " "+ref) })
}

func TestComparisonsEqualTheOracle(t *testing.T) {
	t.Parallel()
	kinds := map[questions.ChangeKind]int{}
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		for _, by := range questions.Comparisons {
			spec := questions.ComparisonSpec{By: by, Rows: oneOf(r, questions.RowsActors, questions.RowsGroups)}
			free := o
			switch by {
			case questions.ByGroup:
				free.f.Groups = nil
			case questions.ByActor:
				free.f.Actors = nil
			case questions.ByOutlet:
				free.f.Outlets = nil
			case questions.ByCoder:
				free.f.Coders = nil
			}
			left, right := free.halves(r, &spec)
			f := free.f
			if by == questions.ByDate {
				f.AsOf = nil
			}
			got, err := questions.Compare(s, f, spec)
			if err != nil {
				if schema.KindOf(err) == schema.KindUsage && strings.Contains(err.Error(), "of this ID or label") {
					continue // the corpus is too small to have both
				}
				t.Fatal(err)
			}
			var told []string
			contrast := must(questions.NewContrast(s, f, spec))(t)
			for i, c := range got.Changes {
				kinds[c.Kind]++
				told = append(told, tellChange(c))
				cell := questions.ContrastedCell{Actor: c.Actor, Label: c.Label, Group: c.Group, Issue: c.Issue, Proposition: c.Proposition, Kind: c.Kind, How: c.How, Left: bandOn(c.Left), Right: bandOn(c.Right)}
				compare(t, "cell without its passages", cell, contrast.At(i))
			}
			compare(t, "by "+string(by), tellCells(left, right, spec), told)
		}
	})
	for _, kind := range questions.ChangeKinds {
		if allCorpora(t) && kinds[kind] == 0 && kind != questions.ChangeGone {
			t.Errorf("no corpus has a cell that is %s", kind)
		}
	}
	if kinds[questions.ChangeGone] > 0 {
		t.Error("a position that was there on a day is gone on a later one")
	}
}

// tellCells lists all cells of two sides, row by row.
func tellCells(left, right half, spec questions.ComparisonSpec) []string {
	var list []string
	for _, who := range ledgertest.Actors {
		group := left.rows == questions.RowsGroups
		a, _ := left.o.Codebook.Actor(who)
		switch {
		case left.row != "" && who != "east": // once is enough
			continue
		case left.row == "" && group && (a == nil || !a.Kind.IsGroup() || !left.o.asksFor(who)):
			continue
		}
		for _, p := range ledgertest.Propositions { // in the order of the codebook
			x, y, name := who, who, who
			if left.row != "" {
				x, y, name = left.row, right.row, ""
			}
			if left.o.askedIssue(p) == "" {
				continue
			}
			l, r := left.stand(x, group, p), right.stand(y, group, p)
			if l.band != "" || r.band != "" {
				list = append(list, fmt.Sprintf("%s on %s (%s): %s; %v of %d, %v of %d; possible=%v", name, p, left.o.askedIssue(p), relation(spec.By, l, r),
					l.deciding, l.of, r.deciding, r.of, l.possible || r.possible))
			}
		}
	}
	return list
}

func tellChange(c questions.Change) string {
	side := func(s *questions.Side) (ids []string, of int) {
		if s == nil {
			return nil, 0
		}
		return passageIDs(s.Evidence), s.Position.Of
	}
	l, lof := side(c.Left)
	r, rof := side(c.Right)
	return fmt.Sprintf("%s on %s (%s): %s; %v of %d, %v of %d; possible=%v", c.Actor, c.Proposition, c.Issue,
		strings.TrimSpace(string(c.Kind)+" "+string(c.How)), l, lof, r, rof, c.Possible)
}

func bandOn(s *questions.Side) questions.Band {
	if s == nil {
		return questions.BandNone
	}
	return s.Position.Band
}

func TestCompareRefusesNonsense(t *testing.T) {
	t.Parallel()
	c := &caseFile{t: t, cb: lakeDispute(t)}
	c.statements = append(c.statements, c.statement([]string{"a", "norden", "shared-lake", "1", "2025-05-01"}, nil))
	s := ledger.Build(c.cb, nil, c.statements)
	day := schema.MustDate("2025-05-01").Latest()
	for want, ask := range map[string]struct {
		f    questions.Filter
		spec questions.ComparisonSpec
	}{
		`both sides of the comparison are 2025-05-01`:                               {spec: questions.ComparisonSpec{By: "date", Left: "2025-05-01", Right: "2025-05-01"}},
		`2025-05-02 is after 2025-05-01`:                                            {spec: questions.ComparisonSpec{By: "date", Left: "2025-05-02", Right: "2025-05-01"}},
		`date "2025-02-30": expected a day such as 2025-10-21`:                      {spec: questions.ComparisonSpec{By: "date", Left: "2025-02-30", Right: "2025-05-01"}},
		`as-of is what is compared, and the filter fixes it`:                        {questions.Filter{AsOf: &day}, questions.ComparisonSpec{By: "date", Left: "2025-05-01", Right: "2025-05-02"}},
		`group "nordn": no group of this ID or label; did you mean norden?`:         {spec: questions.ComparisonSpec{By: "group", Left: "nordn", Right: "sueden"}},
		`expected a state, bloc, organisation or office; compare persons as actors`: {spec: questions.ComparisonSpec{By: "group", Left: "envoy", Right: "sueden"}},
		`both sides of the comparison are norden`:                                   {spec: questions.ComparisonSpec{By: "actor", Left: "norden", Right: "Norden"}},
		`coder "ana": no coder of this ID or label; did you mean anna?`:             {spec: questions.ComparisonSpec{By: "coder", Left: "ana", Right: "anna"}},
		`codebook "lake-dispute/2": no codebook of this ID or label`:                {spec: questions.ComparisonSpec{By: "codebook", Left: "lake-dispute/2", Right: "lake-dispute/1"}},
		`by "dates": expected date or group`:                                        {spec: questions.ComparisonSpec{By: "dates", Left: "a", Right: "b"}},
		`rule "loudest"`:                                                            {questions.Filter{Rule: "loudest"}, questions.ComparisonSpec{By: "date", Left: "2025-05-01", Right: "2025-05-02"}},
	} {
		ask.spec.Rows = questions.RowsActors
		_, err := questions.Compare(s, ask.f, ask.spec)
		if err == nil || !strings.Contains(err.Error(), want) || schema.KindOf(err) != schema.KindUsage || schema.HintOf(err) == "" {
			t.Errorf("got %v, want %s with a hint", err, want)
		}
	}
}
