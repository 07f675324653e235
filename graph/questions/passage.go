package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Passage is a statement as an answer carries it: the record with its
// evidence, and where and when that was published.
type Passage struct {
	Statement   *schema.Statement `json:"statement"`
	Outlet      string            `json:"outlet"`       // "" where unknown
	Published   schema.Date       `json:"published"`    // "" where unknown
	AsSignatory bool              `json:"as_signatory"` // a joint statement that the actor signed
	Possible    bool              `json:"possible"`     // it may be later than the as-of date
}

func passageOf(s *ledger.Snapshot, f Filter, v voice) Passage {
	w := witness(s, f.AsOfIn(s), v)
	p := Passage{Statement: w.Statement, AsSignatory: w.AsSignatory, Possible: w.Possible}
	if w.Source != nil {
		p.Outlet, p.Published = w.Source.Outlet, w.Source.Published
	}
	return p
}

// passagesOf keeps the order of the voices.
func passagesOf(s *ledger.Snapshot, f Filter, voices []voice) []Passage {
	list := make([]Passage, len(voices))
	for i, v := range voices {
		list[i] = passageOf(s, f, v)
	}
	return list
}

// recodes reports whether b is the evidence of a, coded by
// somebody else or by another codebook: two codings, and not two utterances.
func recodes(b, a *schema.Statement) bool {
	return a.ID != b.ID && a.Overlaps(b) && (a.Coder != b.Coder || a.Codebook != b.Codebook)
}
