package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Select returns the statements that a filter describes, in the order of the
// ledger, whether they count or not: it is for lists and exports, where a
// rejected statement is wanted too. The zero filter is every statement. With an
// as-of date, statements that cannot be from that day or before are left out;
// min-statements, independent, rule and stale say nothing about single statements.
func Select(s *ledger.Snapshot, f Filter) []*schema.Statement {
	var list []*schema.Statement
	for i := range s.Statements {
		if st := &s.Statements[i]; f.Describes(s, st) {
			list = append(list, st)
		}
	}
	return list
}

// Describes reports whether Select would return a statement of the snapshot.
func (f Filter) Describes(s *ledger.Snapshot, st *schema.Statement) bool {
	if f.AsOf != nil && (st.Date.Earliest() > *f.AsOf || f.Certain && st.Date.Latest() > *f.AsOf) {
		return false
	}
	return f.matches(s, voice{Statement: st, speaker: st.Actor}) ||
		slices.ContainsFunc(st.Signatories, func(signer string) bool {
			return f.matches(s, voice{Statement: st, speaker: signer, signed: true})
		})
}
