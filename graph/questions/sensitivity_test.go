package questions_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func weak(class string, st schema.Statement) bool {
	switch class {
	case "narrative":
		return st.Mode == "narrative"
	case "unreviewed":
		return st.Status == "proposed"
	}
	return st.Actor == "officials" || slices.ContainsFunc(st.Via, func(v string) bool { return strings.HasPrefix(strings.ToLower(v), "unnamed ") })
}

// Dropping evidence is asking the oracle about fewer statements, whose standing
// review has settled before.
func TestSensitivityEqualsTheOracle(t *testing.T) {
	t.Parallel()
	changed := map[questions.Weakness]int{}
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		rows := oneOf(r, questions.RowsActors, questions.RowsGroups)
		got, err := questions.Sensitivity(s, o.f, rows)
		if err != nil {
			t.Fatal(err)
		}
		var want, told []string
		cells := o.cells(rows)
		for _, c := range cells {
			before := o.position(c.who, c.group, c.proposition)
			for _, class := range []string{"narrative", "anonymous", "unreviewed"} {
				rest := o
				rest.Statements = slices.DeleteFunc(slices.Clone(o.Statements), func(st schema.Statement) bool { return weak(class, st) })
				after := rest.position(c.who, c.group, c.proposition)
				dropped := slices.DeleteFunc(slices.Clone(c.counted), func(h heard) bool { return !weak(class, h.Statement) })
				if before.Band != after.Band {
					want = append(want, fmt.Sprintf("%s on %s without %s: %s, %s %v", c.who, c.proposition, class, before.Band, after.Band, idsOf(dropped)))
				}
			}
		}
		for _, c := range got.Changes {
			changed[c.Without]++
			told = append(told, fmt.Sprintf("%s on %s without %s: %s, %s %v", c.Actor, c.Proposition, c.Without, c.Before.Band, c.After.Band, passageIDs(c.Dropped)))
		}
		compare(t, "sensitive cells", want, told)
		compare(t, "cells", len(cells), got.Cells)
		for class, n := range got.Changed {
			compare(t, class, countContaining(want, " without "+class+":"), n)
		}
	})
	for _, w := range questions.Weaknesses {
		if allCorpora(t) && changed[w] == 0 {
			t.Errorf("no corpus has a cell that changes without %s evidence", w)
		}
	}
}

func countContaining(list []string, part string) int {
	n := 0
	for _, s := range list {
		n += countIf(strings.Contains(s, part))
	}
	return n
}
