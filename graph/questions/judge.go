package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// The reasons, in the order in which they are tried; the first that applies is
// the one given.
const (
	ReasonRejected   Reason = "rejected in review"
	ReasonRevised    Reason = "revised by a later statement"
	ReasonSuperseded Reason = "superseded by a newer version of the program"
	ReasonNotTaken   Reason = "proposed, and the source is coded"
	ReasonStoodFor   Reason = "an accepted statement on the same evidence stands for it"
	ReasonUnsure     Reason = "proposed, and the program could not decide it"
	ReasonFiltered   Reason = "outside the filter"
	ReasonLater      Reason = "after the as-of date"
	ReasonUncertain  Reason = "possibly after the as-of date (dates=certain)"
	ReasonRelayed    Reason = "another report of an utterance that counts already"
	ReasonTooFew     Reason = "fewer statements than min-statements asks for"
)

// Reasons lists the reasons in the order in which they are tried.
var Reasons = []Reason{ReasonRejected, ReasonRevised, ReasonSuperseded, ReasonNotTaken, ReasonStoodFor, ReasonUnsure,
	ReasonFiltered, ReasonLater, ReasonUncertain, ReasonRelayed, ReasonTooFew}

var reasonOf = map[ledger.Standing]Reason{
	ledger.Rejected: ReasonRejected, ledger.Revised: ReasonRevised, ledger.Superseded: ReasonSuperseded,
	ledger.NotTaken: ReasonNotTaken, ledger.StoodFor: ReasonStoodFor, ledger.Unsure: ReasonUnsure,
}

// verdict is a pool divided into what counts and what does not.
type verdict struct {
	counted []voice
	leftOut []outcast
}

type outcast struct {
	voice
	reason Reason
}

// judge divides a pool. What counts keeps its order. Where reports of one
// utterance count once, the first published of those that would count does.
func judge(s *ledger.Snapshot, f Filter, pool []voice) verdict {
	var v verdict
	asOf := f.AsOfIn(s)
	for _, one := range pool {
		if r := reason(s, f, asOf, one); r != "" {
			v.leftOut = append(v.leftOut, outcast{one, r})
		} else {
			v.counted = append(v.counted, one)
		}
	}
	var relayed []voice
	if f.Independent {
		v.counted, relayed = firstReports(s, v.counted)
	}
	why := ReasonRelayed
	if len(v.counted) < f.MinStatements {
		why, relayed, v.counted = ReasonTooFew, append(relayed, v.counted...), nil
	}
	for _, one := range relayed {
		v.leftOut = append(v.leftOut, outcast{one, why})
	}
	return v
}

// relayed are the reports that do not count because another one of the same
// utterance does.
func (v verdict) relayed() []voice {
	var list []voice
	for _, o := range v.leftOut {
		if o.reason == ReasonRelayed {
			list = append(list, o.voice)
		}
	}
	return list
}

// reason is why a statement does not count; "" when it does.
func reason(s *ledger.Snapshot, f Filter, asOf schema.Day, v voice) Reason {
	switch standing := v.standing(s); {
	case standing != ledger.Stands:
		return reasonOf[standing]
	case !f.matches(s, v):
		return ReasonFiltered
	case v.Date.Earliest() > asOf:
		return ReasonLater
	case f.Certain && v.Date.Latest() > asOf:
		return ReasonUncertain
	}
	return ""
}

// counts sums the reasons.
func (v verdict) counts() []LeftOut {
	n := map[Reason]int{}
	for _, o := range v.leftOut {
		n[o.reason]++
	}
	return inOrderOfReasons(n)
}

func inOrderOfReasons(n map[Reason]int) []LeftOut {
	list := []LeftOut{}
	for _, r := range Reasons {
		if n[r] > 0 {
			list = append(list, LeftOut{r, n[r]})
		}
	}
	return list
}

// ReasonFor is why a statement of a standing does not count; "" when it stands.
func ReasonFor(standing ledger.Standing) Reason { return reasonOf[standing] }
