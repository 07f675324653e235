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

// eachChangingCorpus is eachCorpus over corpora in which, besides, statements
// name conditions, are relayed, are reported twice and are coded by two versions
// of the codebook.
func eachChangingCorpus(t *testing.T, check func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle)) {
	t.Helper()
	all := seeds(t)
	if testing.Short() {
		all = all[:min(100, len(all))]
	}
	for _, seed := range all {
		r := rand.New(rand.NewPCG(seed, 1))
		c := ledgertest.Generate(r, 1+r.IntN(40))
		decorate(r, &c)
		f := randomFilter(r, c)
		ok := t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) { check(t, r, c.Build(), newOracle(c, f)) })
		if !ok {
			t.Fatalf("go test ./graph/questions -run '%s' -seed %d\nfilter: %s", t.Name(), seed, f.Values().Encode())
		}
	}
}

// allCorpora reports whether enough corpora ran for everything to have happened.
func allCorpora(t *testing.T) bool {
	return !testing.Short() && corpora == manyCorpora && len(seeds(t)) == corpora
}

// manyCorpora is how many it takes for everything rare to occur somewhere.
const manyCorpora = 500

func decorate(r *rand.Rand, c *ledgertest.Corpus) {
	for i := range c.Statements {
		st := &c.Statements[i]
		st.Condition = oneOf(r, "", "", "if it rains")
		st.DateBasis = oneOf(r, schema.DateStated, schema.DateArticle)
		st.Codebook = oneOf(r, "generated/1", "generated/1", "generated/2")
		if r.IntN(4) == 0 {
			st.Via = oneOf(r, []string{"TASS", "unnamed sources"}, []string{"Unnamed Officials"}, []string{"Gazette"})
		}
		// Fewer pairs, so that more statements meet.
		if r.IntN(2) == 0 {
			st.Actor, st.Proposition, st.Issue = oneOf(r, "ana", "east", "union"), "ceasefire", "peace"
		}
	}
	for i := range len(c.Statements) {
		if r.IntN(4) == 0 {
			c.Statements = append(c.Statements, copied(r, *c, c.Statements[i], i))
		}
	}
}

// copied is the report of the same utterance in another source, with a word or
// two changed, or with a stance or date of its own.
func copied(r *rand.Rand, c ledgertest.Corpus, st schema.Statement, i int) schema.Statement {
	st.ID, st.Source, st.Revises = fmt.Sprintf("copy-%02d-%s", i, st.ID), oneOf(r, c.Sources...).ID, ""
	words := strings.Fields(st.Evidence + " so they said on that day in the old town hall")
	words[r.IntN(len(words))] = "Still,"
	st.Evidence = strings.Join(words, " ")
	switch r.IntN(5) {
	case 0:
		st.Stance = oneOf(r, schema.Stances[:]...)
	case 1:
		st.Date = oneOf(r, c.Statements...).Date
	case 2:
		st.Coder = oneOf(r, ledgertest.Coders...)
	}
	return st
}

func oneOf[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// cell is a row and a proposition that the oracle looks at, with what counts.
type cell struct {
	who         string
	group       bool
	issue       string
	proposition string
	pool        []heard
	counted     []heard
}

// cells are the pairs on which something counts on the as-of date, in the order
// of rows and then of the codebook.
func (o oracle) cells(rows questions.Rows) []cell {
	var list []cell
	for _, who := range ledgertest.Actors {
		a, _ := o.Codebook.Actor(who)
		group := rows == questions.RowsGroups
		if group && (a == nil || !a.Kind.IsGroup() || !o.asksFor(who)) {
			continue
		}
		for _, issue := range o.Codebook.Issues {
			for _, p := range o.propositionsOn(issue.ID) {
				c := cell{who, group, issue.ID, p, o.pool(who, group, p), nil}
				if c.counted = o.countedOf(c.pool); len(c.counted) > 0 && o.askedIssue(p) == issue.ID {
					list = append(list, c)
				}
			}
		}
	}
	return list
}

func (o oracle) askedIssue(proposition string) string {
	p, _ := o.Codebook.Proposition(proposition)
	for _, issue := range p.Issues {
		if o.shows(issue) {
			return issue
		}
	}
	return ""
}

// asksFor reports whether the filter's groups have a row of somebody.
func (o oracle) asksFor(who string) bool {
	return (len(o.f.Groups) == 0 || slices.Contains(o.f.Groups, who)) && !slices.Contains(o.f.Not.Groups, who)
}

func (o oracle) countedOf(pool []heard) []heard {
	counted, _ := o.judge(pool)
	return counted
}

// firstReports are the first published of every utterance.
func (o oracle) firstReports(list []heard) []heard {
	var first []heard
	for _, group := range o.utterances(list) {
		first = append(first, group[0])
	}
	return first
}

// on is the oracle on another day.
func (o oracle) on(day schema.Day) oracle {
	o.asOf, o.f.AsOf = day, &day
	return o
}

// idsOf are sorted: sets are compared where order is another test's business.
func idsOf(list []heard) []string {
	ids := []string{}
	for _, h := range list {
		ids = append(ids, h.ID)
	}
	slices.Sort(ids)
	return ids
}

func passageIDs(list []questions.Passage) []string {
	ids := []string{}
	for _, p := range list {
		ids = append(ids, p.Statement.ID)
	}
	slices.Sort(ids)
	return ids
}
